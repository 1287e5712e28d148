import Assessment
import Diplomacy

/// Sentences that the program makes in English, in a language of the interface: each form of them with its words.
///
/// The coder writes the steps of a reading in a short form, which the ledger keeps: `source: 'kremlin' (seat of RUS)`;
/// errors and the rules of verdicts are sentences with values in them. A file of the language gives each form its words
/// (`Phrases/trail`, `Phrases/sentences`): *“kremlin” is the seat of Russia*. What stands in the place of `%1` may have
/// a form of its own; a code becomes the name of its party, an act its word, a day a date, a commitment is called by its
/// name in the language. Words between quotes stay as they are.
struct SentenceForms: Sendable {
    private struct Form: Sendable {
        /// What stands before, between and behind the places.
        let literals: [String]
        let words: PhrasePattern

        /// The values in the places, or nil where `step` has another form.
        func values(of step: String) -> [Substring]? {
            guard let first = literals.first, step.hasPrefix(first) else { return nil }
            var rest = step.dropFirst(first.count)
            var values: [Substring] = []
            for (place, literal) in literals.enumerated().dropFirst() {
                if place == literals.count - 1 {
                    guard rest.hasSuffix(literal), rest.count > literal.count else { return nil }
                    values.append(rest.dropLast(literal.count))
                    rest = ""
                } else {
                    guard let found = rest.firstRange(of: literal) else { return nil }
                    values.append(rest[..<found.lowerBound])
                    rest = rest[found.upperBound...]
                }
            }
            return rest.isEmpty && values.allSatisfy { !$0.isEmpty } ? values : nil
        }
    }

    private let forms: [Form]

    /// Each form with its sentence; of several that fit the first is taken.
    init(_ lines: [(form: String, words: String)]) {
        forms = lines.map { line in
            Form(
                literals: line.form.split(separator: /%[1-9]/, omittingEmptySubsequences: false)
                    .map(String.init),
                words: PhrasePattern(line.words)
            )
        }
    }

    /// Nil for a sentence whose form the language does not know.
    func sentence(_ step: String, _ names: Tongue) -> String? {
        sentence(step) { Self.word($0, names) }
    }

    /// The same, where what stands in places is no code: `word` gives it its words.
    func sentence(_ step: String, word: (String) -> String = { $0 }) -> String? {
        for form in forms {
            guard let values = form.values(of: step) else { continue }
            let words = values.enumerated().map { place, value in
                form.literals[place].hasSuffix("'")
                    ? String(value) : said(String(value), word: word)
            }
            return form.words.text(words)
        }
        return nil
    }

    /// What stands in a place: a list of several, each by itself.
    private func said(_ value: String, word: (String) -> String) -> String {
        value.split(separator: "; ").map { part in
            sentence(String(part), word: word) ?? word(String(part))
        }.joined(separator: "; ")
    }

    private static func word(_ value: String, _ names: Tongue) -> String {
        if let name = names.phrases.name(value) { return name }
        if let act = Act(rawValue: value) { return names.phrases.text("act.\(act.rawValue)") }
        if let day = DayInterval(edtf: value), value.count > 9 { return names.words(for: day) }
        let isCode =
            value.utf8.count > 1
            && value.utf8.allSatisfy {
                (65...90).contains($0) || (48...58).contains($0)
            }
        return isCode ? names(ActorCode(value)) : value
    }
}

/// A step of the trail, or a rule of a verdict, on a page: in the words of its language, or as the program says it.
struct ToldStep {
    private let step: String
    private let words: String?
    private let isEnglish: Bool

    init(step: String, names: Tongue) {
        self.step = step
        isEnglish = names.phrases.language == PhraseBook.standardLanguage
        words = names.phrases.trail.sentence(step, names)
    }

    init(rule: String, names: Tongue) {
        step = rule
        isEnglish = names.phrases.language == PhraseBook.standardLanguage
        words = names.phrases.sentences.sentence(rule, names)
    }

    var html: HTML {
        words.map { HTML.foreign($0.capitalised) }
            ?? (isEnglish
                ? HTML.foreign(step) : "<span lang=\"en\">\(HTML.foreign(step))</span>")
    }
}
