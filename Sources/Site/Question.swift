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

    package init(actor: ActorCode? = nil, clocks: Clocks = .unset) {
        self.actor = actor
        self.clocks = clocks
    }

    package static let open = Question()

    /// Reads `actor`, `on` and `known-by`; empty values, which a form sends, count as missing.
    init(_ query: Query) throws {
        actor = try query["actor"].map { try Self.actor($0) }
        clocks = Clocks(on: try query.day("on"), knownBy: try query.day("known-by"))
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

    private var clockPairs: [(name: String, value: String?)] {
        [("on", clocks.on?.description), ("known-by", clocks.knownBy?.description)]
    }

    func brief(_ actor: ActorCode?) -> Address {
        Address("", query: [("actor", actor?.rawValue)] + clockPairs)
    }

    func pair(_ source: ActorCode, _ target: ActorCode) -> Address {
        Address("pair", source.rawValue, target.rawValue, query: clockPairs)
    }

    func article(_ id: String, at fragment: String? = nil) -> Address {
        Address("article", id, query: clockPairs, fragment: fragment)
    }

    /// The words of a statement, in its article.
    func evidence(_ statement: Statement) -> Address {
        article(statement.evidence.article, at: "s-\(statement.id)")
    }

    func statement(_ id: String) -> Address { Address("statement", id, query: clockPairs) }

    var articles: Address { Address("articles", query: clockPairs) }

    func search(_ words: String? = nil) -> Address {
        Address("search", query: [("q", words)] + clockPairs)
    }
}

/// The names and values after `?`, decoded, with limits.
struct Query {
    private let values: [String: String]

    init(_ pairs: [(name: String, value: String)]) throws {
        var values: [String: String] = [:]
        for (name, value) in pairs where values[name] == nil && !value.isEmpty {
            guard value.unicodeScalars.count <= Question.longestValue else {
                throw SiteProblem(
                    .badQuestion,
                    "The value of '\(name.prefix(40))' is too long.",
                    cure: "At most \(Question.longestValue) letters are read."
                )
            }
            values[name] = value
        }
        self.values = values
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
