import Foundation
package import Text

/// The words of the interface in one language, by key.
///
/// A phrase may have places for values, `%1`, `%2`. A phrase that counts has a form for each number,
/// between bars: `no roots | %1 root | %1 roots`, or, where a language has three forms, one more.
package struct Phrases: Sendable {
    /// ISO 639-1.
    package let language: String
    private let texts: [String: String]
    /// The same, escaped.
    private let markups: [String: HTML]
    private let patterns: [String: PhrasePattern]
    /// The forms of the phrases that count.
    private let forms: [String: [PhrasePattern]]
    /// What the program says in English: errors, rules of verdicts.
    let sentences: SentenceForms
    /// How a statement was read.
    let trail: SentenceForms
    /// What commitments, occasions and published rates are called, and what the registers tell of them, by the English.
    private let names: [String: String]
    let dates: DateWords

    package init(
        language: String,
        texts: [String: String],
        sentences: [(form: String, words: String)] = [],
        trail: [(form: String, words: String)] = [],
        names: [(form: String, words: String)] = []
    ) {
        self.names = Dictionary(names.map { ($0.form, $0.words) }) { first, _ in first }
        self.trail = SentenceForms(trail)
        self.language = language
        self.sentences = SentenceForms(sentences)
        self.texts = texts
        markups = texts.mapValues { HTML(text: $0) }
        patterns = texts.mapValues { PhrasePattern($0) }
        forms = texts.filter { $0.key.hasPrefix("count.") }.mapValues(Self.forms)
        dates = DateWords(months: texts["months"], inMonths: texts["months.of"])
    }

    private static func forms(_ phrase: String) -> [PhrasePattern] {
        phrase.split(separator: "|").map {
            PhrasePattern($0.trimmingCharacters(in: .whitespaces))
        }
    }

    /// Every key of the language, for tests.
    package var keys: Set<String> { Set(texts.keys) }

    /// Nil where the language has no such phrase of its own.
    func find(_ key: String) -> String? { texts[key] }

    /// The phrase; its key where it is missing, so that the hole is seen.
    func text(_ key: String, _ values: String...) -> String {
        patterns[key]?.text(values) ?? key
    }

    /// What the program says, in this language where it has words for it, else in English.
    func said(_ sentence: String) -> HTML {
        if let own = sentences.sentence(sentence) { return HTML(text: own) }
        let text = HTML(text: sentence)
        return language == PhraseBook.standardLanguage ? text : "<span lang=\"en\">\(text)</span>"
    }

    /// What a commitment, an occasion or a rate is called in this language, or what its fact and its source say; nil
    /// where it has no words for it but the English.
    func name(_ english: String) -> String? { names[english] }

    /// The same, or the English where there is no other.
    func called(_ english: String) -> String { name(english) ?? english }

    /// The same on a page: the English, marked as such, where there is no other.
    func named(_ english: String) -> HTML {
        if let own = name(english) { return HTML.foreign(own) }
        let name = HTML.foreign(english)
        return language == PhraseBook.standardLanguage ? name : "<span lang=\"en\">\(name)</span>"
    }

    /// What of the registers has words in this language, in English, for tests.
    package var namesInEnglish: Set<String> { Set(names.keys) }

    subscript(_ key: String) -> HTML { markups[key] ?? HTML(text: key) }

    func callAsFunction(_ key: String, _ values: HTML...) -> HTML {
        patterns[key]?.html(values) ?? HTML(text: key)
    }

    /// `3 statements`, `1 statement`, `no statements`; `noun` is the key after `count.`.
    func count(_ number: Int, _ noun: String) -> String {
        let forms = forms["count.\(noun)"] ?? Self.forms(noun)
        let form = number == 0 ? 0 : 1 + Self.form(of: number, of: forms.count - 1)
        guard forms.indices.contains(form) else { return "\(number) \(noun)" }
        return forms[form].text([CountWords.grouped(number)])
    }

    /// Which of two forms (one, many) or three (one, few, many, as in Slavic languages) a number takes.
    private static func form(of number: Int, of forms: Int) -> Int {
        guard forms > 2 else { return number == 1 ? 0 : 1 }
        let (tens, ones) = (number % 100, number % 10)
        if (11...14).contains(tens) { return 2 }
        return ones == 1 ? 0 : (2...4).contains(ones) ? 1 : 2
    }
}

/// The phrases of every language of the interface: one file each in `Phrases/`.
package struct PhraseBook: Sendable {
    package static let standardLanguage = "en"

    private let phrases: [String: Phrases]

    /// Throws a `TableError` where a file is missing or a line is wrong.
    package init(_ resources: ResourceFolder) throws {
        let folder = try resources.url("Phrases", of: "Site")
        var phrases: [String: Phrases] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasSuffix(".tsv") {
            let language = String(name.dropLast(4))
            let table = try TableFile(folder.appending(path: name), columns: 2)
            var texts: [String: String] = [:]
            for row in table.rows {
                guard texts.updateValue(row.cells[1], forKey: row.cells[0]) == nil else {
                    throw table.error(
                        row,
                        "the key '\(row.cells[0])' stands twice",
                        cure: "Keep one of the two."
                    )
                }
            }
            phrases[language] = Phrases(
                language: language,
                texts: texts,
                sentences: try Self.lines(folder.appending(path: "sentences/\(name)")),
                trail: try Self.lines(folder.appending(path: "trail/\(name)")),
                names: try ["names", "facts"].flatMap {
                    try Self.lines(folder.appending(path: "\($0)/\(name)"))
                }
            )
        }
        self.phrases = phrases
    }

    /// None where the language has no such file: English is what the program says.
    private static func lines(_ file: URL) throws -> [(form: String, words: String)] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try TableFile(file, columns: 2).rows.map { ($0.cells[0], $0.cells[1]) }
    }

    package var languages: [String] { phrases.keys.sorted() }

    /// English where the interface does not speak `language`.
    package subscript(_ language: String) -> Phrases {
        phrases[language] ?? phrases[Self.standardLanguage]
            ?? Phrases(language: Self.standardLanguage, texts: [:])
    }
}
