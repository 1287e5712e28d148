package import Diplomacy
import GRDB

/// What an import of statements did.
package struct StatementImport: Hashable, Sendable, Codable {
    /// Articles that were not in the ledger.
    package var articles = 0
    package var statements = 0
    /// Statements that stood in the ledger before.
    package var known = 0
}

extension LedgerDatabase {
    /// How many articles are taken in as one transaction: a commit costs as much as some ten of them, and another
    /// writer waits no longer than a tenth of a second.
    private static let articlesTogether = 100

    /// Takes in statements of other programs, or of another ledger; the same again changes nothing.
    ///
    /// An article is written whole or not at all, a hundred in one transaction. Its text is what the lines quote of it, everything else is blank. Ids
    /// of articles and statements stay as they are given. A line that contradicts another, or what the ledger
    /// holds, is handed back with its cure, and does not stop the rest. `readOn` is the day from which an
    /// article is known that tells no day of its own.
    package func importStatements(
        _ lines: [JSONLines.Line<ImportedLine>],
        from file: String,
        readOn: Day
    ) throws -> (done: StatementImport, refused: [LineError]) {
        var order: [String] = []
        var articles: [String: [JSONLines.Line<ImportedLine>]] = [:]
        for line in lines {
            let id = line.value.head.id
            if articles[id] == nil { order.append(id) }
            articles[id, default: []].append(line)
        }
        var done = StatementImport()
        var refused: [LineError] = []
        for start in stride(from: 0, to: order.count, by: Self.articlesTogether) {
            try write { database in
                var writer = ImportWriter(
                    writer: try ArticleWriter(database),
                    book: book,
                    file: file,
                    readOn: readOn
                )
                for id in order[start..<min(start + Self.articlesTogether, order.count)] {
                    try writer.take(articles[id] ?? [], article: id)
                }
                try writer.writer.finish()
                done.articles += writer.done.articles
                done.statements += writer.done.statements
                done.known += writer.done.known
                refused += writer.refused
            }
        }
        try weighWhatIsLeft()
        return (done, refused)
    }
}

/// Writes the lines of one article, inside a transaction that the caller holds.
private struct ImportWriter {
    let writer: ArticleWriter
    let book: OutletBook?
    let file: String
    let readOn: Day
    var done = StatementImport()
    var refused: [LineError] = []

    private var database: Database { writer.database }

    init(writer: ArticleWriter, book: OutletBook?, file: String, readOn: Day) {
        self.writer = writer
        self.book = book
        self.file = file
        self.readOn = readOn
    }

    mutating func take(_ lines: [JSONLines.Line<ImportedLine>], article id: String) throws {
        guard let head = lines.first?.value.head else { return }
        let stands = try ArticleReader.article(id, database)
        let isImported = try isImported(id)
        let before = try StatementReader.coded(ofArticle: id, database)
        var known = Dictionary(
            before.map { ($0.id, 0) },
            uniquingKeysWith: { first, _ in first }
        )
        var text = QuotedText()
        for statement in before where isImported {
            _ = text.add(statement.evidence.quote, at: statement.evidence.range)
        }
        var new: [(line: ImportedLine, id: String, place: ByteRange)] = []
        for line in lines {
            let value = line.value
            if let given = value.id, known[given] == 0 {
                done.known += 1
            } else if stands != nil, !isImported {
                refuse(
                    line.number,
                    "tells of article '\(id)', which was read here from its own file",
                    "Import into a ledger of its own, or name another article."
                )
            } else if value.head != head {
                refuse(
                    line.number,
                    "tells other things of article '\(id)' than its first line does",
                    "Give all lines of one article the same doc, outlet, url, title, language and days."
                )
            } else if let place = Self.place(of: value, in: &text) {
                let name = value.id ?? value.name(at: place)
                if let earlier = known[name] {
                    if earlier == 0 {
                        done.known += 1
                    } else {
                        refuse(
                            line.number,
                            "says the same as line \(earlier)",
                            "Leave one of the two out."
                        )
                    }
                } else if let owner = try owner(ofStatement: name) {
                    refuse(
                        line.number,
                        "has the id '\(name)' of a statement in article '\(owner)'",
                        "Give it an id of its own, or none."
                    )
                } else {
                    known[name] = line.number
                    new.append((value, name, place))
                }
            } else {
                refuse(
                    line.number,
                    "quotes other words for a place than a line before it",
                    "Check start_byte and end_byte, or leave them out."
                )
            }
        }
        guard !new.isEmpty else { return }
        try put(head, text, before, new, isNew: stands == nil)
    }

    private static func place(of line: ImportedLine, in text: inout QuotedText) -> ByteRange? {
        if let bytes = line.bytes { return text.add(line.quote, at: bytes) }
        return text.append(line.quote)
    }

    // MARK: Writing

    private mutating func put(
        _ head: ImportedLine.Head,
        _ text: QuotedText,
        _ before: [Diplomacy.Statement],
        _ new: [(line: ImportedLine, id: String, place: ByteRange)],
        isNew: Bool
    ) throws {
        let article = Article(
            id: head.id,
            document: head.document,
            outlet: head.outlet,
            address: head.address,
            byline: nil,
            title: head.title,
            language: head.language,
            publication: Publication(
                interval: head.published,
                reasons: head.published == nil ? [] : ["the imported line says so"]
            ),
            text: text.text,
            blocks: text.blocks,
            sourceMap: .identity
        )
        let added = try new.map { try $0.line.statement($0.id, at: $0.place, in: article) }
        let coded = CodedArticle(article: article, statements: before + added, omissions: [])
        // The text of an article never changes; one that grows is made anew.
        if !isNew { _ = try writer.delete(article: writer.key(ofArticle: head.id)) }
        let (key, statements) = try writer.add(
            PreparedArticle(coded, readOn: head.knownOn ?? readOn, source: nil, book: nil)
        )
        try database.execute(
            sql: "INSERT INTO importedArticle (articleKey, place, importedOn) VALUES (?, ?, ?)",
            arguments: [key, file, readOn.number]
        )
        if let book {
            let roots = Dictionary(
                uniqueKeysWithValues: new.map { ($0.id, $0.line.root) }
            )
            try RelayWriter(writer).relate(
                importedArticle: key,
                coded,
                statements: statements,
                roots: roots.compactMapValues(\.self),
                book: book
            )
        }
        try ReviewWriter(database: database, book: book).match(article: key)
        done.articles += isNew ? 1 : 0
        done.statements += added.count
    }

    // MARK: What stands

    private func isImported(_ id: String) throws -> Bool {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM importedArticle
                    JOIN article ON article.key = importedArticle.articleKey WHERE article.id = ?)
                """,
            arguments: [id]
        ) ?? false
    }

    private func owner(ofStatement id: String) throws -> String? {
        try String.fetchOne(
            database,
            sql: """
                SELECT article.id FROM statement
                JOIN article ON article.key = statement.articleKey WHERE statement.id = ?
                """,
            arguments: [id]
        )
    }

    private mutating func refuse(_ line: Int, _ problem: String, _ cure: String) {
        refused.append(LineError(file: file, line: line, problem: problem, cure: cure))
    }
}
