import Diplomacy
import Foundation
import Ledger
import Site

/// Articles coded by hand, with real evidence.
enum Samples {
    /// Whom a person may name in a form.
    static let parties = PartyBook(
        codes: ["RUS", "IRN", "ISR", "USA", "SYR", "UKR", "IGO:NATO"].map { ActorCode($0) },
        names: [
            ("UKR", "Ukraine"), ("UKR", "Україна"), ("SYR", "Syria"), ("SYR", "Сирія"),
            ("SYR", "Syrien"), ("USA", "the United States"), ("IRN", "Iran"), ("RUS", "Russia"),
        ].map { (ActorCode($0), $1) }
    )

    static func day(_ text: String) -> Day {
        guard let interval = DayInterval(edtf: text) else { fatalError("'\(text)' is no day") }
        return interval.first
    }

    static let today = day("2026-02-01")

    /// A paragraph of an article, kept or left out.
    struct Paragraph {
        let text: String
        var role = Block.Role.paragraph
        var discard: Block.Discard?

        init(_ text: String, role: Block.Role = .paragraph, discard: Block.Discard? = nil) {
            self.text = text
            self.role = role
            self.discard = discard
        }
    }

    static func article(
        _ id: String,
        _ paragraphs: [Paragraph],
        outlet: String? = "Example Post",
        title: String? = nil,
        language: String = "en",
        published: String? = nil,
        address: String? = nil
    ) -> Article {
        var blocks: [Block] = []
        var start = 0
        for paragraph in paragraphs {
            let end = start + paragraph.text.utf8.count
            blocks.append(
                Block(range: start..<end, role: paragraph.role, discard: paragraph.discard)
            )
            start = end + 1
        }
        return Article(
            id: id,
            document: "\(id).txt",
            outlet: outlet,
            address: address,
            byline: nil,
            title: title,
            language: language,
            publication: Publication(
                interval: published.flatMap { DayInterval(edtf: $0) },
                reasons: published.map { ["stamp '\($0)'"] } ?? []
            ),
            text: paragraphs.map(\.text).joined(separator: "\n"),
            blocks: blocks,
            sourceMap: .identity
        )
    }

    /// A statement whose evidence is the first place of `quote` in the article.
    static func statement(
        _ id: String,
        in article: Article,
        _ quote: String,
        source: String = "RUS",
        target: String? = "IRN",
        act: Act = .aid,
        kind: SupportKind? = nil,
        polarity: Polarity = .done,
        modality: Modality = .fact,
        speakers: [Voice] = [],
        date: String? = nil,
        marks: [Mark] = [],
        trail: [String] = ["verb 'sent' (aid)"]
    ) -> Statement {
        Statement(
            id: id,
            source: ActorCode(source),
            target: target.map { ActorCode($0) },
            act: act,
            kind: kind,
            polarity: polarity,
            modality: modality,
            speakers: speakers,
            date: date.flatMap { DayInterval(edtf: $0) },
            evidence: Evidence(range: range(of: quote, in: article), in: article),
            confidence: 0.8,
            marks: marks,
            trail: trail
        )
    }

    static func omission(
        in article: Article,
        _ quote: String,
        _ reason: Omission.Reason = .noTarget
    ) -> Omission {
        Omission(
            range: range(of: quote, in: article),
            in: article,
            reason: reason,
            detail: "'\(quote)': no target in the clause"
        )
    }

    static func range(of quote: String, in article: Article) -> ByteRange {
        guard let found = article.text.range(of: quote) else { fatalError("no '\(quote)'") }
        let bytes = article.text.utf8
        let start = bytes.distance(from: bytes.startIndex, to: found.lowerBound)
        return start..<start + quote.utf8.count
    }

    /// Russia and Iran in June 2025: overlapping quotes, one thing that did not come, a caption.
    static let iran: CodedArticle = {
        let article = Samples.article(
            "a1000000000000aa",
            [
                Paragraph("Ally in name", role: .title),
                Paragraph("Photo: a street in Tehran.", discard: .caption),
                Paragraph(
                    "Russia condemned Israel but did not send troops to Iran, Abbas Araghchi told "
                        + "Reuters. Tehran had asked for them."
                ),
                Paragraph("Moscow was said to grumble."),
            ],
            title: "Ally in name",
            published: "2025-06-14",
            address: "https://example.org/ally"
        )
        let araghchi = [
            Voice(name: "Reuters"), Voice(name: "Abbas Araghchi", actor: ActorCode("IRN")),
        ]
        return CodedArticle(
            article: article,
            statements: [
                statement(
                    "51",
                    in: article,
                    "Russia condemned Israel but did not",
                    target: "ISR",
                    act: .accuse,
                    speakers: araghchi,
                    date: "2025-06-14"
                ),
                statement(
                    "52",
                    in: article,
                    "Israel but did not send troops to Iran",
                    kind: .troops,
                    polarity: .notDone,
                    modality: .claim,
                    speakers: araghchi,
                    date: "2025-06",
                    marks: [.noCapacity]
                ),
                statement(
                    "53",
                    in: article,
                    "Tehran had asked for them",
                    source: "IRN",
                    target: "RUS",
                    act: .request,
                    kind: .troops,
                    marks: [.carriedOver]
                ),
            ],
            people: [
                Person(
                    name: "Abbas Araghchi",
                    role: .foreignMinister,
                    title: "foreign minister",
                    party: ActorCode("IRN"),
                    isFormer: true,
                    date: nil,
                    evidence: Evidence(range: range(of: "Abbas Araghchi", in: article), in: article)
                )
            ],
            omissions: [omission(in: article, "grumble")]
        )
    }()

    /// What a hostile site could send.
    static let hostile: CodedArticle = {
        let attack = "<script>alert(1)</script>"
        let article = Samples.article(
            "b2000000000000bb",
            [
                Paragraph("\(attack) \" onmouseover=\"alert(2)", role: .title),
                Paragraph(
                    "Iran \u{202E}did not\u{202C} thank </mark></p> & \u{0} \u{1B}[31m Russia."
                        .replacingOccurrences(of: "\u{0}", with: "\u{1}")
                ),
            ],
            outlet: "Evil'\"><img src=x onerror=alert(3)>",
            title: "\(attack) \" onmouseover=\"alert(2)",
            published: "2025-06-15",
            address: "javascript:alert(4)"
        )
        return CodedArticle(
            article: article,
            statements: [
                statement(
                    "61",
                    in: article,
                    "Iran \u{202E}did not\u{202C} thank </mark></p>",
                    source: "IRN",
                    target: "RUS",
                    act: .support,
                    polarity: .notDone,
                    speakers: [Voice(name: "<b>Nobody</b>\u{2066}")],
                    trail: ["<i>verb</i> 'thank'"]
                )
            ],
            omissions: []
        )
    }()

    /// Russia and Iran over three years: help that came, a pact, help that did not come.
    static let years = {
        let article = Samples.article(
            "c3000000000000cc",
            [
                Paragraph("Moscow sent arms. Moscow signed a pact. Moscow stayed away."),
                Paragraph("Tehran asked for help after the raid by Israel."),
            ],
            published: "2025-06-20"
        )
        return CodedArticle(
            article: article,
            statements: [
                statement("71", in: article, "Moscow sent arms", date: "2023-03-01"),
                statement(
                    "72",
                    in: article,
                    "Moscow signed a pact",
                    act: .agree,
                    date: "2025-01-17"
                ),
                statement(
                    "73",
                    in: article,
                    "Moscow stayed away",
                    polarity: .notDone,
                    date: "2025-06-15"
                ),
                statement(
                    "74",
                    in: article,
                    "Tehran asked for help",
                    source: "IRN",
                    target: "RUS",
                    act: .request,
                    date: "2025-06-14"
                ),
                statement(
                    "75",
                    in: article,
                    "the raid by Israel",
                    source: "ISR",
                    act: .assault,
                    date: "2025-06-13"
                ),
            ],
            omissions: []
        )
    }()

    static func ledger(_ articles: CodedArticle...) throws -> LedgerDatabase {
        try ledger(articles)
    }

    static func ledger(_ articles: [CodedArticle]) throws -> LedgerDatabase {
        let ledger = try LedgerDatabase.inMemory()
        for article in articles {
            _ = try ledger.record(article, readOn: today, source: nil)
        }
        return ledger
    }
}
