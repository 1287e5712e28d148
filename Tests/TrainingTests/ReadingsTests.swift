import Foundation
import Language
import Testing

@testable import Training

struct ReadingsTests {
    private func lesson(_ words: [(tag: Int, head: Int, relation: Int)]) -> Lesson {
        Lesson(
            words: words.map {
                Lesson.Word(
                    row: 5,
                    pieces: [6, 7],
                    tag: $0.tag,
                    features: [1],
                    rule: 2,
                    head: $0.head,
                    relation: $0.relation
                )
            },
            treebank: 3
        )
    }

    @Test func `what most teachers say is learnt, and where none has most nothing is`() throws {
        let agreed = try #require(
            Lesson.agreed([
                lesson([(1, 2, 4), (7, 0, 0)]),
                lesson([(1, 0, 0), (7, 1, 5)]),
                lesson([(1, 2, 4), (8, 2, 6)]),
            ])
        )
        #expect(agreed.words.map(\.tag) == [1, 7])
        #expect(agreed.words.map(\.head) == [2, -1])
        #expect(agreed.words.map(\.relation) == [4, -1])
        #expect(agreed.words.map(\.rule) == [2, 2])
        #expect(agreed.words.map(\.pieces) == [[6, 7], [6, 7]])
        #expect(agreed.treebank == 3)
    }

    @Test func `two teachers must agree, and one is believed`() {
        let (one, other) = (lesson([(1, 2, 4)]), lesson([(1, 3, 4)]))
        #expect(Lesson.agreed([one, other])?.words.map(\.head) == [-1])
        #expect(Lesson.agreed([one])?.words.map(\.head) == [2])
        #expect(Lesson.agreed([]) == nil)
    }

    @Test func `features are not taken over from teachers`() {
        let one = lesson([(1, 2, 4)])
        #expect(Lesson.agreed([one, one])?.words.map(\.features) == [[]])
    }

    @Test
    func `every unread text is read by a pupil of its curriculum and with habits that are learnt`()
    {
        for curriculum in Curriculum.all {
            for text in curriculum.unread {
                #expect(curriculum.pupils.contains { $0.language == text.language })
                #expect(curriculum.sources.contains { $0.treebank == text.habit })
            }
            #expect(curriculum.unread.isEmpty == (curriculum.teachers == 0))
        }
    }
}
