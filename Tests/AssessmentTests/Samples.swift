import Assessment
import Diplomacy
import Text

/// An article whose text is a list of sentences, and statements made from them by hand.
struct SampleArticle {
    let article: Article

    init(
        _ document: String,
        outlet: String? = nil,
        language: String = "en",
        published: String? = nil,
        _ sentences: [String]
    ) {
        article = Article(
            id: "a-\(document)",
            document: document,
            outlet: outlet,
            address: nil,
            byline: nil,
            title: "On \(document)",
            language: language,
            publication: Publication(
                interval: published.flatMap { DayInterval(edtf: $0) },
                reasons: []
            ),
            text: sentences.joined(separator: "\n"),
            blocks: [],
            sourceMap: .identity
        )
    }

    var read: ReadArticle {
        ReadArticle(
            id: article.id,
            document: article.document,
            outlet: article.outlet,
            title: article.title,
            language: article.language,
            publication: article.publication.interval
        )
    }

    /// The statement in sentence `line`: "RUS support ARM not_done claim".
    ///
    /// `speaker` is the party for which `speakers` speak.
    func told(
        _ line: Int,
        _ core: String,
        says speakers: [String] = [],
        of speaker: String? = nil,
        on date: String? = nil,
        kind: SupportKind? = nil,
        confidence: Double = 0.85,
        marks: [Mark] = []
    ) -> CitedStatement {
        let sentences = article.text.split(separator: "\n")
        let start = sentences[..<line].reduce(0) { $0 + $1.utf8.count + 1 }
        let words = core.split(separator: " ").map(String.init)
        precondition(words.count == 5, "source, act, target or '-', polarity, modality")
        guard let act = Act(rawValue: words[1]), let polarity = Polarity(rawValue: words[3]),
            let modality = Modality(rawValue: words[4])
        else { preconditionFailure("'\(core)' has a word that is no code") }
        let statement = Statement(
            id: "\(article.document)\(line)-\(words[1])-\(words[0])",
            source: ActorCode(words[0]),
            target: words[2] == "-" ? nil : ActorCode(words[2]),
            act: act,
            kind: kind,
            polarity: polarity,
            modality: modality,
            speakers: speakers.map { name in
                Voice(name: name, actor: speaker.map { ActorCode($0) })
            },
            date: date.flatMap { DayInterval(edtf: $0) },
            evidence: Evidence(range: start..<start + sentences[line].utf8.count, in: article),
            confidence: confidence,
            marks: marks,
            trail: []
        )
        return CitedStatement(statement, in: read)
    }
}

enum Samples {
    static let names: @Sendable (ActorCode) -> String = { code in
        switch code.rawValue {
        case "RUS": "Russia"
        case "ARM": "Armenia"
        case "IRN": "Iran"
        case "USA": "the United States"
        case "IGO:CSTO": "the CSTO"
        default: code.rawValue
        }
    }

    static let gazette = SampleArticle(
        "gazette",
        outlet: "The Gazette",
        published: "2025-06-20",
        [
            "Iran asked Russia for air defence.",
            "Russia sent nothing, an Iranian official told Bloomberg.",
            "Moscow signed a treaty with Tehran in January.",
            "The United States struck Iran on 13 June.",
            "Russia may leave Iran alone again, analysts fear.",
        ]
    )
    static let visnyk = SampleArticle(
        "visnyk",
        language: "uk",
        published: "2025-06-22",
        ["Росія передала Ірану комплекси ППО, заявив Пєсков.", "ОДКБ не допомогла Вірменії."]
    )
    static let silent = SampleArticle("football", published: "2025-06-21", ["Armenia beat Iran."])

    static let material = Material(
        statements: [
            gazette.told(0, "IRN request RUS done fact", on: "2025-06-14", kind: .airDefence),
            gazette.told(
                1,
                "RUS aid IRN not_done claim",
                says: ["Bloomberg", "an Iranian official"],
                on: "2025-06",
                kind: .airDefence
            ),
            gazette.told(2, "RUS agree IRN done fact", on: "2025-01"),
            gazette.told(3, "USA assault IRN done fact", on: "2025-06-13"),
            gazette.told(4, "RUS support IRN not_done feared", says: ["analysts"], confidence: 0.4),
            visnyk.told(
                0,
                "RUS aid IRN done claim",
                says: ["Пєсков"],
                on: "2025-06",
                kind: .airDefence
            ),
            visnyk.told(1, "IGO:CSTO support ARM not_done fact"),
        ],
        articles: [gazette.read, silent.read, visnyk.read],
        leftOut: [
            LeftOutTally(
                article: gazette.article.id,
                omissions: [.noTarget: 2, .repeated: 1],
                discards: [.teaser: 4]
            ),
            LeftOutTally(article: visnyk.article.id, omissions: [.noTarget: 1], discards: [:]),
        ],
        unread: [
            UnreadSource(place: "x.pdf", reason: "x.pdf: is binary, not text. Save it as text.")
        ]
    )
}

extension Samples {
    static let scale = Result { try IntensityScale(ResourceFolder()) }
}
