import Diplomacy
import Testing
import Text

@testable import Reading

/// How much of one article is read, and that nothing of the rest is lost.
struct BoundTests {
    private func bounded(_ paragraphs: [String], most: Int) -> (blocks: [Block], text: [UInt8]) {
        var (blocks, start) = ([Block](), 0)
        for paragraph in paragraphs {
            let end = start + paragraph.utf8.count
            blocks.append(Block(range: start..<end, role: .paragraph))
            start = end + 1
        }
        let text = Array(paragraphs.joined(separator: "\n").utf8)
        return (ReadingBound.bounded(blocks, text, most: most), text)
    }

    private func words(_ block: Block, _ text: [UInt8]) -> String {
        String(decoding: text[block.range], as: UTF8.self)
    }

    @Test func `an article within the bound is read whole`() {
        let (blocks, _) = bounded(["One.", "Two."], most: 8)
        #expect(blocks.map(\.discard) == [nil, nil])
    }

    @Test(arguments: [
        ("One two. Three four. Five.", 12, "One two. "), ("One two three four", 10, "One two "),
        ("onetwothree", 5, "onetw"), ("сімвісім", 5, "сі"), ("One. Two.", 3, "One"),
    ])
    func `a paragraph is cut after a sentence, else between words, else between letters`(
        text: String,
        most: Int,
        read: String
    ) {
        let (blocks, bytes) = bounded([text], most: most)
        #expect(blocks.map { words($0, bytes) }.joined() == text)
        #expect(blocks.map(\.discard) == [nil, .tooLong])
        #expect(words(blocks[0], bytes) == read)
    }

    @Test func `what stands behind the bound is left out with its reason, and nothing is lost`() {
        let paragraphs = ["Lead.", "One. Two.", "Three.", "Four."]
        let (blocks, text) = bounded(paragraphs, most: 10)
        #expect(blocks.map { words($0, text) } == ["Lead.", "One. ", "Two.", "Three.", "Four."])
        #expect(blocks.map(\.discard) == [nil, nil, .tooLong, .tooLong, .tooLong])
    }

    @Test func `a paragraph without the end of a sentence is no prose, and is left out`() {
        let list = String(repeating: "arms for Iran ", count: 1000)
        let prose = String(repeating: "Moscow sent arms. ", count: 1000)
        let (blocks, _) = bounded(["Lead.", list, prose], most: 100_000)
        #expect(blocks.map(\.discard) == [nil, .tooLong, nil])
        let lines = list.replacing("Iran ", with: "Iran\n")
        #expect(bounded([lines], most: 100_000).blocks.map(\.discard) == [nil])
    }

    @Test func `ten megabytes that call themselves an article are bounded in no time`() throws {
        let sentence = "Moscow sent arms to Tehran in June. "
        let text = String(repeating: sentence, count: 300_000)
        let (blocks, _) = bounded([text], most: ReadingBound.mostBytes)
        #expect(blocks.count == 2)
        #expect(blocks[0].range.count <= ReadingBound.mostBytes)
        #expect(blocks[0].range.count.isMultiple(of: sentence.utf8.count))
        #expect(blocks[1].range.upperBound == text.utf8.count)
    }
}
