import Diplomacy

extension Reliability {
    /// Prior, data and posterior, for both rules.
    package func write(to page: inout TextLayout, _ naming: Naming) {
        page.heading(
            "Reliability of \(naming.party(promisor))",
            note:
                "The chance that a promise that comes due is kept: only cases with a "
                + "legal verdict of honoured or violated are tests."
        )
        page.paragraph(
            "Prior: \(Self.percent(prior.mean)), from \(baseRate.kept) of \(baseRate.tested) "
                + "\(baseRate.name) (\(baseRate.source)), weighed as "
                + "\(Int(Self.priorOccasions)) occasions.",
            indent: 2,
            hanging: 2
        )
        for row in rows {
            page.row(
                row.rule.rawValue,
                "\(row.kept.count) kept, \(row.broken.count) broken: \(Self.percent(row.mean)) "
                    + "(\(Self.percent(row.low)) to \(Self.percent(row.high)))"
                    + (row.kept + row.broken).ids,
                indent: 2,
                column: 12
            )
        }
        let idle = LegalFinding.Verdict.allCases.compactMap { verdict in
            notTested[verdict].map { "\($0.count) \(verdict.words)" }
        }
        if !idle.isEmpty {
            page.paragraph("No test: \(idle.joined(separator: ", ")).", indent: 2, hanging: 2)
        }
        let others = weights.map {
            "\(Self.percent($0.mean)) with \(Int($0.occasions))"
        }
        page.paragraph(
            "With another weight of the prior: \(others.joined(separator: ", ")) occasions.",
            indent: 2,
            hanging: 2
        )
    }

    private static func percent(_ share: Double) -> String {
        "\(Int((share * 100).rounded())) %"
    }
}

extension [String] {
    fileprivate var ids: String { isEmpty ? "" : ". " + joined(separator: " ") }
}
