import Scoring
import Testing

/// Every kind and every pair of the acceptance list, each as its own case.
@Suite(.enabled(if: SeedFindings.shared != nil, SeedFindings.absence))
struct AcceptanceListTests {
    @Test(arguments: AcceptanceCheck.kinds)
    func `the coding of the seeds shows the kind`(_ check: AcceptanceCheck) throws {
        try expectShown(check)
    }

    @Test(arguments: AcceptanceCheck.pairs)
    func `the coding of the seeds shows the pair`(_ check: AcceptanceCheck) throws {
        try expectShown(check)
    }

    /// A known gap is expected to fail; one that closed says so by failing.
    private func expectShown(_ check: AcceptanceCheck) throws {
        let finding = try SeedFindings.finding(check)
        if let reason = try SeedFindings.gaps().reasons[check.id] {
            withKnownIssue("\(check.id) is a known gap: \(reason)") {
                #expect(finding.isShown, "\(finding.sentence)")
            }
        } else {
            #expect(finding.isShown, "\(check.id): \(finding.sentence)")
        }
    }

    @Test func `each entry of the list has one check, in the order of the list`() throws {
        let list = try SeedFindings.list()
        #expect(AcceptanceCheck.kinds.map(\.id) == list.items.map(\.id))
        #expect(AcceptanceCheck.pairs.map(\.id) == list.pairs.map(\.id))
    }
}

struct KnownGapTests {
    @Test func `each known gap names a check and gives a reason`() throws {
        let ids = Set(AcceptanceCheck.all.map(\.id))
        let gaps = try SeedFindings.gaps()
        #expect(gaps.mistakes.isEmpty)
        #expect(Set(gaps.reasons.keys).subtracting(ids).isEmpty)
    }

    @Test func `what needs vocabulary that Casus lacks is a known gap`() throws {
        let gaps = try SeedFindings.gaps()
        let waiting = AcceptanceCheck.all.filter { $0.missingVocabulary != nil }
        #expect(waiting.filter { gaps.reasons[$0.id] == nil }.map(\.id).isEmpty)
    }

    @Test func `a line without a reason and an id given twice are mistakes`() {
        let gaps = KnownGaps("# comment\nA02  a reason of words\nA03\nA02 again\n")
        #expect(gaps.reasons == ["A02": "a reason of words"])
        #expect(gaps.mistakes == ["A03", "A02 again"])
    }
}
