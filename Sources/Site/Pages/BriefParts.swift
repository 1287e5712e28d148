import Assessment
import Diplomacy

/// An actor with the number of statements that name it as a party.
struct ActorCount {
    let actor: ActorCode
    let statements: Int

    /// By code; a page orders them by name.
    static func all(in statements: [CitedStatement]) -> [ActorCount] {
        var counts: [ActorCode: Int] = [:]
        for cited in statements {
            let parties = [cited.statement.source, cited.statement.target].compactMap(\.self)
            for party in Set(parties) { counts[party, default: 0] += 1 }
        }
        return counts.map { ActorCount(actor: $0.key, statements: $0.value) }
            .sorted { $0.actor < $1.actor }
    }
}

/// Chooses the actor and the two days of a brief.
struct ActorForm {
    let actors: [ActorCount]
    let index: Index

    var html: HTML {
        let question = index.question
        return """
            <form class="controls" action="/" method="get" aria-label="Of whom, and when">
            <div class="field"><label for="actor">Brief on</label>
            <select id="actor" name="actor"><option value="">everybody</option>\(options)</select></div>
            \(ClockForm.fields(question.clocks))
            <button>Show</button>
            </form>
            """
    }

    private var options: HTML {
        let chosen = index.question.actor
        var named = actors.map { (name: index.heading($0.actor), count: $0) }
        if let chosen, !actors.contains(where: { $0.actor == chosen }) {
            named.append((index.heading(chosen), ActorCount(actor: chosen, statements: 0)))
        }
        let items = named.sorted { $0.name < $1.name }.map { name, count -> HTML in
            let selected: HTML = count.actor == chosen ? " selected" : ""
            return """
                <option value="\(count.actor.rawValue)"\(selected)>\(name) (\(count.statements))</option>
                """
        }
        return HTML(joining: items)
    }
}

/// What was read and did not become a statement, by reason.
struct LeftOutSection {
    let leftOut: LeftOut
    let index: Index

    var html: HTML {
        guard !(leftOut.passages.isEmpty && leftOut.blocks.isEmpty && leftOut.unread.isEmpty)
        else { return .empty }
        let passages = leftOut.passages.map { row($0.count, $0.reason.words, $0.articles) }
        let blocks = leftOut.blocks.map { row($0.count, $0.reason.words, $0.articles) }
        return """
            <section aria-labelledby="left-out"><h2 id="left-out">What was left out</h2>
            <p class="hint">In the articles read, whoever they are about. Each article shows it in place.</p>
            \(table("Passages with an act that are no statement", passages))
            \(table("Parts of the pages that are no part of the report", blocks))
            \(unread)
            </section>

            """
    }

    private func row(_ count: Int, _ reason: String, _ articles: [String]) -> HTML {
        """
        <tr><td class="figure">\(count)</td><th scope="row">\(reason)</th>\
        <td>\(index.numbers(ofArticles: articles))</td></tr>

        """
    }

    private func table(_ caption: HTML, _ rows: [HTML]) -> HTML {
        guard !rows.isEmpty else { return .empty }
        return """
            <table><caption>\(caption)</caption>
            <thead><tr><th scope="col">How often</th><th scope="col">Reason</th>\
            <th scope="col">In the articles</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }

    private var unread: HTML {
        guard !leftOut.unread.isEmpty else { return .empty }
        return """
            <p>\(HTML.count(leftOut.unread.count, "source")) could not be read: \
            \(HTML.link(index.question.articles, "see which and why")).</p>
            """
    }
}
