import Assessment
import Diplomacy
import Foundation
import Ledger

/// All cases of a ledger without their sentences, as lists show them.
struct KeptCases: Sendable {
    /// The latest first.
    let all: [AllianceCase]
    private let pairs: [String: [Int]]
    /// Where each lies as it is kept, packed: in memory, or in the ledger.
    private let record: @Sendable (AllianceCase.ID) throws -> Data?

    init(
        _ all: [AllianceCase],
        record: @escaping @Sendable (AllianceCase.ID) throws -> Data? = { _ in nil }
    ) {
        self.all = all
        self.record = record
        pairs = Dictionary(grouping: all.indices) {
            KeptAnswers.name(all[$0].promisor, all[$0].beneficiary)
        }
    }

    func between(_ one: ActorCode, and other: ActorCode) -> [AllianceCase] {
        (pairs[KeptAnswers.name(one, other)] ?? []).map { all[$0] }
    }

    /// The case of this id with its sentences, out of a ledger under the same clocks; nil where it is not held.
    func whole(
        _ id: AllianceCase.ID,
        _ ledger: LedgerDatabase,
        _ register: CommitmentRegister
    ) throws -> AllianceCase? {
        var found: AllianceCase?
        try each([id], ledger, register) { found = $0 }
        return found
    }

    /// Hands over the cases of these ids with their sentences, out of a ledger under the same clocks.
    func each(
        _ ids: [AllianceCase.ID],
        _ ledger: LedgerDatabase,
        _ register: CommitmentRegister,
        _ visit: (AllianceCase) throws -> Void
    ) throws {
        for start in stride(from: 0, to: ids.count, by: CaseRecord.together) {
            let some = ids[start..<min(start + CaseRecord.together, ids.count)]
            let own = try some.compactMap { id in
                try record(id).flatMap { try CaseRecord(packed: $0) }
            }
            for found in try CaseRecord.found(own, ledger, register) { try visit(found) }
            // Of ten thousand cases the sentences of those before lie in pieces between what stays.
            if start > 0, start.isMultiple(of: 10 * CaseRecord.together) { ledger.giveMemoryBack() }
        }
    }

    /// The ids of those in which a party is the promisor or the beneficiary, or of all.
    func ids(of actor: ActorCode?) -> [AllianceCase.ID] {
        all.filter { actor == nil || $0.promisor == actor || $0.beneficiary == actor }.map(\.id)
    }

    /// The ids of the cases of two parties, for each two that have some.
    var answers: [KeptAnswer] {
        pairs.map { name, places in
            let ids = places.map { all[$0].id }.joined(separator: "\n")
            return KeptAnswer(.between, name, Data(ids.utf8))
        }
    }
}

/// Finds the cases of a ledger a beneficiary at a time, and has them kept with the ids of their statements.
struct CaseKeeper {
    let ledger: LedgerDatabase
    let assessor: Assessor
    let until: Day

    /// Hands every case over as it is found, with the texts that `text` makes of some; all of them come back
    /// without their sentences.
    func keep(
        _ text: (AllianceCase) -> KeptAnswer?,
        _ keep: ([KeptAnswer]) throws -> Void
    ) throws -> KeptCases {
        let all = try find { cases, _ in
            try keep(cases.map { KeptAnswer(.found, $0.id, try CaseRecord($0).packed()) })
            for found in cases { try text(found).map { try keep([$0]) } }
        }
        let cases = KeptCases(all)
        try keep(cases.answers)
        return cases
    }

    /// The same for who asks now: they stay in memory, packed.
    func hold(_ report: (_ statements: Int) throws -> Void) throws -> KeptCases {
        var records: [AllianceCase.ID: Data] = [:]
        let all = try find { cases, told in
            for found in cases { records[found.id] = try CaseRecord(found).packed() }
            try report(told)
        }
        return KeptCases(all) { [records] in records[$0] }
    }

    /// The cases between the two with their sentences, the latest first.
    func between(_ one: ActorCode, and other: ActorCode) throws -> [AllianceCase] {
        let builder = assessor.caseBuilder(until: until, between: [one, other])
        let parties = Set([one, other])
        let help = try help(parties.map { StatementFilter(source: $0, acts: HelpGiven.acts) })
        let placed = try parties.sorted().flatMap { beneficiary in
            builder.cases(of: beneficiary, in: try told(of: beneficiary), help)
        }
        return placed.sorted(by: PlacedCase.isListedBefore).map(\.found)
    }

    /// All cases without their sentences, the latest first; `visit` is handed those of each beneficiary whole, with
    /// the number of statements that concern it.
    private func find(
        _ visit: ([AllianceCase], _ told: Int) throws -> Void
    ) throws -> [AllianceCase] {
        let builder = assessor.caseBuilder(until: until)
        let help = try help([StatementFilter(acts: HelpGiven.acts)])
        let parties = try ledger.partyCounts(ledger.clocks).map(\.actor)
        let beneficiaries = Set(parties.map { assessor.territories.defender(of: $0) ?? $0 })
        var placed: [PlacedCase] = []
        for beneficiary in beneficiaries.sorted() {
            let told = try told(of: beneficiary)
            let cases = builder.cases(of: beneficiary, in: told, help)
            try visit(cases.map(\.found), told.count)
            placed += cases.map(\.withoutEntries)
            // What one beneficiary needed lies between what stays, and the next would be put behind it.
            ledger.giveMemoryBack()
        }
        // In its place: of a hundred thousand cases a second list takes much.
        placed.sort(by: PlacedCase.isListedBefore)
        return placed.map(\.found)
    }

    private func help(_ filters: [StatementFilter]) throws -> HelpGiven {
        HelpGiven(try LedgerMaterial.statements(ledger, filters, where: HelpGiven.isGiven))
    }

    private func told(of beneficiary: ActorCode) throws -> [CitedStatement] {
        let targets = [beneficiary] + assessor.territories.defended(by: beneficiary)
        return try LedgerMaterial.statements(
            ledger,
            targets.flatMap {
                [
                    StatementFilter(target: $0, acts: CaseActs.received),
                    StatementFilter(source: $0, acts: CaseActs.done),
                ]
            }
        )
    }
}

extension CaseRecord {
    /// How many are read at once: each comes with its sentences, some 20 kB.
    static let together = 100

    /// The cases with their sentences, which are read together: one question takes a third of a hundred.
    static func found(
        _ records: [CaseRecord],
        _ ledger: LedgerDatabase,
        _ register: @autoclosure () throws -> CommitmentRegister
    ) throws -> [AllianceCase] {
        guard !records.isEmpty else { return [] }
        let cited = try LedgerMaterial.statements(ledger, ids: records.flatMap(\.statements))
        let statements = Dictionary(
            cited.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let register = try register()
        return records.map { $0.found(register, statements) }
    }

    init?(packed: Data) throws {
        guard let bytes = Gzip.unpacked(Array(packed)) else { return nil }
        self = try JSONDecoder().decode(CaseRecord.self, from: Data(bytes))
    }

    func packed() throws -> Data { Data(Gzip.packed(Array(try JSONEncoder().encode(self)))) }
}
