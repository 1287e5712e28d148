import Foundation
package import Language

/// Sentences that nobody has joined to trees, and how teachers are to read them.
///
/// Where hardly any trees may be learnt, several networks that differ by their seed alone read sentences of the kind that is
/// meant, and what most of them say is learnt beside the treebanks (tri-training; Søgaard and Rishøj 2010): what they know
/// they have in common, their mistakes differ.
struct UnreadText: Sendable {
    enum Sentences: Sendable {
        /// Those of OpenCorpora of which this holds of their number, counted from 0.
        case openCorpora(@Sendable (Int) -> Bool)
        /// Those of the web that the language identifier learns from.
        case web
        /// Our own passages and articles, `Evaluation/corpus`: news.
        case corpus
        /// Our own sentences about pairs of actors, `Evaluation/relations` and `Evaluation/ties`, but for every tenth, which are
        /// kept apart to measure by: news.
        case tables
    }

    /// Whose models read it: ISO 639-1.
    let language: String
    /// The habits with which those models read.
    let habit: String
    let sentences: Sentences
}

extension TreebankFiles {
    /// The sentences of a text, cut into words.
    func sentences(of text: UnreadText) throws -> [SegmentedSentence] {
        switch text.sentences {
        case .openCorpora(let part):
            guard let bytes = try bytes(of: "ru/ru_opencorpora-morph.tsv") else { return [] }
            return OpenCorporaReader.read(bytes).enumerated().filter { part($0.offset) }
                .map(\.element.words)
        case .web:
            let all = try IdentifierSources.lingua(sharedRoot)
            return try cut(
                all.filter { $0.label.language == text.language }.flatMap(\.sentences),
                text.language
            )
        case .corpus:
            return try cut(passages(of: text.language), text.language)
        case .tables:
            return try cut(pairSentences(of: text.language), text.language)
        }
    }

    private func cut(_ passages: [String], _ language: String) throws -> [SegmentedSentence] {
        let segmenter = try SegmenterCurriculum.of(language)?.segmenter(self, root: root, seed: 1)
        return segmenter?.segment(Array(passages.joined(separator: "\n\n").utf8)) ?? []
    }

    /// The texts of our own corpus of coded passages, its longer articles included.
    private func passages(of language: String) throws -> [String] {
        struct Passage: Decodable { let text: String }
        return try ["\(language).jsonl", "articles-\(language).jsonl"].flatMap { name in
            let file = root.appending(path: "Evaluation/corpus/" + name)
            return try Data(contentsOf: file).split(separator: 10).map {
                try JSONDecoder().decode(Passage.self, from: $0).text
            }
        }
    }

    /// The sentences of our own tables, each once: a sentence stands in one line for each of its pairs.
    private func pairSentences(of language: String) throws -> [String] {
        try ["relations", "ties"].flatMap { folder in
            let file = root.appending(path: "Evaluation/\(folder)/\(language).tsv")
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            var seen: Set<Substring> = []
            let sentences = lines.dropFirst().map { $0.prefix { $0 != "\t" } }
                .filter { seen.insert($0).inserted }
            return sentences.enumerated().filter { ($0.offset + 1) % 10 != 0 }
                .map { String($0.element) }
        }
    }
}

extension Classroom {
    /// What most of the teachers say of the curriculum's unread texts.
    ///
    /// `teachers`: models of any of its languages that this curriculum has made; those of a text's own language read it.
    package func readings(
        of curriculum: Curriculum,
        by teachers: [LanguageModel],
        files: TreebankFiles
    ) throws -> Readings {
        var lessons: [Lesson] = []
        for text in curriculum.unread {
            let sentences = try files.sentences(of: text)
            let source = TreebankSource(treebank: text.habit, file: "", hasFeatures: false)
            let opinions = teachers.filter { $0.language == text.language }.map { teacher in
                var analyst = Analyst(teacher)
                return self.lessons(Group(source: source, sentences: analyst.analyse(sentences)))
            }
            lessons += sentences.indices.compactMap { index in
                Lesson.agreed(opinions.map { $0[index] })
            }
        }
        return Readings(lessons: lessons)
    }
}

/// Lessons that teachers have given.
package struct Readings: Sendable {
    let lessons: [Lesson]

    package static let none = Readings(lessons: [])

    package var words: Int { lessons.reduce(0) { $0 + $1.words.count } }
    /// The share of the words whose head most teachers agree on.
    package var agreement: Double {
        let heads = lessons.flatMap(\.words).count { $0.head >= 0 }
        return words == 0 ? 0 : Double(heads) / Double(words)
    }
}
