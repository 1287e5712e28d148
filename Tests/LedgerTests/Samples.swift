import Diplomacy
import Foundation
import Ledger

/// Articles and statements made by hand, with real evidence.
enum Samples {
    static func day(_ text: String) -> Day {
        guard let interval = DayInterval(edtf: text) else { fatalError("'\(text)' is no day") }
        return interval.first
    }

    static let today = day("2026-02-01")

    /// An article of the given paragraphs, joined by a line feed; the ones in `captions` are
    /// discarded.
    static func article(
        _ id: String,
        _ paragraphs: [String],
        captions: Set<Int> = [],
        document: String = "a.txt",
        outlet: String? = "Example Post",
        title: String? = nil,
        language: String = "en",
        published: String? = nil
    ) -> Article {
        var blocks: [Block] = []
        var start = 0
        for (place, paragraph) in paragraphs.enumerated() {
            let end = start + paragraph.utf8.count
            let discard: Block.Discard? = captions.contains(place) ? .caption : nil
            blocks.append(Block(range: start..<end, role: .paragraph, discard: discard))
            start = end + 1
        }
        return Article(
            id: id,
            document: document,
            outlet: outlet,
            address: "https://example.org/\(id)",
            byline: nil,
            title: title,
            language: language,
            publication: Publication(
                interval: published.flatMap { DayInterval(edtf: $0) },
                reasons: published.map { ["stamp '\($0)'"] } ?? []
            ),
            text: paragraphs.joined(separator: "\n"),
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
        modality: Modality = .claim,
        speakers: [Voice] = [],
        date: String? = nil,
        confidence: Double = 0.8
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
            confidence: confidence,
            marks: [.nominal, .scareQuotes],
            trail: ["verb 'sent' (aid)", "subject → \(source)"]
        )
    }

    static func omission(in article: Article, _ quote: String) -> Omission {
        Omission(
            range: range(of: quote, in: article),
            in: article,
            reason: .noTarget,
            detail: "'\(quote)': no target in the clause"
        )
    }

    static func range(of quote: String, in article: Article) -> ByteRange {
        guard let found = article.text.range(of: quote) else { fatalError("no '\(quote)'") }
        let bytes = article.text.utf8
        let start = bytes.distance(from: bytes.startIndex, to: found.lowerBound)
        return start..<start + quote.utf8.count
    }

    static func coded(
        _ article: Article,
        _ statements: [Statement] = [],
        _ omissions: [Omission] = [],
        ties: [Tie] = [],
        people: [Person] = []
    ) -> CodedArticle {
        CodedArticle(
            article: article,
            statements: statements,
            ties: ties,
            people: people,
            omissions: omissions
        )
    }

    /// A person whose evidence is the first place of `quote` in the article.
    static func person(
        _ name: String,
        _ role: Person.Role,
        of party: String,
        in article: Article,
        _ quote: String,
        isFormer: Bool = false,
        date: String? = nil
    ) -> Person {
        Person(
            name: name,
            role: role,
            title: role.rawValue,
            party: ActorCode(party),
            isFormer: isFormer,
            date: date.flatMap { DayInterval(edtf: $0) },
            evidence: Evidence(range: range(of: quote, in: article), in: article)
        )
    }

    /// A tie whose evidence is the first place of `quote` in the article.
    static func tie(
        _ id: String,
        in article: Article,
        _ quote: String,
        _ kind: Tie.Kind,
        holder: String?,
        other: String?,
        detail: String? = nil,
        modality: Modality = .fact,
        speakers: [Voice] = [],
        date: String? = nil
    ) -> Tie {
        Tie(
            id: id,
            kind: kind,
            holder: holder.map { ActorCode($0) },
            other: other.map { ActorCode($0) },
            detail: detail,
            modality: modality,
            speakers: speakers,
            date: date.flatMap { DayInterval(edtf: $0) },
            evidence: Evidence(range: range(of: quote, in: article), in: article),
            confidence: 0.9,
            trail: ["'\(quote)'"]
        )
    }

    /// Russia and Iran in June 2025: an article of two statements and an omission.
    static func iran(_ id: String = "a1", document: String = "a.txt") -> CodedArticle {
        let article = article(
            id,
            [
                "Russia did not send troops to Iran, Kremlin spokesman Dmitry Peskov said.",
                "Photo: a street in Tehran.",
                "Moscow condemned the strikes. “Israel attacked Iran”, it added.",
            ],
            captions: [1],
            document: document,
            title: "Ally in name",
            published: "2025-06-14"
        )
        return coded(
            article,
            [
                statement(
                    "\(id)s1",
                    in: article,
                    "did not send troops",
                    kind: .troops,
                    polarity: .notDone,
                    speakers: [
                        Voice(name: "Kremlin", actor: ActorCode("RUS")),
                        Voice(name: "Dmitry Peskov"),
                    ],
                    date: "2025-06-13"
                ),
                statement(
                    "\(id)s2",
                    in: article,
                    "Israel attacked Iran",
                    source: "ISR",
                    act: .assault,
                    modality: .fact,
                    confidence: 0.1 + 0.2
                ),
            ],
            [omission(in: article, "condemned the strikes")]
        )
    }

    static func stamp(_ hash: String, version: String = "1") -> SourceStamp {
        SourceStamp(hash: hash, place: "news/\(hash).txt", coderVersion: version)
    }

    /// A ledger in memory with these articles, each read on `today`.
    static func ledger(_ articles: CodedArticle...) throws -> LedgerDatabase {
        let ledger = try LedgerDatabase.inMemory()
        for article in articles {
            _ = try ledger.record(article, readOn: today, source: nil)
        }
        return ledger
    }

    /// Runs `work` with a path in a new folder, which is removed afterwards.
    static func withFile(_ work: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "LedgerTests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try work(folder.appending(path: "news.ledger"))
    }
}
