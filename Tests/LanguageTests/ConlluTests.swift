import Testing

@testable import Language

/// Trees in and out of CoNLL-U.
struct ConlluTests {
    private static let sample = """
        # newdoc id = first
        # newpar
        # sent_id = a
        # text = Don't go  to Bonn!
        1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
        1\tDo\tdo\tAUX\tVBP\tVerbForm=Fin|Mood=Imp\t3\taux\t_\t_
        2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
        3\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpacesAfter=\\s\\s
        4\tto\tto\tADP\tIN\t_\t5\tcase\t_\tEntity=3
        5\tBonn\tBonn\tPROPN\tNNP\tNumber=Sing\t3\tobl\t_\tSpaceAfter=No
        5.1\tgo\tgo\tVERB\t_\t_\t_\t_\t3:conj\t_
        6\t!\t!\tPUNCT\t.\t_\t3\tpunct\t_\t_

        # sent_id = b
        1\tІди\tіти\tVERB\t_\t_\t0\troot\t_\t_

        # newpar_id = next
        1\tDas\t_\tPRON\t_\t_\t0\troot\t_\t_
        """

    private func read(_ text: String) throws -> Treebank {
        try ConlluReader.read(Array(text.utf8), name: "sample.conllu")
    }

    @Test func `a treebank gives its text, with an empty line between paragraphs`() throws {
        let bank = try read(Self.sample)
        #expect(
            String(decoding: bank.text, as: UTF8.self) == "Don't go  to Bonn! Іди\n\nDas "
        )
        #expect(bank.paragraphs == [0..<2, 2..<3])
        #expect(bank.documents == [.init(name: "first", sentences: 0..<3)])
        #expect(bank.identifiers == ["a", "b", ""])
        #expect(bank.words == 8)
    }

    @Test func `words have their columns, and the words of a multiword token its place`() throws {
        let bank = try read(Self.sample)
        let sentence = bank.sentences[0]
        #expect(sentence.forms == ["Do", "n't", "go", "to", "Bonn", "!"])
        #expect(sentence.lemmas == ["do", "not", "go", "to", "Bonn", "!"])
        #expect(sentence.tags == [.aux, .part, .verb, .adp, .propn, .punct])
        #expect(sentence.features[0] == "Mood=Imp|VerbForm=Fin")
        #expect(sentence.features[1] == "")
        #expect(sentence.heads == [3, 3, 0, 5, 3, 3])
        #expect(sentence.relations == ["aux", "advmod", "root", "case", "obl", "punct"])
        #expect(sentence.range == 0..<18)
        #expect(sentence.tokens == [0..<5, 0..<5, 6..<8, 10..<12, 13..<17, 17..<18])
        #expect(sentence.words.multiwords == [.init(words: 0..<2, form: "Don't")])
        #expect(bank.sentences[2].lemmas == [""])
        for sentence in bank.sentences {
            for (form, token) in zip(sentence.forms, sentence.tokens) where form != "Do" {
                let written = String(decoding: bank.text[token], as: UTF8.self)
                #expect(written == form || written == "Don't")
            }
        }
    }

    @Test func `what is written reads back the same`() throws {
        let bank = try read(Self.sample)
        var writer = ConlluWriter()
        let again = try read(writer.write(bank.sentences, of: bank.text))
        #expect(again.text == bank.text)
        #expect(again.sentences == bank.sentences)
        #expect(again.paragraphs == bank.paragraphs)
    }

    @Test func `a sentence is written as CoNLL-U has it`() throws {
        let text = "  Im Haus\t: 3|4\n"
        let bytes = Array(text.utf8)
        let sentence = SegmentedSentence(
            range: 2..<15,
            forms: ["In", "dem", "Haus", ":", "3|4"],
            tokens: [2..<4, 2..<4, 5..<9, 10..<11, 12..<15],
            multiwords: [.init(words: 0..<2, form: "Im")]
        )
        var writer = ConlluWriter()
        #expect(
            writer.write([sentence], of: bytes) == """
                # newpar
                # sent_id = 1
                # text = Im Haus : 3|4
                1-2\tIm\t_\t_\t_\t_\t_\t_\t_\tSpacesBefore=\\s\\s
                1\tIn\t_\t_\t_\t_\t_\t_\t_\t_
                2\tdem\t_\t_\t_\t_\t_\t_\t_\t_
                3\tHaus\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\t
                4\t:\t_\t_\t_\t_\t_\t_\t_\t_
                5\t3|4\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\n


                """
        )
    }

    @Test func `white space survives its escapes`() {
        for space in [" ", "\n\n", "\t \r\n", "\u{A0}", "|\\", "\u{2028} "] {
            let escaped = ConlluSpace.escaped(space.unicodeScalars)
            let isBare = !escaped.contains { " \n\t|\r\r\n".contains($0) }
            #expect(isBare)
            #expect(ConlluSpace.after("A=b|SpacesAfter=\(escaped)") == space)
        }
    }

    @Test(arguments: [
        ("a column too few", "1\ta\t_\tX\t_\t_\t0\troot\t_", 1, "columns"),
        ("a gap in the numbers", "2\ta\t_\tX\t_\t_\t0\troot\t_\t_", 1, "number '2'"),
        ("an unknown tag", "# text\n1\ta\t_\tXY\t_\t_\t0\troot\t_\t_", 2, "'XY'"),
        ("a head of its own", "1\ta\t_\tX\t_\t_\t1\troot\t_\t_", 1, "head '1'"),
        ("no head", "1\ta\t_\tX\t_\t_\t_\troot\t_\t_", 1, "head '_'"),
        ("a head outside", "1\ta\t_\tX\t_\t_\t4\troot\t_\t_\n", 1, "head 4"),
        ("a range out of place", "2-3\ta\t_\t_\t_\t_\t_\t_\t_\t_", 1, "range '2-3'"),
        (
            "a range too long",
            "1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\tX\t_\t_\t0\troot\t_\t_", 2, "inside"
        ),
    ])
    func `what is wrong is told with file, line and cure`(
        _ what: String,
        _ text: String,
        _ line: Int,
        _ words: String
    ) {
        let error = #expect(throws: ConlluError.self) { try read(text) }
        #expect(error?.line == line)
        #expect(error?.file == "sample.conllu")
        #expect(error?.problem.contains(words) == true)
        #expect(error?.cure.isEmpty == false)
    }
}
