import Foundation
package import Language

/// The sentences of a curriculum, and what a model must be able to say to repeat them.
package struct Classroom {
    package struct Group: Sendable {
        package let source: TreebankSource
        package let sentences: [ParsedSentence]
    }

    let learnt: [Group]
    package let tuning: [Group]
    private let drills: [(drill: Drill, dictionary: SpellingDictionary)]
    package let inventory: Inventory
    package let words: HashTable
    package let pieces: HashTable

    /// A word of its own is one that was met twice.
    private static let leastWordCount = 2
    /// A piece is kept where this many different words have it.
    private static let leastPieceWords = 3
    /// So many pieces fill 8 MB of bytes at 128 columns; the rarest are left out.
    private static let mostPieces = 56_000
    private static let mostWords = 24_000
    /// A lemma's rule is kept where it was needed three times.
    private static let leastRuleCount = 3

    package init(_ curriculum: Curriculum, reader: TreebankFiles) throws {
        learnt = try curriculum.sources.compactMap { try reader.group($0) }
        tuning = try curriculum.tuning.compactMap { try reader.group($0) }
        drills = try curriculum.drills.map { drill in
            let dictionary = try SpellingDictionary(
                folder: URL(filePath: "/usr/share/hunspell"),
                name: drill.dictionary,
                verbs: drill.verbs,
                adjectives: drill.adjectives,
                participles: drill.participles
            )
            return (drill, dictionary)
        }
        // What the dictionaries add to the inventory is seen in one draw of the size of two epochs.
        var randomness = Randomness(seed: 7)
        let drawn = drills.flatMap {
            Self.draw($0.drill, $0.dictionary, 2 * $0.drill.count, &randomness)
        }
        inventory = Self.inventory(learnt, drawn, drills.map(\.drill.treebank))
        (words, pieces) = Self.tables(learnt, drawn)
    }

    private static func draw(
        _ drill: Drill,
        _ dictionary: SpellingDictionary,
        _ count: Int,
        _ randomness: inout Randomness
    ) -> [SpellingDictionary.Form] {
        var forms: [SpellingDictionary.Form] = []
        for _ in 0..<count {
            if let form = dictionary.draw(&randomness) { forms.append(form) }
        }
        return forms
    }

    /// The dictionary forms of a pupil's dictionary and of what was learnt of its language.
    func knownLemmas(of pupil: Curriculum.Pupil) -> KnownLemmas {
        guard let own = drills.first(where: { $0.drill.dictionary == pupil.dictionary }) else {
            return KnownLemmas([])
        }
        let learnt = learnt.filter { $0.source.isOf(pupil.language) }.flatMap {
            $0.sentences.flatMap(\.lemmas)
        }
        return KnownLemmas(Set(own.dictionary.lemmas + learnt).filter { !$0.isEmpty })
    }

    /// The drills of one epoch: each form a sentence of one word, without a tree and without features.
    func drillLessons(_ randomness: inout Randomness) -> [Lesson] {
        let rules = Dictionary(
            uniqueKeysWithValues: inventory.rules.enumerated().map { ($1, $0) }
        )
        var lessons: [Lesson] = []
        for (drill, dictionary) in drills {
            let treebank = inventory.treebanks.firstIndex(of: drill.treebank) ?? 0
            for form in Self.draw(drill, dictionary, drill.count, &randomness) {
                let key = WordPieces.key(form.form)
                let word = Lesson.Word(
                    row: words.row(WordPieces.wordHash(key)),
                    pieces: WordPieces.pieces(of: form.form, key: key).map(pieces.row)
                        .filter { $0 > 0 },
                    tag: Int((UPOS(name: form.tag) ?? .x).rawValue),
                    features: [],
                    rule: rules[LemmaRule(form: form.form, lemma: form.lemma)] ?? -1,
                    head: -1,
                    relation: -1
                )
                lessons.append(Lesson(words: [word], treebank: treebank))
            }
        }
        return lessons
    }

    /// The lessons of a group; those of a file without lemmas or features say so.
    func lessons(_ group: Group) -> [Lesson] {
        let inventory = inventory
        let rules = Dictionary(
            uniqueKeysWithValues: inventory.rules.enumerated().map { ($1, $0) }
        )
        let relations = Dictionary(
            uniqueKeysWithValues: inventory.relations.enumerated().map { ($1, $0) }
        )
        let values = inventory.features.map { feature in
            Dictionary(uniqueKeysWithValues: feature.values.enumerated().map { ($1, $0) })
        }
        let treebank = inventory.treebanks.firstIndex(of: group.source.treebank) ?? 0
        return group.sentences.map { sentence in
            let lessonWords = sentence.forms.indices.map { index in
                let form = sentence.forms[index]
                let key = WordPieces.key(form)
                let lemma = sentence.lemmas[index]
                let given = Self.pairs(sentence.features[index])
                return Lesson.Word(
                    row: words.row(WordPieces.wordHash(key)),
                    pieces: WordPieces.pieces(of: form, key: key).map(pieces.row).filter { $0 > 0 },
                    tag: !group.source.hasTrees
                        && !OpenCorporaReader.trusted.contains(sentence.tags[index])
                        ? -1 : Int(sentence.tags[index].rawValue),
                    features: group.source.hasFeatures
                        ? inventory.features.enumerated().map { number, feature in
                            values[number][given[feature.name] ?? ""] ?? 0
                        } : [],
                    rule: lemma.isEmpty ? -1 : rules[LemmaRule(form: form, lemma: lemma)] ?? -1,
                    head: group.source.hasTrees ? sentence.heads[index] : -1,
                    relation: group.source.hasTrees
                        ? relations[sentence.relations[index]] ?? -1 : -1
                )
            }
            return Lesson(words: lessonWords, treebank: treebank)
        }
    }

    private static func pairs(_ features: String) -> [String: String] {
        var pairs: [String: String] = [:]
        for pair in features.split(separator: "|") {
            let sides = pair.split(separator: "=", maxSplits: 1)
            if sides.count == 2 { pairs[String(sides[0])] = String(sides[1]) }
        }
        return pairs
    }

    private static func inventory(
        _ groups: [Group],
        _ drawn: [SpellingDictionary.Form],
        _ drills: [String]
    ) -> Inventory {
        var values: [String: Set<String>] = [:]
        var rules: [LemmaRule: Int] = [:]
        var relations: Set<String> = ["root"]
        for group in groups {
            for sentence in group.sentences {
                if group.source.hasTrees { relations.formUnion(sentence.relations) }
                for features in sentence.features where group.source.hasFeatures {
                    for (name, value) in pairs(features) { values[name, default: []].insert(value) }
                }
                for (form, lemma) in zip(sentence.forms, sentence.lemmas) where !lemma.isEmpty {
                    rules[LemmaRule(form: form, lemma: lemma), default: 0] += 1
                }
            }
        }
        for form in drawn { rules[LemmaRule(form: form.form, lemma: form.lemma), default: 0] += 1 }
        return Inventory(
            features: values.keys.sorted().map { name in
                Inventory.Feature(name: name, values: [""] + (values[name] ?? []).sorted())
            },
            rules: rules.filter { $0.value >= leastRuleCount }.keys.sorted { $0.text < $1.text },
            relations: relations.sorted(),
            treebanks: [""] + Set(groups.map(\.source.treebank) + drills).sorted()
        )
    }

    private static func tables(
        _ groups: [Group],
        _ drawn: [SpellingDictionary.Form]
    ) -> (HashTable, HashTable) {
        // A drawn form adds its pieces; as a word it counts once, as any word that was met once.
        var forms = Dictionary(drawn.map { ($0.form, 1) }, uniquingKeysWith: { first, _ in first })
        for group in groups {
            for form in group.sentences.lazy.flatMap(\.forms) { forms[form, default: 0] += 1 }
        }
        var words: [UInt32: Int] = [:]
        var pieces: [UInt32: Int] = [:]
        for (form, count) in forms {
            let key = WordPieces.key(form)
            words[WordPieces.wordHash(key), default: 0] += count
            for piece in Set(WordPieces.pieces(of: form, key: key)) {
                pieces[piece, default: 0] += 1
            }
        }
        func commonest(_ counts: [UInt32: Int], least: Int, most: Int) -> [UInt32] {
            let kept = counts.filter { $0.value >= least }
                .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return kept.prefix(most).map(\.key)
        }
        return (
            HashTable(commonest(words, least: leastWordCount, most: mostWords)),
            HashTable(commonest(pieces, least: leastPieceWords, most: mostPieces))
        )
    }
}
