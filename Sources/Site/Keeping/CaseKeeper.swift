import Assessment
import Diplomacy
import Foundation
import Ledger

/// All cases of a ledger without their sentences, as lists show them.
struct KeptCases: Sendable {
    /// The latest first.
    let all: [AllianceCase]
    private let pairs: [String: [Int]]

    init(_ all: [AllianceCase]) {
        self.all = all
        pairs = Dictionary(grouping: all.indices) {
            KeptAnswers.name(all[$0].promisor, all[$0].beneficiary)
        }
    }

    func between(_ one: ActorCode, and other: ActorCode) -> [AllianceCase] {
        (pairs[KeptAnswers.name(one, other)] ?? []).map { all[$0] }
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

    /// Hands every case over as it is found; all of them come back without their sentences.
    func keep(_ keep: ([KeptAnswer]) throws -> Void) throws -> KeptCases {
        let builder = assessor.caseBuilder(until: until)
        let help = HelpGiven(
            try LedgerMaterial.statements(
                ledger,
                [StatementFilter(acts: [.support, .aid])],
                where: HelpGiven.isGiven
            )
        )
        let parties = try ledger.partyCounts(.unset).map(\.actor)
        let beneficiaries = Set(parties.map { assessor.territories.defender(of: $0) ?? $0 })
        var placed: [PlacedCase] = []
        for beneficiary in beneficiaries.sorted() {
            let cases = builder.cases(of: beneficiary, in: try told(of: beneficiary), help)
            try keep(
                try cases.map { one in
                    let record = try JSONEncoder().encode(CaseRecord(one.found))
                    return KeptAnswer(
                        .found,
                        one.found.id,
                        Data(Gzip.packed(Array(record)))
                    )
                }
            )
            placed += cases.map(\.withoutEntries)
            // What one beneficiary needed lies between what stays, and the next would be put behind it.
            ledger.giveMemoryBack()
        }
        // In its place: of a hundred thousand cases a second list takes much.
        placed.sort(by: PlacedCase.isListedBefore)
        let cases = KeptCases(placed.map(\.found))
        placed = []
        try keep(cases.answers)
        return cases
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
