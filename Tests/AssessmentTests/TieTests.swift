import Diplomacy
import Testing

@testable import Assessment

/// A tie as a sentence, and the ties of two parties as lanes.
struct TieTests {
    private static func tie(
        _ kind: Tie.Kind,
        _ holder: String?,
        _ other: String?,
        detail: String? = nil,
        modality: Modality = .fact,
        date: String? = nil,
        id: String = "1"
    ) -> Tie {
        let text = "Belarus depends on Russia."
        let article = Article(
            id: "a",
            document: "a",
            outlet: nil,
            address: nil,
            byline: nil,
            title: nil,
            language: "en",
            publication: .unknown,
            text: text,
            blocks: [Block(range: 0..<text.utf8.count, role: .paragraph)],
            sourceMap: .identity
        )
        return Tie(
            id: id,
            kind: kind,
            holder: holder.map { ActorCode($0) },
            other: other.map { ActorCode($0) },
            detail: detail,
            modality: modality,
            speakers: [],
            date: date.flatMap { DayInterval(edtf: $0) },
            evidence: Evidence(range: 0..<7, in: article),
            confidence: 0.9,
            trail: []
        )
    }

    @Test func `a tie is a sentence with its detail, and says what is denied or not named`() {
        func text(_ tie: Tie) -> String { TieSentence(tie).text(\.rawValue) }
        #expect(
            text(Self.tie(.dependence, "BLR", "RUS", detail: "energy, money"))
                == "BLR depends on RUS (energy, money)"
        )
        #expect(
            text(Self.tie(.protector, nil, "CUB", modality: .denied))
                == "It is denied that a party not named protects CUB"
        )
        #expect(
            text(Self.tie(.stance, "CHE", nil, detail: "neutral")) == "CHE takes a stance (neutral)"
        )
    }

    @Test func `a pair's ties stand in lanes by kind and day, in either direction`() {
        let article = ReadArticle(id: "a", document: "a", language: "en")
        let ties = [
            Self.tie(.ally, "BLR", "RUS", date: "2024", id: "1"),
            Self.tie(.senior, "RUS", "BLR", id: "2"),
            Self.tie(.ally, "RUS", "BLR", date: "2021", id: "3"),
            Self.tie(.ally, "SYR", "RUS", id: "4"),
        ].map { CitedTie($0, in: article) }
        let report = PairReport(
            of: ActorCode("RUS"),
            and: ActorCode("BLR"),
            in: [],
            ties: ties
        )
        #expect(report.ties.map(\.kind) == [.ally, .senior])
        #expect(report.ties[0].lines.map(\.tie) == ["3", "1"])
        #expect(!report.isEmpty)
        #expect(report.articles.map(\.id) == ["a"])
        let text = report.text(name: \.rawValue)
        #expect(text.contains("BLR is an ally of RUS: told as a fact, 2024. [1] 1"))
    }
}
