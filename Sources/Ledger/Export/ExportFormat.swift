package import Diplomacy

/// What an export is written as; `Documentation/exports.md` describes each, column by column.
package enum ExportFormat: String, CaseIterable, Hashable, Sendable, Codable {
    /// One statement a line, with everything that the ledger knows of it.
    case jsonl
    /// One statement a row.
    case csv
    /// The part that PLOVER can say.
    case plover
    /// The graph of actors, for Gephi, with the times of its edges.
    case gexf
    /// The same graph for everything else that draws graphs.
    case graphml
    /// One entry an article.
    case bibtex
    /// A `CITATION.cff` for a release of the data.
    case cff
}

/// What is exported, and as what.
package struct ExportRequest: Sendable {
    package var format: ExportFormat
    /// Its clocks hold for roots, happenings and review too.
    package var filter: StatementFilter
    /// A party's name for people: the label of a node.
    package var name: @Sendable (ActorCode) -> String
    /// Of the program, for `CITATION.cff` and the manifest.
    package var version: String
    /// Who hands the data on, for `CITATION.cff`.
    package var authors: [String]

    package init(
        _ format: ExportFormat,
        filter: StatementFilter = StatementFilter(),
        version: String,
        authors: [String] = [],
        name: @escaping @Sendable (ActorCode) -> String = { $0.rawValue }
    ) {
        self.format = format
        self.filter = filter
        self.version = version
        self.authors = authors
        self.name = name
    }
}

/// What an export wrote, and what its format could not say.
package struct ExportReport: Hashable, Sendable {
    /// Statements, edges or entries: what a line or an element of the format is.
    package var written = 0
    /// Statements that were left out, by the reason.
    package var leftOut: [String: Int] = [:]

    /// "3 statements are left out: 2 denied, 1 not done"; nil where nothing is.
    package var sentence: String? {
        let total = leftOut.values.reduce(0, +)
        guard total > 0 else { return nil }
        let reasons = leftOut.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return "\(total) \(total == 1 ? "statement is" : "statements are") left out: "
            + reasons.joined(separator: ", ")
    }
}

/// A statement as exports see it: with its root and its happening.
struct ExportedStatement {
    let recorded: RecordedStatement
    /// Nil only where another process has written since the roots were found.
    let root: Root?
    let event: Event.ID?

    var statement: Statement { recorded.statement }
    var article: ArticleSummary { recorded.article }
    /// Three digits: the coder's factors give no more.
    var confidence: Double { (statement.confidence * 1000).rounded() / 1000 }
}
