import Assessment
import Diplomacy

/// A case as rows, for the page and for files.
struct CaseTables {
    let found: AllianceCase
    let names: Tongue
    let question: Question

    private var phrases: Phrases { names.phrases }

    /// Each sentence with the step it stands in.
    var steps: Table {
        Table(
            "steps",
            caption: phrases["case.steps"],
            columns: [
                "step", "stance", "sentence", "voice", "modality", "date", "quote", "root",
                "statement", "article",
            ].map { .init($0, HTML(text: $0)) },
            of: found.entries,
            row: { entry in
                let citation = entry.citation
                return [
                    .text(entry.step.rawValue), .text(entry.stance?.rawValue),
                    .text(entry.sentence.text { names($0) }), .text(citation.voices),
                    .text(citation.modality.rawValue), .text(citation.date?.edtf),
                    .text(citation.quote), .text(entry.root), .text(citation.statement),
                    .text(citation.article),
                ]
            }
        )
    }

    /// Who says what came of it.
    var claims: Table {
        Table(
            "claims",
            caption: names.count(found.political.claims.count, "root"),
            columns: [
                .init("voice", phrases["column.voice"]),
                .init("verdict", phrases["column.political"]),
                .init("statements", phrases["column.statements"]),
            ],
            rows: found.political.claims.map { claim in
                let links = claim.statements.map {
                    HTML.link(question.statement($0), HTML(text: String($0.prefix(8))))
                }
                return [
                    .text(claim.voice),
                    .init(
                        VerdictChip.chip(
                            VerdictChip.style(claim.verdict),
                            VerdictChip.sign(claim.verdict),
                            names.verdict(claim.verdict)
                        ),
                        .text(claim.verdict.rawValue)
                    ),
                    .init(
                        HTML(joining: links, by: " "),
                        .text(claim.statements.joined(separator: " "))
                    ),
                ]
            }
        )
    }
}
