import Assessment
import Diplomacy

/// The five steps of a case side by side, each with its sentences and what stands behind it: what the world knows
/// of the occasion, why help stayed away, which commitments bound.
struct CaseSteps {
    let found: AllianceCase
    let index: Index
    let names: Tongue
    let question: Question

    private var phrases: Phrases { names.phrases }

    var html: HTML {
        "<div class=\"steps-of-case\">\(AllianceCase.Step.allCases.map(step))</div>"
    }

    private func step(_ step: AllianceCase.Step) -> HTML {
        let entries = found.entries(step)
        let chip: HTML =
            entries.isEmpty
            ? .empty : " <span class=\"badge\">\(names.count(found.roots(step), "root"))</span>"
        let content: HTML =
            entries.isEmpty
            ? "<p class=\"meta\">\(phrases["step.\(step.rawValue).none"])</p>"
            // Three sentences show what a step rests on; the rest folds away.
            : LongList(entries, most: 3, names: names, style: "entries") { item($0) }.html
        return """
            <section class="step" aria-labelledby="step-\(step.rawValue)"><h3 id="step-\(step.rawValue)">\
            \(phrases["step.\(step.rawValue)"])\(chip)</h3>
            \(step == .trigger ? known : .empty)\(step == .response ? reasons : .empty)\(content)\(step == .promised ? commitments : .empty)</section>

            """
    }

    /// The occasion as the world knows it.
    private var known: HTML {
        guard let known = found.known else { return .empty }
        let source: HTML =
            known.source.isEmpty ? .empty : " <cite>\(phrases.named(known.source))</cite>"
        return """
            <p class="meta">\(phrases["case.known"]) \(phrases.named(known.name)), \
            <span class="days">\(names.days(of: known))</span>.\(source)</p>

            """
    }

    /// Why help stayed away, as those say who tell that it did.
    private var reasons: HTML {
        guard !found.reasons.isEmpty else { return .empty }
        let told = found.reasons.map { told -> HTML in
            let words = phrases["mark.\(told.reason.rawValue)"]
            return "\(words) (\(names.count(told.roots, "root")))"
        }
        return """
            <p class="meta">\(phrases("case.reasons", HTML(joining: told, by: "; ")))</p>

            """
    }

    private func item(_ entry: AllianceCase.Entry) -> HTML {
        let stance: HTML =
            entry.stance.map { "<b>\(phrases["stance.\($0.rawValue)"])</b>. " } ?? .empty
        let sentence = StatementSentence(entry.sentence, names: names).html
        return """
            <li><p class="sentence">\(stance)\(sentence)</p>
            \(CitationList(entry.citation, index: index).html)</li>

            """
    }

    private var commitments: HTML {
        guard !found.commitments.isEmpty else {
            return "<p class=\"meta\">\(phrases["case.commitments.none"])</p>"
        }
        let items = found.commitments.map { binding -> HTML in
            let duties = binding.obligations.map { names.obligation($0) }.joined(separator: ", ")
            let address = Address(
                "commitments",
                query: [("id", binding.commitment.id), ("lang", question.language)]
            )
            return """
                <li>\(HTML.link(address, phrases.named(binding.commitment.name))) \
                <span class="meta">\(duties.isEmpty ? phrases["obligation.none"] : HTML(text: duties))</span></li>

                """
        }
        // Those with a duty to defend come first, and seldom are more of them.
        let list = LongList(items: items, most: 3, names: names, style: "in-force").html
        return """
            <p class="meta">\(phrases["case.commitments"])</p>\(list)
            """
    }
}
