import Text

/// A page before it is dressed: what differs from the others, and what can be taken from it as a file.
struct Page: Sendable {
    /// A place in the menu.
    enum Section: String, CaseIterable, Sendable {
        case overview, brief, world, cases, disagreements, sources, commitments, outlook, articles,
            search, watches, inbox, review, about

        /// Whether its page is there to change the ledger.
        var isForWriters: Bool { [.watches, .inbox, .review].contains(self) }
    }

    private(set) var frame: PageFrame
    let body: HTML
    let tables: [Table]
    private let drawn: @Sendable () -> [Drawing]

    /// `drawings` are made where one of them is asked for as a file: their markup stands in the body already.
    init(
        _ title: String,
        in section: Section? = nil,
        question: Question = .open,
        body: HTML,
        tables: [Table] = [],
        drawings: @escaping @autoclosure @Sendable () -> [Drawing] = [],
        isWide: Bool = false
    ) {
        frame = PageFrame(title: title, section: section, question: question, isWide: isWide)
        self.body = body
        self.tables = tables
        drawn = drawings
    }

    var drawings: [Drawing] { drawn() }

    /// The words of an article that a citation of the page names.
    var cited: CitedWords? {
        get { frame.cited }
        set { frame.cited = newValue }
    }

    /// The same with a line in front, which is no part of what it says.
    func noted(_ note: HTML) -> Page {
        var page = self
        page.frame.note = note
        return page
    }

    /// Names what it says, for citations.
    var hash: String { String(ContentHash.full(of: Array(body.markup.utf8)).prefix(16)) }

    /// The file of this name, such as `cases.csv`, as it can be taken from the page.
    ///
    /// Throws a `SiteProblem` that lists the files of the page where it has none of this name.
    func file(_ name: String, _ styles: DrawingStyles, _ mark: FileMark) throws -> Reply {
        for table in tables {
            if let file = try table.file(name) { return file }
        }
        if let picture = drawings.lazy.compactMap({ $0.file(name, styles, mark) }).first {
            return picture
        }
        throw Self.noFile(name, among: tables.flatMap(\.files) + drawings.map(\.fileName))
    }

    static func noFile(_ name: String, among files: [String]) -> SiteProblem {
        SiteProblem(
            .notFound,
            "This page has no file of the name '\(name.prefix(60))'.",
            cure: files.isEmpty ? "It has none." : "It has: \(files.joined(separator: ", "))."
        )
    }
}

/// What is said of a page around what it says.
struct PageFrame: Sendable {
    let title: String
    let section: Page.Section?
    let question: Question
    /// Whether it has columns for the width of a desk, and not for that of a line of text.
    let isWide: Bool
    /// A line in front that says how old it is; empty where it is new.
    var note = HTML.empty
    /// Where the page is of a statement: what a citation of it names first.
    var cited: CitedWords?
}
