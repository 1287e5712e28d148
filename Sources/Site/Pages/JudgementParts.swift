import Assessment
import Diplomacy

/// The parts of a pair's page that judge: standing, commitments in force, cases.
struct JudgementParts {
    let judgement: PairJudgement
    let desk: Desk
    let question: Question

    var html: HTML { standings + commitments + cases }

    private func name(_ code: ActorCode) -> String { desk.names(code) }

    private var standings: HTML {
        let charts = judgement.standings.enumerated().flatMap { place, standing -> [HTML] in
            let (patron, ally) = (name(standing.pair.source), name(standing.pair.target))
            return [
                StandingChart(
                    series: standing.conduct,
                    title: "Conduct of \(patron) toward \(ally)",
                    id: "conduct-\(place)",
                    question: question
                ).html,
                StandingChart(
                    series: standing.trust,
                    title: "Trust of \(ally) in \(patron)",
                    id: "trust-\(place)",
                    question: question
                ).html,
            ]
        }
        return """
            <section aria-labelledby="standing"><h2 id="standing">Standing</h2>
            <p class="hint">From -10, an attack, to +10, aid. The band holds the level with 90 of 100; it \
            widens where nothing is told. Triangles are events, at what they are worth.</p>
            \(charts)</section>

            """
    }

    private var commitments: HTML {
        guard !judgement.commitments.isEmpty else { return .empty }
        let items = judgement.commitments.map { binding -> HTML in
            let duties = binding.obligations.map(\.words)
            return """
                <li>\(binding.commitment.name): \
                \(duties.isEmpty ? "no duty" : duties.joined(separator: ", ")) \
                <span class="meta">\(binding.commitment.source)</span></li>

                """
        }
        return """
            <section aria-labelledby="commitments"><h2 id="commitments">Commitments in force</h2>
            <ul>\(items)</ul></section>

            """
    }

    private var cases: HTML {
        guard !judgement.cases.isEmpty else { return .empty }
        let naming = Naming(articles: [], party: { [names = desk.names] in names($0) })
        let items = judgement.cases.map { found -> HTML in
            let steps = AllianceCase.Step.allCases.map { step -> HTML in
                "<td>\(chips(found, step))</td>"
            }
            return """
                <h3 id="case-\(found.id)">\(found.headline(naming))</h3>
                <table class="case"><thead><tr><th scope="col">Trigger</th><th scope="col">Asked</th>\
                <th scope="col">Promised</th><th scope="col">Response</th>\
                <th scope="col">Outcome</th></tr></thead>
                <tbody><tr>\(steps)</tr></tbody></table>
                <p>Legal: <strong>\(found.legal.verdict.words)</strong>. \(found.legal.rule) \
                <span class="meta">\(found.legal.wouldChange)</span></p>
                <p>Political: <strong>\(found.political.verdict.words)</strong>. \
                \(found.political.rule) <span class="meta">\(found.political.wouldChange)</span></p>

                """
        }
        return """
            <section aria-labelledby="cases"><h2 id="cases">Cases</h2>
            <p class="hint">Promises that came due. Two verdicts that are never mixed.</p>
            \(items)</section>

            """
    }

    private func chips(_ found: AllianceCase, _ step: AllianceCase.Step) -> HTML {
        let entries = found.entries(step)
        guard !entries.isEmpty else { return "<span class=\"meta\">\(step.emptyWords)</span>" }
        let links = entries.map { entry -> HTML in
            let words = entry.stance?.words ?? entry.sentence.text(name)
            return """
                <li>\(HTML.link(question.statement(entry.citation.statement), HTML(text: words)))</li>

                """
        }
        return """
            <p class="meta">\(HTML.count(found.roots(step), "root"))</p><ul>\(links)</ul>
            """
    }
}
