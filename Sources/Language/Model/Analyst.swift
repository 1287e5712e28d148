import CKernels

/// Describes words and joins them to trees, with one model and one working memory.
///
/// Not shared: each worker has its own. Words that come again are looked up in a memory of mixed vectors.
package struct Analyst {
    package let model: LanguageModel
    private var scratch: Scratch
    private let product = Floats()
    private let scores = Floats()
    private let vectors = Floats()
    /// The mixed vectors of forms met so far, and where each lies.
    private let known = Floats()
    private var places: [String: Int] = [:]
    private var lemmas: [LemmaQuestion: MadeLemma] = [:]

    private let featureStarts: [Int]
    private var featureTexts: [UInt64: String] = [:]
    /// The place of `root` among the relations.
    private let root: Int?

    /// What a rule makes of a form depends on the two alone, and is remembered.
    private struct LemmaQuestion: Hashable {
        let form: String
        let rule: Int
    }

    private struct MadeLemma {
        let lemma: String
        /// Whether it stands; else the next rules are asked, whose order is the word's own in its sentence.
        let isListed: Bool
    }

    /// Sentences that go through the network together: enough words to fill the matrix products.
    private static let batchWords = 512
    /// How much less likely, as a logarithm, a rule may be whose lemma the dictionary lists.
    ///
    /// A rule that the network finds 150 times (e⁵) less likely is still a guess of its own; beyond that it is none.
    private static let rulesGap: Float = 5
    /// How many forms are remembered before it begins anew: 21 MB of vectors at a breadth of 320.
    private static let memory = 16_384

    package init(_ model: LanguageModel) {
        self.model = model
        scratch = Scratch(model.plan.sizes)
        featureStarts = model.inventory.featureStarts
        root = model.inventory.relations.firstIndex(of: "root")
        known.room(for: Self.memory * model.plan.sizes.breadth)
    }

    /// The analysis of each sentence, in order.
    ///
    /// Linear in the number of words, and in the square of a sentence's length, which the segmenter bounds.
    package mutating func analyse(_ sentences: [SegmentedSentence]) -> [ParsedSentence] {
        var parsed: [ParsedSentence] = []
        parsed.reserveCapacity(sentences.count)
        var start = 0
        while start < sentences.count {
            var end = start
            var words = 0
            while end < sentences.count,
                end == start || words + sentences[end].count <= Self.batchWords
            {
                words += sentences[end].count
                end += 1
            }
            parsed += analyseBatch(Array(sentences[start..<end]), words)
            start = end
        }
        return parsed
    }

    private mutating func analyseBatch(
        _ batch: [SegmentedSentence],
        _ words: Int
    ) -> [ParsedSentence] {
        guard words > 0 else { return batch.map { Self.bare($0) } }
        var row = 0
        scratch.sentences = batch.map { sentence in
            defer { row += sentence.count }
            return row..<(row + sentence.count)
        }
        let mixed = scratch.levels[0].room(for: words * model.plan.sizes.breadth)
        return model.weights.withUnsafeBufferPointer { weights in
            guard let base = weights.baseAddress else { return [] }
            let network = Network(plan: model.plan, weights: base, packed: model.packed)
            lookUp(batch, network, into: mixed)
            network.run(&scratch)
            let heads = self.heads(batch)
            network.judgeLabels(scratch, heads: heads.rows, product: product, scores: scores)
            return zip(batch, scratch.sentences).map { sentence, rows in
                describe(sentence, rows, Array(heads.numbers[rows]))
            }
        }
    }

    private static func bare(_ words: SegmentedSentence) -> ParsedSentence {
        ParsedSentence(words: words, lemmas: [], tags: [], features: [], heads: [], relations: [])
    }

    /// Puts the mixed vector of each form into its row, and learns those of forms not met before.
    private mutating func lookUp(
        _ batch: [SegmentedSentence],
        _ network: Network,
        into mixed: UnsafeMutablePointer<Float>
    ) {
        let sizes = model.plan.sizes
        let words = batch.reduce(0) { $0 + $1.count }
        if places.count + words > Self.memory {
            places.removeAll(keepingCapacity: true)
            lemmas.removeAll(keepingCapacity: true)
            featureTexts.removeAll(keepingCapacity: true)
        }
        let firstNew = places.count
        var fresh: [String] = []
        for sentence in batch {
            for form in sentence.forms where places[form] == nil {
                places[form] = places.count
                fresh.append(form)
            }
        }
        known.room(for: (firstNew + fresh.count) * sizes.breadth)
        let vectors = vectors.room(for: fresh.count * sizes.input)
        for (index, form) in fresh.enumerated() {
            model.vector(of: form, into: vectors + index * sizes.input)
        }
        network.mix(vectors, words: fresh.count, into: known.base + firstNew * sizes.breadth)
        var row = mixed
        for sentence in batch {
            for form in sentence.forms {
                row.update(
                    from: known.base + (places[form] ?? 0) * sizes.breadth,
                    count: sizes.breadth
                )
                row += sizes.breadth
            }
        }
    }

    /// Of each word of the batch: its head's number in the sentence (0 the root), and its row (-1 the root).
    private func heads(_ batch: [SegmentedSentence]) -> (numbers: [Int], rows: [Int]) {
        var numbers: [Int] = []
        var rows: [Int] = []
        for (start, sentence) in zip(scratch.arcStarts, scratch.sentences) {
            let heads = MaximumTree.heads(scratch.arcs.base + start, count: sentence.count)
            numbers += heads
            rows += heads.map { $0 == 0 ? -1 : sentence.lowerBound + $0 - 1 }
        }
        return (numbers, rows)
    }

    private mutating func describe(
        _ sentence: SegmentedSentence,
        _ rows: Range<Int>,
        _ heads: [Int]
    ) -> ParsedSentence {
        let count = sentence.count
        var (tags, features): ([UPOS], [String]) = ([], [])
        var (lemmas, relations): ([String], [String]) = ([], [])
        tags.reserveCapacity(count)
        features.reserveCapacity(count)
        lemmas.reserveCapacity(count)
        relations.reserveCapacity(count)
        for (index, row) in rows.enumerated() {
            let scores = scratch.tags.base + row * model.inventory.tags
            tags.append(UPOS(rawValue: UInt8(casus_best(UPOS.allCases.count, scores))) ?? .x)
            features.append(featureText(scores))
            lemmas.append(lemma(of: sentence.forms[index], row))
            relations.append(relation(row, isRoot: heads[index] == 0))
        }
        return ParsedSentence(
            words: sentence,
            lemmas: lemmas,
            tags: tags,
            features: features,
            heads: heads,
            relations: relations
        )
    }

    /// The features a word has, by their names; the texts are few, and remembered by the values chosen.
    private mutating func featureText(_ scores: UnsafePointer<Float>) -> String {
        var key: UInt64 = 0
        for (feature, start) in zip(model.inventory.features, featureStarts) {
            let value = casus_best(feature.values.count, scores + start)
            key = key &* 0x0000_0100_0000_01B3 ^ UInt64(value)
        }
        if let known = featureTexts[key] { return known }
        var pairs: [String] = []
        for (feature, start) in zip(model.inventory.features, featureStarts) {
            let value = casus_best(feature.values.count, scores + start)
            if value > 0 { pairs.append(feature.name + "=" + feature.values[value]) }
        }
        let text = pairs.joined(separator: "|")
        featureTexts[key] = text
        return text
    }

    private mutating func lemma(of form: String, _ row: Int) -> String {
        let count = model.inventory.rules.count
        let question = LemmaQuestion(
            form: form,
            rule: casus_best(count, scratch.rules.base + row * count)
        )
        let made = lemmas[question] ?? makeLemma(question)
        if made.isListed { return made.lemma }
        return listedLemma(of: form, row)?.replacing("'", with: model.apostrophe) ?? made.lemma
    }

    private mutating func makeLemma(_ question: LemmaQuestion) -> MadeLemma {
        // Where the best rule asks for more letters than there are, the form stands for itself.
        let rule = model.inventory.rules[question.rule]
        let lemma = rule.lemma(of: question.form) ?? question.form
        let made = MadeLemma(
            lemma: lemma.replacing("'", with: model.apostrophe),
            isListed: model.knownLemmas.isEmpty || model.knownLemmas.contains(lemma)
        )
        lemmas[question] = made
        return made
    }

    /// Where the dictionary does not list what the best rule makes: the first of the next rules whose lemma it does list.
    private func listedLemma(of form: String, _ row: Int) -> String? {
        let count = model.inventory.rules.count
        let scores = scratch.rules.base + row * count
        let least = scores[casus_best(count, scores)] - Self.rulesGap
        let others = (0..<count).filter { scores[$0] >= least }.sorted { scores[$0] > scores[$1] }
        for rule in others.dropFirst() {
            if let other = model.inventory.rules[rule].lemma(of: form),
                model.knownLemmas.contains(other)
            {
                return other
            }
        }
        return nil
    }

    /// The likeliest relation: `root` at the root and nowhere else.
    private func relation(_ row: Int, isRoot: Bool) -> String {
        if isRoot { return "root" }
        let relations = model.inventory.relations
        let scores = scores.base + row * relations.count
        if let root { scores[root] = -.infinity }
        return relations[casus_best(relations.count, scores)]
    }
}
