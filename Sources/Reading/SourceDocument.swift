package import Text

/// What was found at a path, in a row or on standard input, before anything is decided about it.
package struct SourceDocument: Sendable {
    package enum Content: Sendable {
        case plain, html
    }

    /// The row's id or the file's name without its extension: the `doc` of every statement.
    package let name: String
    /// The file and, for a row, its line: for messages.
    package let place: String
    /// UTF-8.
    package let text: String
    package let content: Content
    package let encoding: TextEncoding
    /// What a row of JSON says of its article; empty for a file.
    package let declared: Declared

    /// The fields of a JSON line that the article itself need not have.
    package struct Declared: Sendable {
        package var language: String?
        package var published: String?
        package var title: String?
        package var outlet: String?
        package var address: String?

        package init(
            language: String? = nil,
            published: String? = nil,
            title: String? = nil,
            outlet: String? = nil,
            address: String? = nil
        ) {
            self.language = language
            self.published = published
            self.title = title
            self.outlet = outlet
            self.address = address
        }
    }

    package init(
        name: String,
        place: String,
        text: String,
        content: Content,
        encoding: TextEncoding = .utf8,
        declared: Declared = Declared()
    ) {
        self.name = name
        self.place = place
        self.text = text
        self.content = content
        self.encoding = encoding
        self.declared = declared
    }
}

/// Something that cannot be read: which file, where, why, and what to do.
package struct ReadingError: Error, Hashable, CustomStringConvertible {
    package enum Kind: String, Hashable, Sendable {
        case missing, emptyFolder, binary, tooLarge, brokenRow, noText, unknownLanguage
        case unreadable, tooDeep
    }

    package let kind: Kind
    /// The file, with the line of a row: `news.jsonl:17`.
    package let place: String
    package let problem: String
    package let cure: String

    package init(_ kind: Kind, at place: String, _ problem: String, cure: String) {
        self.kind = kind
        self.place = place
        self.problem = problem
        self.cure = cure
    }

    package var description: String { "\(place): \(problem). \(cure)" }
}
