import Diplomacy
import Testing

@testable import Coding

/// Acts that are told by taking up one told before.
struct EchoTests {
    private static var tiny: TinyLanguage {
        var tiny = TinyLanguage()
        tiny.files["governors.tsv"]? += "begg|v\task\tbeg\n"
        return tiny
    }

    /// What the last sentence's echoes say, as `GIM>BET assault done`.
    private func echoes(_ text: String) throws -> [String] {
        guard let coder = try Self.tiny.passages(text, on: "2014-06-10").last?.coder else {
            return []
        }
        return coder.read.cues.filter { $0.frame.condition.contains(.echo) }.map { cue in
            let scope = ScopeReader(read: coder.read, clauses: coder.clauses).scope(of: cue)
            let parties = coder.parties(of: cue, scope)
            func code(_ parties: [ArgumentFinder.Party]) -> String {
                parties.compactMap { $0.actor?.rawValue }.joined(separator: ",")
            }
            return "\(code(parties.sources))>\(code(parties.targets)) "
                + "\(scope.act.rawValue) \(scope.polarity.rawValue)"
        }
    }

    @Test func `who did so did what was told before, to the same party`() throws {
        #expect(try echoes("Alph zaped Beth. Gim did so.") == ["GIM>BET assault done"])
    }

    @Test func `who did it too to whom it was done first did it back`() throws {
        #expect(try echoes("Alph zaped Beth. Beth did so.") == ["BET>ALF assault done"])
    }

    @Test func `what is taken up is what a sentence mainly tells`() throws {
        let text =
            "Russia recalled its ambassador from Washington over the bombing of Iraq. "
            + "China did not."
        let core = try Coder.code(text).statements.map(\.core)
        #expect(core.contains("CHN>USA sanction not_done fact"))
    }

    @Test func `what was asked for did not come to who asked`() throws {
        #expect(try echoes("Beth begged Alph for gifts. Alph did not.") == ["ALF>BET aid not_done"])
    }

    @Test func `a verb that is left out is taken up only where its clause ends`() throws {
        #expect(try echoes("Alph zaped Beth. Gim did not hug Beth.").isEmpty)
    }

    @Test func `where nothing was told before, nothing is taken up`() throws {
        #expect(try echoes("Gim did so.").isEmpty)
    }
}
