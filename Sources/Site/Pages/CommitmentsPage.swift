import Assessment
import Diplomacy
import Ledger

/// The register: who owes what to whom, and since when.
struct CommitmentsPage {
    let desk: Desk
    let question: Question
    let commitments: [Commitment]
    /// The id behind which the page begins; nil for the first.
    private let after: String?
    private let isForFile: Bool
    /// A page of these takes a hundred kilobytes.
    private static let most = 60

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        commitments = desk.assessor.register.commitments(
            of: asked.question.actor,
            on: asked.question.clocks.on
        ).filter { commitment in
            let isMeant = asked.query["id"].map { $0 == commitment.id } ?? true
            return isMeant && commitment.isMade(by: asked.question.clocks.knownBy)
        }
        after = asked.query["after"]
        isForFile = asked.query["export"] != nil
    }

    private var names: Tongue { desk.names }
    private var phrases: Phrases { desk.names.phrases }

    /// Those of this page, and the id behind which the next begins.
    private var shown: (commitments: ArraySlice<Commitment>, next: String?) {
        let start = after.flatMap { id in commitments.firstIndex { $0.id == id } }.map { $0 + 1 }
        let rest = commitments[(start ?? 0)...]
        let page = rest.prefix(Self.most)
        return (page, rest.count > page.count ? page.last?.id : nil)
    }

    var page: Page {
        let (part, next) = shown
        // The page shows a part; a file has all.
        let table = table(isForFile ? commitments[...] : part)
        return Page(
            phrases.text("commitments.title"),
            in: .commitments,
            question: question,
            body: """
                <h1>\(phrases["commitments.title"])</h1>
                <p class="hint">\(phrases["commitments.hint"])</p>
                <form class="controls" action="/commitments" method="get" aria-label="\(phrases["form.whom.when"])">
                \(ActorField.ofAnybody(
                    PartyCount.parties(of: desk.assessor.register.commitments),
                    question.actor,
                    names
                ).html)
                <div class="field"><label for="on">\(phrases["form.inforce"])</label>
                <input id="on" name="on" \(DayField.kind(phrases)) value="\(question.clocks.on?.description ?? "")"></div>
                <div class="field"><label for="known-by">\(phrases["clock.known"])</label>
                <input id="known-by" name="known-by" \(DayField.kind(phrases)) value="\(question.clocks.knownBy?.description ?? "")"></div>
                \(LanguageField.hidden(question))<button>\(phrases["form.show"])</button></form>
                \(commitments.isEmpty ? emptyState : table.html(question, phrases))
                \(next.map(nextPage))
                """,
            tables: [table],
            isWide: true
        )
    }

    private var emptyState: HTML {
        HTML.emptyState(phrases["commitments.none"], cure: phrases["commitments.none.cure"])
    }

    private func nextPage(_ id: String) -> HTML {
        "<p>\(HTML.link(question.here("after", id), phrases["list.next"]))</p>"
    }

    private func table(_ shown: ArraySlice<Commitment>) -> Table {
        Table(
            "commitments",
            caption: names.count(commitments.count, "commitment"),
            columns: [
                .init("name", phrases["column.commitment"]),
                .init("kind", phrases["column.kind"]),
                .init("parties", phrases["column.parties"]),
                .init("obligations", phrases["column.obligations"]),
                .init("time", phrases["column.time"]),
                .init("fact", phrases["column.fact"], isLesser: true),
                .init("source", phrases["column.source"], isLesser: true),
                .init("id", "Id", isLesser: true),
            ],
            rows: shown.map(row)
        )
    }

    private func row(_ commitment: Commitment) -> [Table.Cell] {
        let duties = duties(of: commitment)
        return [
            .init(
                "<span id=\"c-\(commitment.id)\">\(phrases.named(commitment.name))</span>",
                .text(commitment.name)
            ),
            .init(
                phrases["commitment.\(commitment.kind.rawValue)"],
                .text(commitment.kind.rawValue)
            ),
            .init(parties(commitment), .text(codes(commitment.parties.map(\.actor)))),
            .init(
                duties.isEmpty ? phrases["obligation.none"] : HTML(joining: duties, by: ", "),
                .text(commitment.duties.map(\.obligation.rawValue).joined(separator: " "))
            ),
            .init(time(commitment), .text(edtf(commitment))),
            .init(phrases.named(commitment.fact), .text(commitment.fact)),
            .init("<cite>\(phrases.named(commitment.source))</cite>", .text(commitment.source)),
            .init("<code>\(commitment.id)</code>", .text(commitment.id)),
        ]
    }

    /// More parties than this fold away.
    private static let parties = 4

    private func parties(_ commitment: Commitment) -> HTML {
        let items = commitment.parties.map { party -> HTML in
            let from: HTML = party.entered.map { " (\($0.edtf)–)" } ?? .empty
            let until: HTML = party.left.map { " (–\($0.edtf))" } ?? .empty
            return HTML.link(question.overview(party.actor), "\(names.heading(party.actor))")
                + from + until
        }
        guard items.count > Self.parties else { return HTML(joining: items, by: ", ") }
        return """
            <details><summary>\(names.count(items.count, "party"))</summary>\(HTML(joining: items, by: ", "))</details>
            """
    }

    private func duties(of commitment: Commitment) -> [HTML] {
        commitment.duties.map { duty in
            let words: HTML = "\(names.obligation(duty.obligation))"
            guard !duty.by.isEmpty else { return words }
            let to: HTML = duty.to.isEmpty ? phrases["duty.others"] : list(duty.to)
            return words + " <span class=\"meta\">(\(list(duty.by)) → \(to))</span>"
        }
    }

    /// A few by their names, many by their number: the column of parties names them.
    private func list(_ actors: [ActorCode]) -> HTML {
        actors.count > Self.parties
            ? names.count(actors.count, "party")
            : HTML(joining: actors.map { HTML.foreign(names.heading($0)) }, by: ", ")
    }

    private func codes(_ actors: [ActorCode]) -> String {
        actors.map(\.rawValue).joined(separator: " ")
    }

    private func time(_ commitment: Commitment) -> HTML {
        let began = (commitment.began ?? commitment.signed).map { names.time($0) } ?? "?"
        let ended = commitment.ended.map { names.time($0) } ?? phrases["commitments.still"]
        return "\(began) – \(ended)"
    }

    private func edtf(_ commitment: Commitment) -> String {
        "\((commitment.began ?? commitment.signed)?.edtf ?? "")/\(commitment.ended?.edtf ?? "..")"
    }
}

extension Commitment {
    /// Whether anybody could know of it by then; one of unknown beginning always.
    fileprivate func isMade(by day: Day?) -> Bool {
        guard let day, let made = signed ?? began else { return true }
        return made.first <= day
    }
}
