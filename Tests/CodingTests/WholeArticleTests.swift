import Diplomacy
import Foundation
import Reading
import Testing

@testable import Coding

/// What must hold for an article as a whole.
struct WholeArticleTests {
    private static let article = """
        Canberra and Suva part in anger
        Australia signed a defence treaty with Fiji in March 2023. It promised ships to Tonga.
        On Thursday Fiji accused Australia of betrayal. “Australia did not send a single ship to us,” \
        Fiji’s foreign minister said. New Zealand and Samoa condemned Australia.
        Recent posts
        Samoa attacked Tonga with a song
        """

    @Test func `read twice, an article has the same statements with the same names`() throws {
        let first = try Coder.code(Self.article)
        #expect(first.statements.count >= 3)
        #expect(try Coder.code(Self.article) == first)
    }

    @Test func `eight workers at once code what one codes`() async throws {
        let alone = try Coder.code(Self.article)
        let german = try Coder.code("Polen unterstützte die Ukraine.", language: "de")
        try await withThrowingTaskGroup(of: (CodedArticle, CodedArticle).self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (
                        try Coder.code(Self.article),
                        try Coder.code("Polen unterstützte die Ukraine.", language: "de")
                    )
                }
            }
            for try await (english, other) in group {
                #expect(english == alone)
                #expect(other == german)
            }
        }
    }

    @Test func `names of statements are their own, and depend on the place`() throws {
        let coded = try Coder.code(Self.article)
        #expect(Set(coded.statements.map(\.id)).count == coded.statements.count)
        let moved = try Coder.code("A lead that says little.\n" + Self.article)
        #expect(Set(moved.statements.map(\.id)).isDisjoint(with: coded.statements.map(\.id)))
    }

    @Test func `every statement and omission quotes the article where it stands`() throws {
        let coded = try Coder.code(Self.article)
        let kept = coded.article.blocks.filter(\.isKept)
        for evidence in coded.statements.map(\.evidence) {
            #expect(coded.article.words(at: evidence.range) == evidence.quote)
            #expect(kept.contains { $0.range.contains(evidence.range.lowerBound) })
            #expect((5...25).contains(evidence.quote.split(whereSeparator: \.isWhitespace).count))
        }
        for omission in coded.omissions {
            #expect(coded.article.words(at: omission.range) == omission.quote)
            #expect(!omission.detail.isEmpty)
        }
        #expect(!coded.statements.contains { $0.evidence.quote.contains("song") })
    }

    @Test func `every statement says how it was read and how sure that is`() throws {
        for statement in try Coder.code(Self.article).statements {
            #expect(statement.trail.contains { $0.hasPrefix("act: ") })
            #expect(
                statement.trail.contains { $0.hasPrefix("source: ") } || statement.kind == .asylum
            )
            #expect((0.1...1).contains(statement.confidence))
        }
    }

    @Test func `what is told twice is coded once, and the second is left out`() throws {
        let coded = try Coder.code("Norway betrayed Sweden. As we wrote, Norway betrayed Sweden.")
        #expect(coded.statements.map(\.core) == ["NOR>SWE support not_done fact"])
        #expect(coded.omissions.map(\.reason) == [.repeated])
    }

    @Test(arguments: [
        (
            "en",
            "The match in Lisbon ended in a draw. Portugal attacked Spain from the first minute and the "
                + "midfielder scored a goal. The coach praised the goalkeeper after the final whistle. Spain "
                + "defeated Portugal on penalties in the semi-final. The striker and the team celebrated."
        ),
        (
            "de",
            "Das Spiel in Lissabon endete ohne Tor. Portugal griff Spanien von der ersten Minute an, der "
                + "Stürmer schoss ein Tor. Der Trainer lobte den Torwart nach dem Abpfiff. Spanien besiegte "
                + "Portugal im Halbfinale. Die Mannschaft feierte mit den Fans im Stadion."
        ),
        (
            "uk",
            "Матч у Лісабоні завершився без голів. Португалія атакувала Іспанію з першої хвилини, "
                + "півзахисник забив гол. Тренер похвалив воротаря після матчу. Іспанія перемогла Португалію у "
                + "півфіналі. Збірна святкувала з уболівальниками на стадіоні."
        ),
        (
            "ru",
            "Матч в Лиссабоне завершился без голов. Португалия атаковала Испанию с первой минуты, "
                + "полузащитник забил гол. Тренер похвалил вратаря после матча. Испания победила Португалию в "
                + "полуфинале. Сборная праздновала с болельщиками на стадионе."
        ),
    ])
    func `a sport report says nothing of states`(_ language: String, _ text: String) throws {
        let coded = try Coder.code(text, language: language)
        #expect(coded.statements.isEmpty, "\(coded.statements.map(\.core))")
        #expect(coded.omissions.allSatisfy { !$0.detail.isEmpty })
    }

    @Test
    func `an article in a language without a lexicon is named with the languages that have one`() {
        let document = SourceDocument(
            name: "a",
            place: "news.txt",
            text: "Polska poparła Ukrainę.",
            content: .plain,
            declared: .init(language: "pl")
        )
        let error = #expect(throws: ReadingError.self) {
            try Coder.shared.get().code(document)
        }
        #expect(
            error?.description
                == "news.txt: is in Polish, which is not coded. Casus codes English, German, Russian "
                + "and Ukrainian; declare one with 'lang' if it is one."
        )
    }
}
