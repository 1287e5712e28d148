import Assessment
package import Diplomacy
package import Ledger

/// What a page is asked: of whom, as true on which day, as known on which day.
///
/// Every view is one address, and every link on it keeps the clocks.
package struct Question: Sendable {
    /// The most letters of a search, an actor's code or an id: more than anybody needs.
    static let longestValue = 200

    package let actor: ActorCode?
    package let clocks: Clocks
    /// The language of the interface, where it is not the usual one.
    package let language: String?
    /// Everything that was asked, in the order of the address: what an export of the page repeats.
    private let asked: [(name: String, value: String)]

    package init(
        actor: ActorCode? = nil,
        clocks: Clocks = .unset,
        language: String? = nil
    ) {
        self.actor = actor
        self.clocks = clocks
        self.language = language
        asked = []
    }

    package static let open = Question()

    /// Reads `actor`, `on`, `known-by` and `lang`; empty values, which a form sends, count as missing.
    init(_ query: Query) throws {
        actor = try query["actor"].map { try Self.actor($0) }
        clocks = Clocks(on: try query.day("on"), knownBy: try query.day("known-by"))
        language = query["lang"].flatMap { $0 == PhraseBook.standardLanguage ? nil : $0 }
        asked = query.pairs
    }

    /// What a page that could not be made keeps: the language, and the days where they are days.
    init(statesOf encoded: String) {
        let kept = (try? Query(encoded: encoded))?.pairs ?? []
        let query = try? Query(kept.filter { ["lang", "on", "known-by"].contains($0.name) })
        let language = try? Query(kept.filter { $0.name == "lang" })
        self =
            query.flatMap { try? Question($0) } ?? language.flatMap { try? Question($0) } ?? .open
    }

    /// Reads a code as a person may type it: `rus`, `IGO:NATO`.
    static func actor(_ text: String) throws -> ActorCode {
        let isCode = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
                || ":_-.’' ".unicodeScalars.contains($0)
        }
        guard isCode, text.unicodeScalars.count <= 64 else {
            throw SiteProblem(
                .badQuestion,
                "'\(text.prefix(80))' is not the code of an actor.",
                cure: "Write three letters for a state, like RUS, or IGO:NATO for an organisation."
            )
        }
        return ActorCode(text.uppercased())
    }

    // MARK: Addresses

    /// What every link keeps: the clocks and the language.
    var state: [(name: String, value: String?)] {
        [
            ("on", clocks.on?.description), ("known-by", clocks.knownBy?.description),
            ("lang", language),
        ]
    }

    private var ofActor: [(name: String, value: String?)] { [("actor", actor?.rawValue)] + state }

    /// Disagreements of one kind, of the actor of this question.
    func disagreements(_ kind: Disagreement.Kind) -> Address {
        Address(
            "disagreements",
            query: [("actor", actor?.rawValue), ("kind", kind.rawValue)] + state
        )
    }

    /// A page that is reached by its name alone.
    func page(_ name: String) -> Address { Address(name, query: state) }

    /// The same, kept to the actor of this question.
    func own(_ name: String) -> Address { Address(name, query: ofActor) }

    func overview(_ actor: ActorCode?) -> Address {
        Address("", query: [("actor", actor?.rawValue)] + state)
    }

    func brief(_ actor: ActorCode?) -> Address {
        Address("brief", query: [("actor", actor?.rawValue)] + state)
    }

    func pair(_ source: ActorCode, _ target: ActorCode, at fragment: String? = nil) -> Address {
        Address("pair", source.rawValue, target.rawValue, query: state, fragment: fragment)
    }

    func found(_ id: String) -> Address { Address("cases", id, query: state) }

    /// A commitment of the register.
    func commitment(_ id: String) -> Address {
        Address("commitments", query: [("id", id)] + state)
    }

    func article(_ id: String, at fragment: String? = nil) -> Address {
        Address("article", id, query: state, fragment: fragment)
    }

    /// The words of a statement, in its article.
    func evidence(_ statement: Statement) -> Address {
        article(statement.evidence.article, at: "s-\(statement.id)")
    }

    func statement(_ id: String) -> Address { Address("statement", id, query: state) }

    var articles: Address { page("articles") }

    /// The page that is open, with one value of its query set; nil takes it away.
    func here(_ name: String, _ value: String?) -> Address {
        Address(
            here: asked.filter { $0.name != name }.map { ($0.name, $0.value) } + [(name, value)]
        )
    }

    /// A table or a drawing of the page that is open, as a file: `cases.csv`.
    func export(_ file: String) -> Address { here("export", file) }
}

/// The names and values after `?`, decoded, with limits.
struct Query {
    private let values: [String: String]
    /// In the order of the address, each name once.
    let pairs: [(name: String, value: String)]

    init(_ pairs: [(name: String, value: String)]) throws {
        var values: [String: String] = [:]
        var kept: [(name: String, value: String)] = []
        for (name, value) in pairs where values[name] == nil && !value.isEmpty {
            guard value.unicodeScalars.count <= Question.longestValue else {
                throw SiteProblem(
                    .badQuestion,
                    "The value of '\(name.prefix(40))' is too long.",
                    cure: "At most \(Question.longestValue) letters are read."
                )
            }
            values[name] = value
            kept.append((name, value))
        }
        self.values = values
        self.pairs = kept
    }

    /// Nil where the value is missing or empty.
    subscript(_ name: String) -> String? { values[name] }

    func day(_ name: String) throws -> Day? {
        guard let text = self[name] else { return nil }
        guard let interval = DayInterval(edtf: text), interval.first == interval.last,
            !interval.isApproximate
        else {
            throw SiteProblem(
                .badQuestion,
                "'\(text)' is not a day of the calendar.",
                cure: "Write '\(name)' as year, month and day, for example 2025-06-13."
            )
        }
        return interval.first
    }

    /// From one day to another, either of which may be missing.
    func days(_ from: String, _ to: String) throws -> DaySpan {
        let span = DaySpan(first: try day(from), last: try day(to))
        guard !span.isEmpty else {
            throw SiteProblem(
                .badQuestion,
                "The last of these days lies before the first.",
                cure: "Let '\(from)' be the earlier day, and '\(to)' the later."
            )
        }
        return span
    }

    /// A word of a closed list.
    func member<Value: RawRepresentable & CaseIterable>(
        _ name: String,
        of type: Value.Type
    ) throws -> Value? where Value.RawValue == String {
        guard let text = self[name] else { return nil }
        guard let value = Value(rawValue: text) else {
            let list = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw SiteProblem(
                .badQuestion,
                "'\(text)' is no value of '\(name)'.",
                cure: "It may be: \(list)."
            )
        }
        return value
    }

    func number(_ name: String, in range: ClosedRange<Int>, default standard: Int) throws -> Int {
        guard let text = self[name] else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw SiteProblem(
                .badQuestion,
                "'\(text)' is no value of '\(name)'.",
                cure: "It may be \(range.lowerBound) to \(range.upperBound)."
            )
        }
        return number
    }
}
