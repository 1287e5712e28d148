@testable import Language

/// A model of the smallest sizes with weights that a seed makes: it knows nothing, but has every part.
enum TinyModel {
    static func make(seed: UInt64 = 1) -> LanguageModel {
        let inventory = Inventory(
            features: [
                Inventory.Feature(name: "Case", values: ["", "Gen", "Nom"]),
                Inventory.Feature(name: "Number", values: ["", "Plur", "Sing"]),
            ],
            rules: [
                LemmaRule(form: "a", lemma: "a"), LemmaRule(form: "cats", lemma: "cat"),
                LemmaRule(form: "went", lemma: "go"),
            ],
            relations: ["nsubj", "obj", "root"],
            treebanks: ["", "here"]
        )
        let plan = NetworkPlan(
            NetworkSizes(
                word: 4,
                piece: 4,
                width: 4,
                layers: 2,
                arc: 4,
                label: 4,
                lemma: 4,
                tags: inventory.tags,
                rules: inventory.rules.count,
                relations: inventory.relations.count
            )
        )
        var state = seed
        func numbers(_ count: Int) -> [Float] {
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Float(Int32(truncatingIfNeeded: state >> 33)) / Float(1 << 30) - 1
            }
        }
        let forms = ["cat", "cats", "went"]
        let words = HashTable(forms.map { WordPieces.wordHash(WordPieces.key($0)) })
        let pieces = HashTable(
            Array(Set(forms.flatMap { WordPieces.pieces(of: $0, key: WordPieces.key($0)) }))
                .sorted()
        )
        return LanguageModel(
            language: "en",
            inventory: inventory,
            plan: plan,
            weights: numbers(plan.count),
            words: VectorTable(index: words, columns: 4, vectors: numbers(words.rows * 4)),
            pieces: VectorTable(index: pieces, columns: 4, vectors: numbers(pieces.rows * 4)),
            habit: numbers(8),
            apostrophe: "'",
            knownLemmas: KnownLemmas(["cat", "go"]),
            segmenter: [1, 2, 3]
        )
    }

    static func sentence(_ forms: [String]) -> SegmentedSentence {
        var place = 0
        let tokens = forms.map { form in
            defer { place += form.utf8.count + 1 }
            return place..<place + form.utf8.count
        }
        return SegmentedSentence(
            range: 0..<max(place - 1, 0),
            forms: forms,
            tokens: tokens,
            multiwords: []
        )
    }
}
