import Diplomacy
import Testing

/// What the other words of acts in a sentence say of a party.
struct SentenceFramesTests {
    @Test(arguments: [
        ("en", "China condemned the strikes on Iran."),
        ("uk", "Китай засудив удари по Ірану."),
        ("ru", "Китай осудил удары по Ирану."),
        ("de", "China verurteilte die Angriffe auf den Iran."),
    ])
    func `who was struck is not blamed for it`(_ language: String, _ text: String) throws {
        let statements = try Coder.code(text, language: language).statements
        let isBlamed = statements.contains { $0.act == .accuse && $0.target?.rawValue == "IRN" }
        #expect(!isBlamed)
    }

    @Test func `who struck is blamed`() throws {
        let statements = try Coder.code("China condemned Israel's strikes on Iran.").statements
        #expect(statements.contains { $0.act == .accuse && $0.target?.rawValue == "ISR" })
    }

    @Test func `who votes against a resolution that condemns does not condemn`() throws {
        let statements = try Coder.code("China votes against resolutions that condemn Russia.")
            .statements
        #expect(!statements.contains { $0.act == .accuse && $0.source.rawValue == "CHN" })
    }
}
