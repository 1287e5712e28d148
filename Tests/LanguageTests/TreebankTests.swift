import Foundation
import Testing

@testable import Language

/// Our own treebank, held to the rules of Universal Dependencies.
struct TreebankTests {
    private func treebank(_ language: String) throws -> Treebank {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "Evaluation/treebank/\(language).conllu")
        return try ConlluReader.read(Array(Data(contentsOf: file)), name: language + ".conllu")
    }

    @Test(arguments: [("en", 100), ("uk", 200), ("ru", 200), ("de", 200)])
    func `every sentence is a tree by the rules`(_ language: String, _ least: Int) throws {
        let treebank = try treebank(language)
        #expect(treebank.sentences.count >= least)
        for (name, sentence) in zip(treebank.identifiers, treebank.sentences) {
            let complaints = TreebankRules.complaints(about: sentence)
            #expect(complaints.isEmpty, "\(name): \(complaints.joined(separator: "; "))")
        }
        #expect(Set(treebank.identifiers).count == treebank.identifiers.count)
        // Free word order crosses arcs, but seldom: many crossings are mistakes.
        let crossed = treebank.sentences.count { !TreebankRules.isProjective($0) }
        #expect(crossed * 10 < treebank.sentences.count, "\(crossed) are not projective")
    }

    @Test func `a broken tree is found out`() {
        let words = TinyModel.sentence(["a", "b", "c"])
        let broken = ParsedSentence(
            words: words,
            lemmas: ["a", "b", "c"],
            tags: [.noun, .punct, .noun],
            features: ["Number=Sing|Case=Nom", "", ""],
            heads: [3, 0, 1],
            relations: ["nsubject", "root", "conj"]
        )
        let complaints = TreebankRules.complaints(about: broken).joined(separator: "\n")
        for part in ["ring", "no relation", "not sorted"] { #expect(complaints.contains(part)) }
    }
}
