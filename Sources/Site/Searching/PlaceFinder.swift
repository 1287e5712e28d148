import Assessment
import Diplomacy
import Ledger

/// Where a person may want to go who types a few letters: parties, pairs, cases, commitments, by names in any language.
///
/// `росія іран` is a pair and its cases, `Syrien 2024` the cases of Syria of that year, `aukus` a commitment.
struct PlaceFinder {
    struct Place: Encodable, Hashable, Sendable {
        enum Kind: String, Encodable, Sendable {
            case party, pair, `case`, commitment
        }

        let kind: Kind
        let name: String
        /// Within the site, with the clocks and the language.
        let href: String
    }

    /// Of one kind: a palette shows a dozen lines.
    private static let ofEachKind = 5
    /// More parties that begin alike than anybody looks through.
    private static let parties = 4

    let desk: Desk
    let question: Question
    private let book: PartyBook
    /// Everybody who is told of.
    private let told: Set<ActorCode>

    init(desk: Desk, question: Question) throws {
        self.desk = desk
        self.question = question
        book = try desk.parties()
        told = Set(try desk.choices(.unset).map(\.actor))
    }

    private var names: Tongue { desk.names }

    func places(_ text: String) throws -> [Place] {
        let words = text.split { $0.isWhitespace || "→–—/,+&>".contains($0) }.map(String.init)
        guard !words.isEmpty else { return [] }
        let years = words.filter { $0.count == 4 && Int($0) != nil }
        let others = words.filter { !years.contains($0) }
        let alone = parties(others)
        let pairs = pairs(others)
        return alone.map(place) + pairs.map(place)
            + (try cases(alone, pairs, years, text)) + commitments(others, pairs)
    }

    // MARK: Parties and pairs

    private func parties(_ words: [String]) -> [ActorCode] {
        guard !words.isEmpty else { return [] }
        let found = book.beginning(words.joined(separator: " "))
        return Array(found.filter(told.contains).prefix(Self.parties))
    }

    /// The words before a place and those behind it each mean a party; a small word between them counts for nothing.
    private func pairs(_ words: [String]) -> [DirectedPair] {
        guard words.count > 1 else { return [] }
        var found: [DirectedPair] = []
        for place in 1..<words.count {
            let behind = words[place...]
            let isJoined = behind.count > 1 && Self.joints.contains(words[place].lowercased())
            guard let source = parties(Array(words[..<place])).first,
                let target = parties(Array(isJoined ? behind.dropFirst() : behind)).first,
                source != target
            else { continue }
            let pair = DirectedPair(source: source, target: target)
            if !found.contains(pair) { found.append(pair) }
        }
        return Array(found.prefix(Self.ofEachKind))
    }

    private static let joints: Set<String> = [
        "and", "und", "та", "і", "й", "и", "to", "nach", "до", "к", "for", "für", "для",
    ]

    private func place(_ party: ActorCode) -> Place {
        Place(
            kind: .party,
            name: "\(names.heading(party)) (\(party.rawValue))",
            href: question.overview(party).text
        )
    }

    private func place(_ pair: DirectedPair) -> Place {
        Place(
            kind: .pair,
            name: "\(names.heading(pair.source)) – \(names.heading(pair.target))",
            href: question.pair(pair.source, pair.target).text
        )
    }

    // MARK: Cases

    /// Those of the pairs, else of the parties; or of this id.
    ///
    /// Of a large ledger as it keeps them.
    private func cases(
        _ parties: [ActorCode],
        _ pairs: [DirectedPair],
        _ years: [String],
        _ text: String
    ) throws -> [Place] {
        let all = pairs.map(\.source) + (pairs.isEmpty ? parties : [])
        let ids =
            all.isEmpty
            ? try ids(of: nil).filter { $0.hasPrefix(text.uppercased()) }
            : try Set(all).sorted().flatMap { try self.ids(of: $0) }.filter { id in
                pairs.isEmpty || pairs.contains { id.contains($0.source) && id.contains($0.target) }
            }
        let ofYears = ids.filter { id in years.allSatisfy { id.contains($0) } }
        var seen: Set<String> = []
        return try ofYears.filter { seen.insert($0).inserted }.prefix(Self.ofEachKind).map { id in
            Place(
                kind: .case,
                name: try found(id).map { "\(id): \(names.headline($0))" } ?? id,
                href: question.found(id).text
            )
        }
    }

    private func ids(of party: ActorCode?) throws -> [AllianceCase.ID] {
        if let kept = try desk.kept(.unset) { return try kept.caseIDs(party) ?? [] }
        guard try !desk.isLarge(.usual) else { return [] }
        return try desk.cases(question.clocks).filter { found in
            party.map { found.promisor == $0 || found.beneficiary == $0 } ?? true
        }.map(\.id)
    }

    private func found(_ id: AllianceCase.ID) throws -> AllianceCase? {
        if let kept = try desk.kept(.unset) { return try kept.found(id)?.found }
        return try desk.cases(question.clocks).first { $0.id == id }
    }

    // MARK: Commitments

    /// By the words of their names, which are English; or what binds the two of a pair.
    private func commitments(_ words: [String], _ pairs: [DirectedPair]) -> [Place] {
        let sought = words.map { $0.lowercased() }
        let found = desk.assessor.register.commitments.filter { commitment in
            let name = "\(commitment.name) \(commitment.id)".lowercased()
            let own = name.split { !$0.isLetter && !$0.isNumber }
            let isNamed =
                !sought.isEmpty
                && sought.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
            let parties = Set(commitment.parties.map(\.actor))
            return isNamed
                || pairs.contains { parties.contains($0.source) && parties.contains($0.target) }
        }
        // What binds few is more of the two than a charter of many.
        let nearest = found.sorted { ($0.parties.count, $0.id) < ($1.parties.count, $1.id) }
        return nearest.prefix(Self.ofEachKind).map { commitment in
            Place(
                kind: .commitment,
                name: commitment.name,
                href: question.commitment(commitment.id).text
            )
        }
    }
}

extension AllianceCase.ID {
    /// Whether the id names the party.
    fileprivate func contains(_ party: ActorCode) -> Bool {
        split(separator: "-").contains { $0 == party.rawValue }
            || contains("\(party.rawValue)-") || contains("-\(party.rawValue)")
    }
}
