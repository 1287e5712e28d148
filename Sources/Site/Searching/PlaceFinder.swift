import Assessment
import Diplomacy
import Ledger
import Text

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
    /// So many kept cases are looked at for those that were known on a day: some 0.2 ms each.
    private static let mostLookedAt = 60
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
        let found = (1..<words.count).compactMap { place -> DirectedPair? in
            let behind = words[place...]
            let isJoined = behind.count > 1 && desk.smallWords.contains(words[place])
            guard let source = parties(Array(words[..<place])).first,
                let target = parties(Array(isJoined ? behind.dropFirst() : behind)).first,
                source != target
            else { return nil }
            return DirectedPair(source: source, target: target)
        }
        return Array(found.eachOnce.prefix(Self.ofEachKind))
    }

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
                pairs.isEmpty || pairs.contains { id.names($0.source) && id.names($0.target) }
            }
        let ofYears = ids.filter { id in years.allSatisfy { id.contains($0) } }
        var places: [Place] = []
        for id in ofYears.eachOnce.prefix(Self.mostLookedAt)
        where places.count < Self.ofEachKind {
            guard let name = try name(ofCase: id) else { continue }
            places.append(Place(kind: .case, name: "\(id): \(name)", href: question.found(id).text))
        }
        return places
    }

    /// Of a large ledger those that it keeps, and of these under clocks those that may have begun by then.
    private func ids(of party: ActorCode?) throws -> [AllianceCase.ID] {
        let clocks = question.clocks
        if let kept = try desk.kept(.unset) {
            let last = [clocks.on, clocks.knownBy].compactMap { $0?.civil.year }.min()
            return try (kept.caseIDs(party) ?? []).filter { $0.began(by: last) }
        }
        guard try !desk.isLarge(.usual) else { return [] }
        return try desk.cases(clocks).filter { found in
            party.map { found.promisor == $0 || found.beneficiary == $0 } ?? true
        }.map(\.id)
    }

    /// Nil where there is no such case on these days.
    ///
    /// What is kept of a case was made without days, so under clocks its parties alone are named.
    private func name(ofCase id: AllianceCase.ID) throws -> String? {
        let clocks = question.clocks
        guard let kept = try desk.kept(.unset) else {
            return try desk.cases(clocks).first { $0.id == id }.map { names.headline($0) }
        }
        if clocks == .unset { return try kept.found(id).map { names.headline($0.found) } }
        guard let told = try kept.statements(ofCase: id),
            try desk.ledger.isTold(anyOf: told, clocks), let pair = try desk.parties(ofCase: id)
        else { return nil }
        return "\(names.heading(pair.source)) – \(names.heading(pair.target))"
    }

    // MARK: Commitments

    /// By the words of their names, in English and as the page calls them; or what binds the two of a pair.
    private func commitments(_ words: [String], _ pairs: [DirectedPair]) -> [Place] {
        let sought = words.map { $0.lowercased() }
        let found = desk.assessor.register.commitments.filter { commitment in
            let called = names.phrases.called(commitment.name)
            let name = "\(commitment.name) \(commitment.id) \(called)".lowercased()
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
                name: names.phrases.called(commitment.name),
                href: question.commitment(commitment.id).text
            )
        }
    }
}

extension AllianceCase.ID {
    /// Whether the year that the id names, if it names one, is `last` or an earlier one.
    fileprivate func began(by last: Int?) -> Bool {
        let year = split(separator: "-").compactMap { $0.count == 4 ? Int($0) : nil }.first
        return (year ?? .min) <= (last ?? .max)
    }

    /// Whether the id names the party.
    fileprivate func names(_ party: ActorCode) -> Bool {
        "-\(self)-".contains("-\(party.rawValue)-")
    }
}
