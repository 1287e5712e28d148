import Assessment
import Diplomacy

/// What each code means: made from the closed lists that the coder and the ledger use, so nothing can be missing.
struct CodebookPage {
    let desk: Desk
    let question: Question

    init(desk: Desk, asked: Asked) {
        self.desk = desk
        question = asked.question
    }

    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        let tables = [
            acts, list("kinds", "kind", SupportKind.self), polarities,
            list("modalities", "modality", Modality.self), list("ties", "tie", Tie.Kind.self),
            list("marks", "mark", Mark.self, hasMeaning: false),
            list("roles", "role", Person.Role.self, hasMeaning: false),
            list("omissions", "omission", Omission.Reason.self, hasMeaning: false),
            list("discards", "discard", Block.Discard.self, hasMeaning: false),
        ]
        let places = tables.map { table -> HTML in
            "<li><a href=\"#\(table.id)\">\(phrases["codebook.\(table.id)"])</a></li>"
        }
        let sections = tables.map { table -> HTML in
            """
            <h2>\(phrases["codebook.\(table.id)"])</h2>
            <p class="hint">\(phrases["codebook.\(table.id).hint"])</p>
            \(table.html(question, phrases))
            """
        }
        return Page(
            phrases.text("codebook.title"),
            in: .review,
            question: question,
            body: """
                <h1>\(phrases["codebook.title"])</h1>
                <p>\(phrases["codebook.lead"])</p>
                <nav aria-label="\(phrases["codebook.title"])"><ul class="key">\(places)</ul></nav>
                \(sections)
                <p>\(HTML.link(question.page("review"), phrases["review.title"])) · \
                \(HTML.link(question.page("about"), phrases["about.title"]))</p>
                """,
            tables: tables
        )
    }

    // MARK: Tables

    private var acts: Table {
        Table(
            "acts",
            caption: phrases["codebook.acts.caption"],
            columns: [
                .init("code", phrases["codebook.code"]), .init("word", phrases["codebook.word"]),
                .init("meaning", phrases["codebook.meaning"]),
                .init("class", phrases["codebook.class"]),
                .init("mutual", phrases["codebook.mutual"]),
                .init("value_done", phrases["codebook.value.done"], isFigure: true),
                .init("value_not_done", phrases["codebook.value.notdone"], isFigure: true),
            ],
            rows: Act.allCases.map(row)
        )
    }

    private func row(_ act: Act) -> [Table.Cell] {
        let search = Address("search", query: [("act", act.rawValue)] + question.state)
        let mutual = phrases[act.isMutual ? "answer.yes" : "answer.no"]
        func value(_ polarity: Polarity) -> Table.Cell {
            .level(desk.assessor.scale.intensity(act, polarity, nil)?.value)
        }
        return [
            .init(HTML.link(search, "<code>\(act.rawValue)</code>"), .text(act.rawValue)),
            .init(
                "\(act.side.sign) \(phrases["act.\(act.rawValue)"])",
                .text(phrases.text("act.\(act.rawValue)"))
            ),
            words("act.\(act.rawValue).meaning"), words("quad.\(act.quad.rawValue)"),
            .init(mutual, .text(act.isMutual ? "yes" : "no")),
            value(.done), value(.notDone),
        ]
    }

    private var polarities: Table {
        Table(
            "polarities",
            caption: phrases["codebook.polarities"],
            columns: columns(hasMeaning: true),
            rows: Polarity.allCases.map { polarity in
                let key = polarity == .done ? "statement.isdone" : "polarity.not_done"
                return [
                    code(polarity.rawValue), words(key),
                    words("polarity.\(polarity.rawValue).meaning"),
                ]
            }
        )
    }

    /// A closed list: each code with its word and what it means.
    private func list<Code: RawRepresentable<String> & CaseIterable>(
        _ id: String,
        _ beginning: String,
        _: Code.Type,
        hasMeaning: Bool = true
    ) -> Table {
        Table(
            id,
            caption: phrases["codebook.\(id)"],
            columns: columns(hasMeaning: hasMeaning),
            rows: Code.allCases.map { value in
                let key = "\(beginning).\(value.rawValue)"
                return [code(value.rawValue), words(key)]
                    + (hasMeaning ? [words("\(key).meaning")] : [])
            }
        )
    }

    private func columns(hasMeaning: Bool) -> [Table.Column] {
        [.init("code", phrases["codebook.code"]), .init("word", phrases["codebook.word"])]
            + (hasMeaning ? [.init("meaning", phrases["codebook.meaning"])] : [])
    }

    private func code(_ code: String) -> Table.Cell {
        .init("<code>\(code)</code>", .text(code))
    }

    private func words(_ key: String) -> Table.Cell {
        .init(phrases[key], .text(phrases.text(key)))
    }
}
