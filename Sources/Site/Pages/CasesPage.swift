import Assessment
import Diplomacy
import Ledger

/// Every occasion on which a promise came due, of everybody or of one party on either side.
struct CasesPage {
    let desk: Desk
    let question: Question
    let cases: [AllianceCase]
    private let actors: [PartyCount]

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        let all = try desk.cases(asked.question.clocks)
        let actor = asked.question.actor
        cases = all.filter { actor == nil || $0.promisor == actor || $0.beneficiary == actor }
        actors = PartyCount.parties(of: all)
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        let table = table
        let title =
            question.actor.map { phrases.text("cases.of", names(question.actor ?? $0)) }
            ?? phrases.text("cases.title")
        return Page(
            title,
            in: .cases,
            question: question,
            body: """
                <h1>\(title)</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                <p class="hint">\(phrases["cases.hint"])</p>
                <form class="controls" action="/cases" method="get" aria-label="\(phrases["form.whom.when"])">
                \(ActorField.ofAnybody(actors, question.actor, names).html)\(ClockForm(names: names).fields(question.clocks))\
                \(LanguageField.hidden(question))<button>\(phrases["form.show"])</button></form>
                \(cases.isEmpty ? emptyState : table.html(question, phrases))
                """,
            tables: [table],
            isWide: true
        )
    }

    private var emptyState: HTML {
        HTML.emptyState(phrases["cases.none"], cure: phrases["cases.none.cure"])
    }

    private var table: Table {
        Table(
            "cases",
            caption: names.count(cases.count, "case"),
            columns: [
                .init("case", phrases["column.case"]),
                .init("promisor", phrases["column.promisor"], isLesser: true),
                .init("beneficiary", phrases["column.beneficiary"], isLesser: true),
                .init("trigger", phrases["column.trigger"]),
                .init("days", phrases["column.days"]),
                .init("legal", phrases["column.legal"]),
                .init("political", phrases["column.political"]),
                .init("roots", phrases["column.roots"], isFigure: true),
                .init("statements", phrases["column.statements"], isFigure: true, isLesser: true),
            ],
            of: cases.filter(isTold) + cases.filter { !isTold($0) },
            row: row
        )
    }

    /// What nobody can tell comes after what somebody tells.
    private func isTold(_ found: AllianceCase) -> Bool {
        found.political.verdict != .unknown || found.legal.verdict != .unknown
    }

    private func row(_ found: AllianceCase) -> [Table.Cell] {
        let by = names.list(found.adversaries)
        let trigger =
            phrases.text("trigger.\(found.trigger.rawValue)")
            + (by.isEmpty ? "" : " " + phrases.text("case.by", by))
        return [
            .init(
                HTML.link(question.found(found.id), "<span class=\"id\">\(found.id)</span>"),
                .text(found.id)
            ),
            party(found.promisor), party(found.beneficiary),
            .init(HTML(text: trigger), .text(found.trigger.rawValue)),
            .init(
                found.known.flatMap { $0.ended == nil ? names.days(of: $0) : nil }
                    ?? found.interval.map { names.time($0) } ?? "–",
                found.interval.map { .text($0.edtf) } ?? .none
            ),
            .init(VerdictChip.legal(found, names), .text(found.legal.verdict.rawValue)),
            .init(VerdictChip.political(found, names), .text(found.political.verdict.rawValue)),
            .whole(found.rootCount), .whole(found.entryCount),
        ]
    }

    private func party(_ code: ActorCode) -> Table.Cell {
        .init(
            HTML.link(question.overview(code), HTML.foreign(names.heading(code))),
            .text(code.rawValue)
        )
    }
}

/// A verdict as a word with a shape: the shape says what the colour says.
enum VerdictChip {
    static func legal(_ found: AllianceCase, _ names: Tongue) -> HTML {
        let (style, sign): (HTML, HTML) =
            switch found.legal.verdict {
            case .honoured: ("cooperation", "●")
            case .violated: ("missing", MissingSign.html)
            case .disputed: ("conflict", "◆")
            case .notApplicable, .unknown: ("neutral", "○")
            }
        return chip(style, sign, names.verdict(found.legal.verdict))
    }

    static func political(_ found: AllianceCase, _ names: Tongue) -> HTML {
        chip(
            style(found.political.verdict),
            sign(found.political.verdict),
            names.verdict(found.political.verdict)
        )
    }

    static func style(_ verdict: PoliticalFinding.Verdict) -> HTML {
        switch verdict {
        case .delivered: "cooperation"
        case .partial, .insufficient, .wordsOnly: "neutral"
        case .withheld, .refused: "missing"
        case .colluded: "conflict"
        case .unknown: "neutral"
        }
    }

    static func sign(_ verdict: PoliticalFinding.Verdict) -> HTML {
        switch verdict {
        case .delivered: "●"
        case .partial, .insufficient, .wordsOnly: "◐"
        case .withheld, .refused: MissingSign.html
        case .colluded: "◆"
        case .unknown: "○"
        }
    }

    static func chip(_ style: HTML, _ sign: HTML, _ words: String) -> HTML {
        """
        <span class="badge \(style)"><span aria-hidden="true">\(sign)</span> \(words)</span>
        """
    }
}

/// A case on one or two lines of a list.
struct CaseLine {
    let found: AllianceCase
    let names: Tongue
    let question: Question

    var html: HTML {
        """
        <li><p class="sentence">\(HTML.link(question.found(found.id), HTML(text: names.headline(found))))</p>
        <p class="meta"><span class="together">\(names.phrases["column.legal"]): \(VerdictChip.legal(found, names))</span> \
        <span class="together">\(names.phrases["column.political"]): \(VerdictChip.political(found, names))</span> \
        \(names.count(found.rootCount, "root"))</p></li>

        """
    }
}
