import Assessment
import Diplomacy
import Ledger

/// Where what was read disagrees, and of what kind each disagreement is.
///
/// Of all kinds the first are shown, each with the way to its own page, which shows a hundred.
struct DisagreementsPage {
    /// Of each kind, where all are shown: two screens; the first ten stand open.
    static let ofEachKind = 20
    private static let open = 3

    let desk: Desk
    let question: Question
    private let kind: Disagreement.Kind?
    private let all: DisagreementList
    private let actors: [PartyCount]
    private let index: Index

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        kind = try asked.query.member("kind", of: Disagreement.Kind.self)
        all = try desk.brief(question.clocks, of: question.actor).disagreements
        actors = try desk.choices(question.clocks)
        index = Index(try desk.whole(question.clocks).book, names: desk.names, question: question)
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }
    var shown: DisagreementList { all.only(kind) }

    var page: Page {
        let table = table
        return Page(
            phrases.text("disagreements.title"),
            in: .disagreements,
            question: question,
            body: """
                <h1>\(phrases["disagreements.title"])</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                <p class="hint">\(phrases["disagreements.hint"])</p>
                \(form)
                \(shown.isEmpty ? emptyState : list + exports(table))
                """,
            tables: [table]
        )
    }

    private var form: HTML {
        let options = Disagreement.Kind.allCases.map { each -> HTML in
            let count = all.of(each).count
            return """
                <option value="\(each.rawValue)"\(each == kind ? " selected" : .empty)>\
                \(names.kind(each)) (\(CountWords.grouped(count)))</option>
                """
        }
        return """
            <form class="controls" action="/disagreements" method="get" aria-label="\(phrases["form.whom.when"])">
            \(ActorField.ofAnybody(actors, question.actor, names).html)
            <div class="field"><label for="kind">\(phrases["column.kind"])</label>
            <select id="kind" name="kind"><option value="">\(phrases["form.everykind"])</option>\(options)</select></div>
            \(ClockForm(names: names).fields(question.clocks))\(LanguageField.hidden(question))
            <button>\(phrases["form.show"])</button></form>
            """
    }

    private var list: HTML {
        let groups = Disagreement.Kind.allCases.map { kind -> HTML in
            let group = shown.of(kind)
            guard !group.isEmpty else { return .empty }
            let isBeginning = self.kind == nil && group.count > Self.ofEachKind
            let shown =
                isBeginning ? Excerpt(Array(group.held.prefix(Self.ofEachKind))) : group
            let list = LongList(shown, most: Self.open, names: names, style: "findings") {
                DisagreementItem(disagreement: $0, index: index, isUnderItsKind: true).html
            }
            return """
                <section aria-labelledby="kind-\(kind.rawValue)"><h2 id="kind-\(kind.rawValue)">\
                \(names.kind(kind).capitalised) <span class="number-of">\(CountWords.grouped(group.count))</span></h2>
                <p class="hint">\(phrases["disagreement.\(kind.rawValue).meaning"])</p>
                \(list.html)\(isBeginning ? way(to: kind, group.count) : .empty)</section>

                """
        }
        return HTML(joining: groups)
    }

    private func way(to kind: Disagreement.Kind, _ count: Int) -> HTML {
        let words =
            count > LongList.mostOnPage
            ? phrases(
                "disagreements.first",
                "\(LongList.mostOnPage)",
                "\(CountWords.grouped(count))"
            ) : phrases("disagreements.kind", "\(count)")
        return "<p>\(HTML.link(question.disagreements(kind), words))</p>"
    }

    private func exports(_ table: Table) -> HTML {
        """
        <p class="exports">\(phrases["export.save"]) \
        <a href="\(question.export("\(table.id).csv").text)" download="">CSV</a> \
        <a href="\(question.export("\(table.id).json").text)" download="">JSON</a></p>
        """
    }

    private var emptyState: HTML {
        HTML.emptyState(phrases["disagreements.none"], cure: phrases["disagreements.none.cure"])
    }

    private var table: Table {
        Table(
            "disagreements",
            caption: phrases["disagreements.title"],
            columns: [
                "question", "kind", "source", "target", "acts", "no_roots", "no_statements",
                "yes_roots", "yes_statements", "cautions",
            ].map { .init($0, HTML(text: $0)) },
            of: shown.held,
            count: shown.count,
            row: { found in
                [
                    .text(found.question { names($0) }), .text(found.kind.rawValue),
                    .text(found.source.rawValue), .text(found.target?.rawValue),
                    .text(found.acts.map(\.rawValue).joined(separator: " ")),
                    .whole(found.no.rootCount),
                    .text(found.no.map(\.statement).joined(separator: " ")),
                    .whole(found.yes.rootCount),
                    .text(found.yes.map(\.statement).joined(separator: " ")),
                    .text(found.cautions.map(\.rawValue).joined(separator: " ")),
                ]
            }
        )
    }
}

/// A disagreement in the words of the interface's language.
struct DisagreementWords {
    private let disagreement: Disagreement
    private let names: Tongue

    init(_ disagreement: Disagreement, _ names: Tongue) {
        self.disagreement = disagreement
        self.names = names
    }

    var question: HTML { HTML(text: text) }

    /// The question without markup.
    var text: String {
        let phrases = names.phrases
        guard phrases.find("question.frame") != nil else {
            return disagreement.question { names($0) }
        }
        let acts = Set(disagreement.acts.map { phrases.text("act.\($0.rawValue)") }).sorted()
        return phrases.text(
            "question.frame",
            names(disagreement.source),
            disagreement.target.map { names($0) } ?? phrases.text("party.unnamed"),
            acts.joined(separator: ", ")
        )
    }

    /// Whether the reason says more than what is true of the whole kind.
    var isParticular: Bool {
        guard names.phrases.find("question.frame") == nil else { return false }
        return disagreement.kind == .superseded || disagreement.kind == .otherParty
    }

    var reason: HTML {
        guard names.phrases.find("question.frame") != nil else {
            return HTML(text: disagreement.reason { names($0) })
        }
        return names.phrases["disagreement.\(disagreement.kind.rawValue).meaning"]
    }
}
