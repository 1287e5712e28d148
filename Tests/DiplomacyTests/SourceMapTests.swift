import Diplomacy
import Testing

struct SourceMapTests {
    // The file: `<p>Ки<b>їв</b>&nbsp;і світ`, decoded. The text: `Київ і світ` with a no-break space.
    private let file = "<p>Ки<b>їв</b>&nbsp;і світ"
    private let text = "Київ\u{A0}і світ"
    private let map = SourceMap(segments: [
        .init(start: 0, sourceByte: 3, sourceScalar: 3, isVerbatim: true),
        .init(start: 4, sourceByte: 10, sourceScalar: 8, isVerbatim: true),
        .init(start: 8, sourceByte: 18, sourceScalar: 14, isVerbatim: false),
        .init(start: 10, sourceByte: 24, sourceScalar: 20, isVerbatim: true),
    ])

    @Test(arguments: [
        ("the first letter", 0, 3, 3), ("a letter of the first run", 2, 5, 4),
        ("the first letter behind a tag", 4, 10, 8), ("a letter behind it", 6, 12, 9),
        ("the entity", 8, 18, 14), ("inside what the entity means", 9, 18, 14),
        ("behind the entity", 10, 24, 20), ("a later word", 13, 27, 22), ("the end", 21, 35, 26),
    ])
    func `a position leads to its byte and its scalar in the file`(
        _ what: String,
        _ offset: Int,
        _ byte: Int,
        _ scalar: Int
    ) {
        let place = map.place(ofByte: offset, in: text)
        #expect(place.byte == byte)
        #expect(place.scalar == scalar)
    }

    @Test func `the scalars found are those of the file`() {
        for (offset, letter) in [(0, "К"), (2, "и"), (4, "ї"), (6, "в"), (10, "і"), (13, "с")] {
            let place = map.place(ofByte: offset, in: text)
            let scalars = Array(file.unicodeScalars)
            #expect(String(scalars[place.scalar]) == letter)
            #expect(Array(file.utf8)[place.byte...].starts(with: letter.utf8))
        }
    }

    @Test(arguments: [
        ("before a tag inside the word", 4, 7, 5), ("before the entity's own tag", 8, 14, 10),
        ("behind the entity", 10, 24, 20), ("at the end of the text", 21, 35, 26),
    ])
    func `a range ends right behind its last word`(
        _ what: String,
        _ offset: Int,
        _ byte: Int,
        _ scalar: Int
    ) {
        let place = map.end(ofByte: offset, in: text)
        #expect(place.byte == byte)
        #expect(place.scalar == scalar)
    }

    @Test func `a plain text stands in its file just so`() {
        let text = "\u{FEFF}Він сказав: «так»"
        for (count, index) in text.unicodeScalars.indices.enumerated() {
            let offset = text.utf8.distance(from: text.startIndex, to: index)
            let place = SourceMap.identity.place(ofByte: offset, in: text)
            #expect(place.byte == offset)
            #expect(place.scalar == count)
        }
    }

    @Test func `evidence keeps its words and their place in the file's scalars`() {
        let article = Article(
            id: "a",
            document: "a",
            outlet: nil,
            address: nil,
            byline: nil,
            title: nil,
            language: "uk",
            publication: .unknown,
            text: text,
            blocks: [Block(range: 0..<21, role: .paragraph)],
            sourceMap: map
        )
        let evidence = Evidence(range: 0..<8, in: article)
        #expect(evidence.quote == "Київ")
        #expect(evidence.sourceScalars == 3..<10)
        let world = Evidence(range: 13..<21, in: article)
        #expect(world.quote == "світ")
        #expect(world.sourceScalars == 22..<26)
    }
}
