package import Diplomacy

/// How often alliances were kept when they came due, as published.
package struct BaseRate: Hashable, Sendable, Encodable {
    package let name: String
    package let kept: Int
    /// Occasions on which a promise was tested.
    package let tested: Int
    package let source: String

    package var share: Double { Double(kept) / Double(tested) }

    private static let study = "Berkemeier and Fuhrmann (2018), Research and Politics 5(2)"
    /// The prior: all alliances, in the order of states in which today's cases stand.
    package static let since1945 = BaseRate(
        name: "alliances tested by war since 1945",
        kept: 12,
        tested: 54,
        source: study
    )
    package static let since1816 = BaseRate(
        name: "alliances tested by war, 1816 to 2003",
        kept: 73,
        tested: 146,
        source: study
    )
    package static let defencePacts = BaseRate(
        name: "defence pacts tested by war since 1945",
        kept: 6,
        tested: 43,
        source: study
    )
    package static let all = [since1945, since1816, defencePacts]
    /// Of 576 occasions 430 were no test: the promise did not bind there.
    package static let untested = (untested: 430, occasions: 576)
}

/// The chance that a promisor keeps a promise that comes due: a Beta distribution that begins at a published
/// base rate and learns from the cases of the ledger.
///
/// Only cases with a legal verdict of honoured or violated are tests. The base rate counts as
/// `priorOccasions` occasions; the table shows what other weights would say.
package struct Reliability: Sendable, Encodable {
    /// Who must act where many have promised.
    package enum Rule: String, CaseIterable, Hashable, Sendable, Codable {
        /// Each promisor must act itself.
        case strict
        /// It counts as kept for all where any of the members acted in the same occasion.
        case lenient
    }

    package struct Row: Sendable, Encodable {
        package let rule: Rule
        /// The ids of the cases.
        package let kept: [String]
        package let broken: [String]
        package let posterior: BetaDistribution
        package let mean: Double
        /// The ends of the interval that holds the chance with 90 %.
        package let low: Double
        package let high: Double
    }

    package struct Weight: Sendable, Encodable {
        /// As how many occasions the base rate counts.
        package let occasions: Double
        /// The mean under the strict rule.
        package let mean: Double
    }

    package let promisor: ActorCode
    package let baseRate: BaseRate
    package let prior: BetaDistribution
    package let rows: [Row]
    /// Cases that were no test, by legal verdict.
    package let notTested: [LegalFinding.Verdict: [String]]
    package let weights: [Weight]

    /// Ten cases of the ledger weigh as much as the literature: enough that one case does not decide, and
    /// little enough that a promisor's own record shows.
    package static let priorOccasions = 10.0

    /// The reliability of `promisor` in `cases`, which may hold those of others too.
    package init(of promisor: ActorCode, in cases: [AllianceCase]) {
        self.promisor = promisor
        baseRate = .since1945
        let prior = Self.prior(Self.priorOccasions)
        self.prior = prior
        let own = cases.filter { $0.promisor == promisor }
        // The base rate is that of wars.
        let tests = own.filter {
            $0.trigger == .attack
                && ($0.legal.verdict == .honoured || $0.legal.verdict == .violated)
        }
        rows = Rule.allCases.map { rule in
            let kept = tests.filter { Self.isKept($0, rule, cases) }.map(\.id)
            let broken = tests.map(\.id).filter { !kept.contains($0) }
            let posterior = prior.updated(
                successes: Double(kept.count),
                failures: Double(broken.count)
            )
            return Row(
                rule: rule,
                kept: kept,
                broken: broken,
                posterior: posterior,
                mean: posterior.mean,
                low: posterior.quantile(0.05),
                high: posterior.quantile(0.95)
            )
        }
        notTested = Dictionary(
            grouping: own.filter { !tests.map(\.id).contains($0.id) },
            by: \.legal.verdict
        ).mapValues { $0.map(\.id) }
        let strict = rows.first { $0.rule == .strict }
        weights = [2, Self.priorOccasions, Double(BaseRate.since1945.tested)].map { occasions in
            let posterior = Self.prior(occasions).updated(
                successes: Double(strict?.kept.count ?? 0),
                failures: Double(strict?.broken.count ?? 0)
            )
            return Weight(occasions: occasions, mean: posterior.mean)
        }
    }

    private static func prior(_ occasions: Double) -> BetaDistribution {
        let share = BaseRate.since1945.share
        return BetaDistribution(successes: share * occasions, failures: (1 - share) * occasions)
    }

    private static func isKept(
        _ test: AllianceCase,
        _ rule: Rule,
        _ cases: [AllianceCase]
    ) -> Bool {
        if test.legal.verdict == .honoured { return true }
        guard rule == .lenient else { return false }
        let shared = Set(
            test.commitments.filter { $0.hasDefenceDuty && $0.commitment.isMultilateral }
                .map(\.commitment.id)
        )
        return cases.contains { other in
            other.beneficiary == test.beneficiary && other.interval == test.interval
                && other.adversaries == test.adversaries && other.legal.verdict == .honoured
                && other.commitments.contains { shared.contains($0.commitment.id) }
        }
    }
}
