import Diplomacy

/// An article with what a bibliography says of it.
struct CitedArticle {
    let summary: ArticleSummary
    let byline: String?
}

/// An article as an entry of BibTeX.
///
/// `note` holds the article's id, a hash of its outlet, address and text: whoever has the article can tell
/// whether it is the same.
struct BibliographyEntry {
    let article: CitedArticle

    init(_ article: CitedArticle) { self.article = article }

    /// With an empty line after it.
    var text: String {
        let summary = article.summary
        let day = summary.publication.map { $0.first.civil }
        let isOneMonth = summary.publication.map {
            $0.first.civil.year == $0.last.civil.year && $0.first.civil.month == $0.last.civil.month
        }
        let fields: [(String, String?)] = [
            ("author", article.byline.map(Self.escaped)),
            ("title", Self.escaped(summary.title ?? summary.document)),
            ("howpublished", summary.outlet.map(Self.escaped)),
            ("year", day.map { String($0.year) }),
            ("month", isOneMonth == true ? day.map { String($0.month) } : nil),
            ("date", summary.publication?.edtf),
            ("url", summary.address.map(Self.address)),
            ("language", LanguageName.of(summary.language)),
            ("note", "Casus article \(Self.escaped(summary.id))"),
        ]
        let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)},\n" } }
        return "@misc{casus-\(key),\n" + lines.joined() + "}\n"
    }

    private var key: String {
        article.summary.id.unicodeScalars.reduce(into: "") { key, scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || isDigit(scalar))
            key.unicodeScalars.append(isPlain ? scalar : "-")
        }
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// The words as TeX prints them; their braces keep capitals as they are.
    private static func escaped(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let escaped = words.mappingScalars { scalar in
            switch scalar {
            case "\\": "\\textbackslash{}"
            case "{", "}", "$", "&", "#", "%", "_": "\\\(scalar)"
            case "^": "\\textasciicircum{}"
            case "~": "\\textasciitilde{}"
            default: nil
            }
        }
        return "{\(escaped)}"
    }

    /// An address stands as it is, but for what would end the field.
    private static func address(_ text: String) -> String {
        text.mappingScalars { scalar in
            switch scalar {
            case "{": "%7B"
            case "}": "%7D"
            case "\\": "%5C"
            default: scalar.properties.isWhitespace ? "" : nil
            }
        }
    }
}
