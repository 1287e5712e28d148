import Assessment
import Diplomacy
import Ledger

/// How often parties are told of in what the pages list.
extension PartyCount {
    /// The two sides of each case.
    static func parties(of cases: [AllianceCase]) -> [PartyCount] {
        // Of each page of a party all are counted, thirty thousand of a large ledger.
        var counts: [ActorCode: Int] = [:]
        for found in cases {
            counts[found.promisor, default: 0] += 1
            if found.beneficiary != found.promisor { counts[found.beneficiary, default: 0] += 1 }
        }
        return listed(counts)
    }

    /// The parties of each commitment.
    static func parties(of commitments: [Commitment]) -> [PartyCount] {
        counted(commitments.map { $0.parties.map(\.actor) })
    }

    private static func counted(_ groups: [[ActorCode]]) -> [PartyCount] {
        var counts: [ActorCode: Int] = [:]
        for group in groups { for party in Set(group) { counts[party, default: 0] += 1 } }
        return listed(counts)
    }

    private static func listed(_ counts: [ActorCode: Int]) -> [PartyCount] {
        counts.map { PartyCount(actor: $0.key, statements: $0.value) }
            .sorted { $0.actor < $1.actor }
    }
}

/// A list of parties to choose one from, by name, each with how often it is told of.
struct ActorField {
    /// Of those that were not counted, with no statement, only the name is shown.
    let actors: [PartyCount]
    let chosen: ActorCode?
    let names: Tongue
    let label: HTML
    /// The first choice where nobody need be chosen.
    let everybody: HTML?

    /// One party or everybody: the field of a list that need not be of one.
    static func ofAnybody(
        _ actors: [PartyCount],
        _ chosen: ActorCode?,
        _ names: Tongue
    ) -> ActorField {
        ActorField(
            actors: actors,
            chosen: chosen,
            names: names,
            label: names.phrases["form.party"],
            everybody: names.phrases["form.everybody"]
        )
    }

    var html: HTML {
        let all: HTML = everybody.map { "<option value=\"\">\($0)</option>" } ?? .empty
        return """
            <div class="field"><label for="actor">\(label)</label>
            <select id="actor" name="actor">\(all)\(options)</select></div>

            """
    }

    private var options: HTML {
        var named = actors.map { (name: names.heading($0.actor), count: $0) }
        if let chosen, !actors.contains(where: { $0.actor == chosen }) {
            named.append((names.heading(chosen), PartyCount(actor: chosen, statements: 0)))
        }
        let items = named.sorted { $0.name < $1.name }.map { name, count -> HTML in
            let selected: HTML = count.actor == chosen ? " selected" : ""
            let often = count.statements == 0 ? "" : " (\(CountWords.grouped(count.statements)))"
            return """
                <option value="\(count.actor.rawValue)"\(selected)>\(name)\(often)</option>

                """
        }
        return HTML(joining: items)
    }
}

/// The language of the interface in a form, so that an answer keeps it.
enum LanguageField {
    static func hidden(_ question: Question) -> HTML {
        question.language.map { "<input type=\"hidden\" name=\"lang\" value=\"\($0)\">" } ?? .empty
    }
}

/// What was read and did not become a statement, by reason.
struct LeftOutSection {
    let leftOut: LeftOut
    let index: Index

    var html: HTML {
        guard !(leftOut.passages.isEmpty && leftOut.blocks.isEmpty && leftOut.unread.isEmpty)
        else { return .empty }
        let passages = leftOut.passages.map {
            row($0.count, phrases["omission.\($0.reason.rawValue)"], $0.articles)
        }
        let blocks = leftOut.blocks.map {
            row($0.count, phrases["discard.\($0.reason.rawValue)"], $0.articles)
        }
        return """
            <section aria-labelledby="left-out"><h2 id="left-out">\(phrases["leftout.head"])</h2>
            <p class="hint">\(phrases["leftout.hint"])</p>
            <details class="more"><summary>\(phrases["leftout.show"])</summary>
            \(table(phrases["leftout.passages"], passages))
            \(table(phrases["leftout.blocks"], blocks))</details>
            \(unread)
            </section>

            """
    }

    private var phrases: Phrases { index.names.phrases }

    private func row(_ count: Int, _ reason: HTML, _ articles: [String]) -> HTML {
        """
        <tr><td class="figure">\(count)</td><th scope="row">\(reason)</th>\
        <td>\(index.numbers(ofArticles: articles))</td></tr>

        """
    }

    private func table(_ caption: HTML, _ rows: [HTML]) -> HTML {
        guard !rows.isEmpty else { return .empty }
        return """
            <table><caption>\(caption)</caption>
            <thead><tr><th scope="col">\(phrases["column.often"])</th><th scope="col">\(phrases["column.reason"])</th>\
            <th scope="col">\(phrases["column.inarticles"])</th></tr></thead>
            <tbody>\(rows)</tbody></table>

            """
    }

    private var unread: HTML {
        guard !leftOut.unread.isEmpty else { return .empty }
        return """
            <p>\(phrases("leftout.unread", index.names.count(leftOut.unread.count, "source"))) \
            \(HTML.link(index.question.articles, phrases["leftout.unread.link"])).</p>
            """
    }
}
