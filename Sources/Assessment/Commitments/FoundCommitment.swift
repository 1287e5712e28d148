package import Diplomacy

/// A commitment that articles tell of, with the sentences that do; it joins the register as found, and binds
/// nobody in a verdict until a person has put it there.
package struct FoundCommitment: Sendable, Encodable, Identifiable {
    /// `found-prk-rus-2024`; a second one of the year has `-2` behind.
    package let id: String
    /// The two, in the order of their codes.
    package let parties: [ActorCode]
    /// As its words tell; nil where they tell of an agreement and no more.
    package let kind: Commitment.Kind?
    /// Whether its words tell of several that they do not name: "multiple treaties and agreements".
    package let isSeveral: Bool
    /// What is told beside it of what either would owe the other.
    package let obligations: [Commitment.Obligation]
    /// The days on which it is told to have been made; nil where nobody says.
    package let made: DayInterval?
    /// The ids of the commitments of the register that it may be: of these two, made at that time.
    package let registered: [Commitment.ID]
    /// The statements that tell of it, in the order of time.
    package let evidence: [Citation]

    package var rootCount: Int { evidence.rootCount }

    /// Whether it is more than one guess of the coder: a sure reading, two roots, or the register tells of it.
    var isCredible: Bool {
        evidence.contains(where: \.isSure) || rootCount > 1 || !registered.isEmpty
    }
}

/// What a word of a treaty tells.
package enum TreatySense: String, CaseIterable, Hashable, Sendable {
    /// A treaty or an alliance, whatever it is about.
    case instrument
    /// An agreement on anything; a commitment only where another word tells of one.
    case agreement
    case defence, partnership, basing
    case nonAggression = "non-aggression"
    /// Several instruments: *multiple*, *a number of*, *ряд*; a commitment only beside another word.
    case several
}

/// Finds the commitments that statements tell of: agreements told as made, whose words are those of a treaty.
package struct CommitmentFinder: Sendable {
    private let register: CommitmentRegister
    private let words: WordList<TreatySense>

    /// Signing, ratifying and entering into force lie within a year of each other.
    static let makingDays = 366

    package init(register: CommitmentRegister, words: WordList<TreatySense>) {
        self.register = register
        self.words = words
    }

    /// Those between `actor` and anybody, or between everybody for nil; by parties, then by time.
    package func commitments(
        in statements: [CitedStatement],
        of actor: ActorCode? = nil
    ) -> [FoundCommitment] {
        var told: [[ActorCode]: [Told]] = [:]
        for cited in statements {
            guard let one = self.told(cited), actor.map(one.parties.contains) ?? true
            else { continue }
            told[one.parties, default: []].append(one)
        }
        let duties = Dictionary(grouping: statements.filter(\.isTreatyDuty), by: \.article.id)
        var used: [String: Int] = [:]
        return told.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .flatMap { parties, told in Self.grouped(told).map { (parties, $0) } }
            .map { parties, group in
                let codes = parties.map { $0.rawValue.lowercased().replacing(":", with: "-") }
                let year = group.made.map { ["\($0.first.civil.year)"] } ?? []
                let name = (["found"] + codes + year).joined(separator: "-")
                used[name, default: 0] += 1
                let number = used[name] ?? 1
                return FoundCommitment(
                    id: number == 1 ? name : "\(name)-\(number)",
                    parties: parties,
                    kind: group.kind,
                    isSeveral: group.isSeveral,
                    obligations: Self.obligations(group, parties, duties),
                    made: group.made,
                    registered: registered(parties, group),
                    evidence: group.told.map { Citation($0.cited) }.sorted(by: Citation.isEarlier)
                )
            }
            .filter { $0.isCredible }
    }

    // MARK: One statement

    private struct Told {
        let cited: CitedStatement
        let parties: [ActorCode]
        let kind: Commitment.Kind?
        /// Of several instruments, by no name.
        let isSeveral: Bool
    }

    private func told(_ cited: CitedStatement) -> Told? {
        let statement = cited.statement
        guard statement.act == .agree, statement.polarity == .done, statement.isTold,
            let target = statement.target
        else { return nil }
        let parties = [statement.source, target].sorted()
        guard parties.allSatisfy({ $0.isState || $0.isOrganisation }) else { return nil }
        let senses = words.senses(
            in: statement.evidence.quote,
            language: cited.article.language
        )
        let isCommitment =
            senses.contains(.instrument)
            || senses.contains { ![.instrument, .agreement, .several].contains($0) }
                && senses.contains(.agreement)
        guard isCommitment else { return nil }
        let isSeveral = Self.isSeveral(senses)
        return Told(
            cited: cited,
            parties: parties,
            // Words for several tell what one of them may be about, and of none for certain.
            kind: isSeveral ? nil : Self.kind(senses),
            isSeveral: isSeveral
        )
    }

    /// *Several* right before a treaty or an agreement, or before the words for what it is about.
    private static func isSeveral(_ senses: [TreatySense]) -> Bool {
        guard let place = senses.firstIndex(of: .several) else { return false }
        return senses[(place + 1)...].contains { $0 == .instrument || $0 == .agreement }
    }

    private static func kind(_ senses: [TreatySense]) -> Commitment.Kind? {
        if senses.contains(.nonAggression) { return .nonAggression }
        if senses.contains(.basing) { return .basing }
        if senses.contains(.partnership) { return .partnership }
        return senses.contains(.defence) ? .defenceCooperation : nil
    }

    // MARK: One commitment

    private struct Group {
        var told: [Told]
        var made: DayInterval?

        var kind: Commitment.Kind? { told.lazy.compactMap(\.kind).first }
        var isSeveral: Bool { told.allSatisfy(\.isSeveral) }

        /// Told of the same kind or of none, and within a year, or without a date.
        ///
        /// Several without a name are none of those that are told of one by one.
        func holds(_ other: Told) -> Bool {
            if isSeveral != other.isSeveral { return false }
            if let kind, let second = other.kind, kind != second { return false }
            guard let made, let date = other.cited.closeDate else { return true }
            return made.distance(to: date) <= CommitmentFinder.makingDays
        }
    }

    /// The dated ones first; what has no date joins the last that fits.
    private static func grouped(_ told: [Told]) -> [Group] {
        let ordered = told.sorted { left, right in
            let key = { (one: Told) in
                (one.cited.closeDate?.first.number ?? .max, one.cited.id)
            }
            return key(left) < key(right)
        }
        var groups: [Group] = []
        for one in ordered {
            let date = one.cited.closeDate
            if let place = groups.lastIndex(where: { $0.holds(one) }) {
                groups[place].told.append(one)
                if let made = groups[place].made, let date {
                    groups[place].made = made.overlaps(date) ? made : made.joined(with: date)
                }
            } else {
                groups.append(Group(told: [one], made: date))
            }
        }
        return groups
    }

    /// A duty to help if attacked is told beside it as what would come; none, as what would not.
    private static func obligations(
        _ group: Group,
        _ parties: [ActorCode],
        _ duties: [String: [CitedStatement]]
    ) -> [Commitment.Obligation] {
        let beside = group.told.contains { one in
            (duties[one.cited.article.id] ?? []).contains { duty in
                let sides = [duty.statement.source, duty.statement.target].compactMap(\.self)
                let distance = abs(
                    duty.statement.evidence.range.lowerBound
                        - one.cited.statement.evidence.range.lowerBound
                )
                return sides.sorted() == parties && distance <= CaseBuilder.passage
            }
        }
        return beside ? [.defence] : []
    }

    /// Those of the register between the two that were made within a year of it; where nobody dates it, those
    /// of its kind.
    private func registered(_ parties: [ActorCode], _ group: Group) -> [Commitment.ID] {
        guard parties.count == 2 else { return [] }
        return register.commitments(of: parties[0], on: nil).filter { commitment in
            guard !commitment.isMultilateral,
                commitment.parties.contains(where: { $0.actor == parties[1] })
            else { return false }
            guard let made = group.made else {
                return group.kind == nil || group.kind == commitment.kind
            }
            return [commitment.signed, commitment.began].compactMap(\.self)
                .contains { $0.distance(to: made) <= Self.makingDays }
        }
        .map(\.id)
    }
}

extension CitedStatement {
    /// Help that a text would oblige to: "must help if attacked".
    fileprivate var isTreatyDuty: Bool {
        statement.act == .aid && statement.polarity == .done && statement.modality == .hypothetical
    }
}
