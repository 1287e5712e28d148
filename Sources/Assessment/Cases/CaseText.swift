package import Diplomacy

extension AllianceCase {
    /// A step ends after as many statements, and a verdict after as many roots: the lists of a page, too, end
    /// after a hundred.
    package static let mostOfStep = 100

    /// The case on a page, at most `most` statements of each step.
    package func write(
        to page: inout TextLayout,
        _ naming: Naming,
        most: Int = AllianceCase.mostOfStep
    ) {
        page.heading("Case \(id)")
        page.paragraph(headline(naming))
        for step in Step.allCases {
            page.heading(step.rawValue)
            write(step, to: &page, naming, most)
        }
        page.heading("Legal verdict: \(legal.verdict.words)")
        page.paragraph(naming.spelled(legal.rule), indent: 2)
        page.paragraph("What would change it: \(legal.wouldChange)", indent: 2)
        page.heading("Political verdict: \(political.verdict.words)")
        page.paragraph(political.rule, indent: 2)
        if let told = daysOfAnswers { page.paragraph(told, indent: 2) }
        for claim in political.claims.prefix(most) {
            page.paragraph(
                "\(TextLayout.shortened(claim.voice, to: 50)): \(claim.verdict.words) "
                    + "(\(naming.ids(claim.statements)))",
                indent: 4,
                hanging: 2
            )
        }
        writeRest(political.claims.count - most, "root", to: &page)
        page.paragraph("What would change it: \(political.wouldChange)", indent: 2)
    }

    /// Of an occasion that still goes on, the days of which answers are told: a sentence of one month is no verdict on
    /// years.
    private var daysOfAnswers: String? {
        guard let known, known.ended == nil else { return nil }
        let dates = entries(.response).compactMap(\.citation.date)
        guard let first = dates.map(\.first).min(), let last = dates.map(\.last).max() else {
            return "It still goes on, and nobody tells of which days the answers are."
        }
        return "It still goes on, and answers are told of \(first) to \(last) alone."
    }

    private func writeRest(_ rest: Int, _ noun: String, to page: inout TextLayout) {
        guard rest > 0 else { return }
        page.paragraph("And \(counted(rest, "more \(noun)")): casus case \(id) --all", indent: 2)
    }

    /// "Russia and Armenia: an attack by Azerbaijan on 2023-09-19".
    package func headline(_ naming: Naming) -> String {
        let by = adversaries.isEmpty ? "" : " by \(adversaries.map(naming.party).listed)"
        let when = calledDays.map { ", \($0.edtf)" } ?? ""
        return "\(naming.heading(promisor)) for \(naming.party(beneficiary)): "
            + "\(trigger.words)\(by)\(trigger == .untold ? "" : when)."
    }

    private func write(_ step: Step, to page: inout TextLayout, _ naming: Naming, _ most: Int) {
        if step == .promised { writeCommitments(to: &page, naming) }
        if step == .trigger, let known {
            page.paragraph(
                "Register of occasions: \(known.name), \(known.days)."
                    + (known.source.isEmpty ? "" : " \(known.source)."),
                indent: 2,
                hanging: 2
            )
        }
        let entries = entries(step)
        if entries.isEmpty {
            page.paragraph(step.emptyWords, indent: 2)
            return
        }
        page.paragraph(
            "\(counted(roots(step), "root")), \(counted(entries.count, "statement"))",
            indent: 2
        )
        if step == .response, !reasons.isEmpty {
            let told = reasons.map { "\($0.reason.words) (\(counted($0.roots, "root")))" }
            page.paragraph("Why, as told: \(told.joined(separator: "; "))", indent: 2)
        }
        for entry in entries.prefix(most) {
            let stance = entry.stance.map { "\($0.words.capitalised). " } ?? ""
            page.blank()
            page.paragraph(
                "\(stance)\(entry.sentence.text(naming.party)).",
                indent: 2,
                hanging: 2
            )
            entry.citation.write(to: &page, naming, indent: 4)
        }
        if entries.count > most { page.blank() }
        writeRest(entries.count - most, "statement", to: &page)
    }

    private func writeCommitments(to page: inout TextLayout, _ naming: Naming) {
        if commitments.isEmpty {
            page.paragraph("The register has nothing that bound the two then.", indent: 2)
        }
        for binding in commitments where binding.letsHopeForHelp {
            let obligations = binding.obligations.map(\.words)
            let owed = obligations.isEmpty ? "no duty" : obligations.joined(separator: ", ")
            page.paragraph(
                "In force: \(binding.commitment.name) (\(owed)). casus commitments "
                    + "\(promisor.rawValue)",
                indent: 2,
                hanging: 2
            )
        }
        let others = commitments.filter { !$0.letsHopeForHelp }.map(\.commitment.name)
        guard !others.isEmpty else { return }
        page.paragraph(
            "In force too, but promising no help: \(others.joined(separator: "; ")).",
            indent: 2,
            hanging: 2
        )
    }

    /// A list of cases, a line each, and the reliability of a promisor.
    ///
    /// `scope` is what the clocks were set to, as a sentence; `name` gives a party as it stands within one.
    package static func list(
        _ cases: [AllianceCase],
        scope: String? = nil,
        reliability: Reliability? = nil,
        name: @escaping @Sendable (ActorCode) -> String
    ) -> String {
        var page = TextLayout()
        if let scope { page.paragraph(scope) }
        let naming = Naming(articles: [], party: name)
        for found in cases { found.writeLine(to: &page, naming) }
        reliability?.write(to: &page, naming)
        return page.text
    }

    /// One line of a list: the id, what happened, and the two verdicts.
    package func writeLine(to page: inout TextLayout, _ naming: Naming) {
        page.row(id, headline(naming), column: 18)
        page.paragraph(
            "legal: \(legal.verdict.words); political: \(political.verdict.words); "
                + "\(counted(rootCount, "root")), \(counted(entryCount, "statement"))",
            indent: 18
        )
    }
}

extension [String] {
    /// "a", "a and b", "a, b and c".
    var listed: String {
        count < 2
            ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
    }
}

extension AllianceCase.Trigger {
    package var words: String {
        switch self {
        case .attack: "an attack"
        case .rebellion: "an attack from within"
        case .blockade: "a blockade"
        case .coercion: "force short of an attack"
        case .coup: "a coup"
        case .unrest: "unrest at home"
        case .disaster: "a disaster"
        case .vote: "a vote"
        case .untold: "what became of help is told, and not what it was needed for"
        }
    }
}

extension AllianceCase.Step {
    /// What an empty step says.
    package var emptyWords: String {
        switch self {
        case .trigger: "Nothing that was read tells what set it off."
        case .asked: "Nothing that was read tells that help was asked for."
        case .promised: "Nothing that was read tells of a promise."
        case .response: "Nothing that was read tells what came."
        case .outcome: "Nothing that was read tells how it ended."
        }
    }
}

extension AllianceCase.Stance {
    package var words: String {
        switch self {
        case .delivered: "came"
        case .insufficient: "too little came, or too late"
        case .withheld: "did not come"
        case .refused: "refused"
        case .colluded: "sided with the adversary"
        case .declined: "offered, and declined"
        case .wordsOnly: "only words came"
        }
    }
}

extension LegalFinding.Verdict {
    package var words: String { rawValue.replacing("-", with: " ") }
}

extension PoliticalFinding.Verdict {
    package var words: String { rawValue.replacing("-", with: " ") }
}

extension Commitment.Obligation {
    package var words: String {
        switch self {
        case .nonAggression: "non-aggression"
        case .bases: "foreign forces"
        case .umbrella: "nuclear umbrella"
        default: "\(self)"
        }
    }
}
