import Diplomacy
import Ledger

/// How far the reviewers of this ledger agree beyond chance, field by field.
struct AgreementPage {
    let desk: Desk
    let question: Question
    private let agreement: ReviewAgreement

    init(desk: Desk, asked: Asked) throws {
        self.desk = desk
        question = asked.question
        agreement = try desk.ledger.reviewAgreement()
    }

    private var phrases: Phrases { desk.names.phrases }

    var page: Page {
        let table = table
        let isJudged = agreement.fields.contains { $0.alpha.units > 0 }
        return Page(
            phrases.text("agreement.title"),
            in: .review,
            question: question,
            body: """
                <h1>\(phrases["agreement.title"])</h1>
                <p class="hint">\(phrases["agreement.hint"])</p>
                \(isJudged ? table.html(question, phrases) : HTML.emptyState(
                    phrases["agreement.none"],
                    cure: phrases["agreement.none.cure"]
                ))
                <p>\(HTML.link(question.page("review"), phrases["review.title"]))</p>
                """,
            tables: [table]
        )
    }

    private var table: Table {
        Table(
            "agreement",
            caption: HTML.foreign(agreement.reviewers.joined(separator: ", ")),
            columns: [
                .init("field", phrases["column.field"]),
                .init("alpha", phrases["column.alpha"], isFigure: true),
                .init("observed", phrases["column.observed"], isFigure: true),
                .init("statements", phrases["column.statements"], isFigure: true),
                .init("judgements", phrases["column.judgements"], isFigure: true),
            ],
            rows: agreement.fields.map { field in
                [
                    .init(phrases["field.\(field.name)"], .text(field.name)),
                    number(field.alpha.alpha), number(field.alpha.observed),
                    .whole(field.alpha.units), .whole(field.alpha.judgements),
                ]
            }
        )
    }

    /// With two digits: more would be noise in a hundred judgements.
    private func number(_ number: Double?) -> Table.Cell {
        guard let number else { return .level(nil) }
        let hundredths = Int((number * 100).rounded())
        let digits =
            "\(abs(hundredths) / 100).\(abs(hundredths) % 100 < 10 ? "0" : "")\(abs(hundredths) % 100)"
        return .init("\(hundredths < 0 ? "−" : "")\(digits)", .number(number))
    }
}
