package import Diplomacy

/// How the texts of this target name things: parties by a closure, articles by numbers in brackets,
/// statements by the beginning of their ids.
package struct Naming: Sendable {
    /// Enough letters of an id that two statements share them once in about a hundred ledgers of ten
    /// thousand statements; the ledger says so when they do.
    package static let idLength = 8

    /// A party as it stands within a sentence: "the United States".
    package let party: @Sendable (ActorCode) -> String
    /// Numbers by the article's id, from 1.
    private let numbers: [String: Int]

    package init(
        articles: [ReadArticle],
        party: @escaping @Sendable (ActorCode) -> String
    ) {
        self.party = party
        numbers = Dictionary(
            articles.enumerated().map { ($1.id, $0 + 1) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// With the numbers that articles have in a list that is not at hand.
    package init(numbers: [String: Int], party: @escaping @Sendable (ActorCode) -> String) {
        self.party = party
        self.numbers = numbers
    }

    /// The same numbers, in another language.
    package init(_ numbered: Naming, party: @escaping @Sendable (ActorCode) -> String) {
        self.party = party
        numbers = numbered.numbers
    }

    /// `[3]`, or the beginning of the id where the article has no number.
    package func article(_ id: String) -> String {
        "[\(numbers[id].map(String.init) ?? short(id))]"
    }

    /// Articles in a row; a line holds a dozen of them, of more the number is told.
    func list(_ articles: [String]) -> String {
        let most = 12
        let shown = articles.prefix(most).map(article).joined(separator: " ")
        return articles.count > most ? "\(shown) and \(articles.count - most) more" : shown
    }

    /// `words` with the names of parties in place of their codes: "NKR" is no English.
    func spelled(_ words: String) -> String {
        words.replacing(/\b[A-Z]{3,}\b/) { match in
            let code = String(match.output)
            let name = party(ActorCode(code))
            return name.uppercased() == code ? code : name
        }
    }

    package func short(_ id: String) -> String { String(id.prefix(Self.idLength)) }

    /// A party at the head of a line: "United States".
    package func heading(_ code: ActorCode?) -> String {
        guard let code else { return "parties not named" }
        let name = party(code)
        return name.hasPrefix("the ") ? String(name.dropFirst(4)) : name.capitalised
    }

    /// A title in quotation marks, without those that it came in.
    package func title(_ article: ReadArticle, columns: Int = 70) -> String {
        guard let title = article.title else { return "" }
        let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
        let isQuoted =
            title.first.map(marks.contains) ?? false && title.last.map(marks.contains) ?? false
        let words = isQuoted ? String(title.dropFirst().dropLast()) : title
        return " “\(TextLayout.shortened(words, to: columns))”"
    }

    /// The ids of statements in short, at most `most` of them, and how many more there are.
    package func ids(_ ids: [String], most: Int = 6) -> String {
        self.ids(Excerpt(ids), most: most)
    }

    /// `ids` holds `most` of them, or all.
    package func ids(_ ids: Excerpt<String>, most: Int) -> String {
        let shown = ids.held.prefix(most).map(short).joined(separator: " ")
        return ids.count > most ? "\(shown) and \(ids.count - most) more" : shown
    }

    /// Those of the citations behind the first `skipped`; nil for none.
    func ids(_ citations: Citations, behind skipped: Int, most: Int) -> String? {
        guard citations.count > skipped else { return nil }
        let rest = citations.held.dropFirst(skipped).map(\.statement)
        return ids(Excerpt(rest, of: citations.count - skipped), most: most)
    }
}

extension Finding {
    /// How it is told, to stand behind its sentence, so that nobody's word is taken for a fact.
    ///
    /// For example " (claimed)", or ": told as a fact by 1 root in 2 articles, claimed by 2 roots in 2
    /// articles". Empty where the one statement under it says the rest.
    package var manner: String {
        guard citations.count > 1 else { return modality == .claim ? " (claimed)" : "" }
        var parts: [String] = []
        if citations.facts.count > 0 {
            parts.append("told as a fact by \(citations.facts.words)")
        }
        if citations.claims.count > 0 { parts.append("claimed by \(citations.claims.words)") }
        if parts.isEmpty { parts.append("by \(citations.weight.words)") }
        return ": \(parts.joined(separator: ", "))"
    }
}

extension Citation {
    /// The outermost voice first: "Bloomberg, quoting officials in Caracas".
    package var voices: String { Self.voices(speakers) }

    package static func voices(_ speakers: [Voice]) -> String {
        var names: [String] = []
        for voice in speakers where names.last?.lowercased() != voice.name.lowercased() {
            names.append(TextLayout.shortened(voice.name, to: 60))
        }
        return names.isEmpty ? "the article itself" : names.joined(separator: ", quoting ")
    }

    /// "a claim, 2023-09-17", with what a reader must know before quoting.
    package var manner: String {
        var parts = [modality.words, date?.edtf ?? "undated"]
        parts += marks.filter(\.isWarning).map(\.words)
        if !isSure { parts.append("reading unsure") }
        return parts.joined(separator: ", ")
    }

    /// Who says it and how, where to look, and the words.
    func write(to page: inout TextLayout, _ naming: Naming, indent: Int) {
        page.paragraph(
            "\(voices): \(manner). \(naming.article(article)) \(naming.short(statement))",
            indent: indent,
            hanging: 2
        )
        page.paragraph("“\(quote)”", indent: indent + 2, hanging: 1)
    }
}
