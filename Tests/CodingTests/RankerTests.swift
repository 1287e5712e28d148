import Diplomacy
import Foundation
import Language
import Testing
import Text

@testable import Coding

struct RankerTests {
    /// Says yes to every row whose first column is above a half.
    private static let ranker = Ranker(
        encodings: TraitTable.all.enumerated().map { place, column in
            column.isCategory ? .init(values: [7: place == 0 ? 1 : 0], usual: 0) : nil
        },
        trees: BoostedTrees(
            bias: 0,
            columns: TraitTable.all.count,
            trees: [
                [
                    .init(column: 0, left: 1, threshold: 0.5),
                    .init(column: -1, left: 0, threshold: -3),
                    .init(column: -1, left: 0, threshold: 3),
                ]
            ]
        )
    )

    private static func candidate(
        _ cue: Int,
        _ words: Range<Int>,
        _ act: Act,
        isLikely: Bool,
        isDrafted: Bool = false,
        told thousandths: Float = -1
    ) -> Candidate {
        var traits = [Float](repeating: 0, count: TraitTable.all.count)
        traits[0] = isLikely ? 1 : 0
        traits[Ranker.told] = thousandths
        return Candidate(
            cue: cue,
            words: words,
            source: .init(actor: ActorCode("RUS"), place: 0, origin: .mention),
            target: .init(actor: ActorCode("ARM"), place: 1, origin: .mention),
            act: act,
            polarity: .done,
            traits: traits,
            isDrafted: isDrafted
        )
    }

    @Test func `a likely reading is kept, an unlikely one is only the best there was`() {
        let choices = Self.ranker.choices([
            Self.candidate(0, 2..<3, .aid, isLikely: true),
            Self.candidate(1, 5..<6, .support, isLikely: false),
        ])
        #expect(choices.map(\.isKept) == [true, false])
        #expect(choices.map { ($0.probability * 100).rounded() } == [95, 5])
    }

    @Test
    func `what the classifier hears makes a reading likelier, its silence hardly less`() {
        func percent(told: Float) -> Double {
            let candidate = Self.candidate(0, 2..<3, .aid, isLikely: false, told: told)
            return (Self.ranker.probabilities([candidate])[0] * 1000).rounded() / 10
        }
        let unheard = percent(told: -1)
        #expect(percent(told: 900) > unheard && percent(told: 600) < percent(told: 900))
        #expect(percent(told: 0) < unheard && percent(told: 0) > unheard * 0.7)
    }

    @Test func `of two acts of one stretch of words the one the rules read stays`() {
        let choices = Self.ranker.choices([
            Self.candidate(0, 2..<4, .aid, isLikely: true),
            Self.candidate(1, 3..<5, .support, isLikely: true, isDrafted: true),
            Self.candidate(2, 8..<9, .accuse, isLikely: true),
        ])
        #expect(choices.map(\.candidate.act) == [.support, .accuse])
    }

    @Test func `a ranker is written and read as it was`() throws {
        let bytes = Self.ranker.fileBytes()
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).model")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let read = try Ranker(file)
        #expect(read.fileBytes() == bytes)
        #expect(read.encoded(0, 7) == 1 && read.encoded(0, 8) == 0)
    }

    @Test func `a ranker cut short, or of another kind, is refused with its name`() throws {
        let bytes = Self.ranker.fileBytes()
        for damaged in [Array(bytes.dropLast(5)), Array("CASUSLID".utf8) + bytes.dropFirst(8), []] {
            let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).model")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(damaged).write(to: file)
            let error = #expect(throws: BinaryError.self) { try Ranker(file) }
            #expect(error?.file == file.lastPathComponent)
        }
    }

    @Test func `a node that leads backwards is refused`() throws {
        var writer = BinaryWriter()
        BoostedTrees(
            bias: 0,
            columns: 1,
            trees: [
                [.init(column: 0, left: 0, threshold: 0), .init(column: -1, left: 0, threshold: 1)]
            ]
        ).write(to: &writer)
        #expect(throws: BinaryError.self) {
            var reader = BinaryReader(writer.bytes, name: "trees")
            _ = try BoostedTrees(&reader)
        }
    }

    @Test func `every value of a candidate has its column`() throws {
        let coder = try Coder.shared.get()
        let (_, proposals) = try coder.proposals(
            in: Coder.document(
                "Syria asked Russia for help. No help came. Its ally did nothing."
            )
        )
        #expect(!proposals.isEmpty)
        #expect(proposals.allSatisfy { $0.values.count == TraitTable.all.count })
    }
}
