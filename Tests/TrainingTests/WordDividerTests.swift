import Foundation
import Language
import Testing

@testable import Training

/// Compounds and fractions that a treebank joins, divided as the segmenter divides them.
struct WordDividerTests {
    private static let conventions = Result {
        let package = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try WordConventions(
            package.appending(path: "Sources/Language/Languages"),
            language: "uk"
        )
    }

    private func divided(_ lines: String) throws -> (before: ParsedSentence, after: ParsedSentence)
    {
        let bank = try ConlluReader.read(Array(lines.utf8), name: "lines")
        let sentence = try #require(bank.sentences.first)
        return (sentence, WordDivider(try Self.conventions.get()).divided(sentence))
    }

    @Test func `an adjective's last part is the word, and its first hangs on it`() throws {
        let (_, words) = try divided(
            """
            1\tНова\tновий\tADJ\t_\tCase=Nom\t3\tamod\t_\t_
            2\tматеріально-технічна\tматеріально-технічний\tADJ\t_\tCase=Nom\t3\tamod\t_\t_
            3\tбаза\tбаза\tNOUN\t_\tCase=Nom\t0\troot\t_\t_
            """
        )
        #expect(words.forms == ["Нова", "матеріально", "-", "технічна", "база"])
        #expect(words.heads == [5, 4, 2, 5, 0])
        #expect(words.relations == ["amod", "compound", "punct", "amod", "root"])
        #expect(words.tags == [.adj, .adj, .punct, .adj, .noun])
        #expect(words.lemmas == ["новий", "", "-", "технічний", "база"])
        #expect(words.features == ["Case=Nom", "Hyph=Yes", "", "Case=Nom", "Case=Nom"])
        #expect(words.tokens[1].upperBound == words.tokens[2].lowerBound)
    }

    @Test func `a fraction's first figure is the word, and what hung on it hangs on it`() throws {
        let (_, words) = try divided(
            """
            1\tмайже\tмайже\tADV\t_\t_\t2\tadvmod\t_\t_
            2\t42,7\t42,7\tNUM\t_\tNumType=Card\t3\tnummod\t_\t_
            3\tвідсотка\tвідсоток\tNOUN\t_\t_\t0\troot\t_\t_
            """
        )
        #expect(words.forms == ["майже", "42", ",", "7", "відсотка"])
        #expect(words.heads == [2, 5, 4, 2, 0])
        #expect(words.relations == ["advmod", "nummod", "punct", "compound", "root"])
        #expect(words.lemmas[1...3] == ["42", ",", "7"])
    }

    @Test(arguments: ["по-перше", "будь-який", "14-річний", "слово", "зв'язок"])
    func `what is not divided stays`(_ form: String) throws {
        let (before, after) = try divided("1\t\(form)\t\(form)\tADJ\t_\t_\t0\troot\t_\t_")
        #expect(before == after)
    }
}
