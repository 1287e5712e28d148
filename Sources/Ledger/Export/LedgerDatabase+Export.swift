import Diplomacy

extension LedgerDatabase {
    /// Writes what `request` asks for, piece by piece; the same ledger and the same request make the same
    /// bytes.
    ///
    /// Nothing in an export tells the day or the machine on which it was made. Roots and happenings are those
    /// of everything known under the clocks, whatever else the filter narrows, so a statement has the same
    /// root in every export. About 60 µs a statement of the ledger; the statements are held in memory, about
    /// 2 kB each, the text of the export is not.
    package func export(
        _ request: ExportRequest,
        to write: (String) throws -> Void
    ) throws -> ExportReport {
        switch request.format {
        case .jsonl:
            try lines(exported(request.filter), write) { try Columns.json(StatementLine($0)) }
        case .csv: try StatementTable.write(exported(request.filter), to: write)
        case .plover: try PloverLine.write(exported(request.filter), to: write)
        case .gexf: try GEXF(graph(request)).write(to: write)
        case .graphml: try GraphML(graph(request)).write(to: write)
        case .bibtex: try lines(citedArticles(request.filter), write) { BibliographyEntry($0).text }
        case .cff: try CitationFile(request, counts: counts()).write(to: write)
        }
    }

    private func lines<Item>(
        _ items: [Item],
        _ write: (String) throws -> Void,
        _ text: (Item) throws -> String
    ) throws -> ExportReport {
        for item in items { try write(try text(item) + "\n") }
        return ExportReport(written: items.count)
    }

    /// The statements asked for, with roots and happenings.
    private func exported(_ filter: StatementFilter) throws -> [ExportedStatement] {
        let weighed = try weighed(StatementFilter(clocks: filter.clocks))
        return try statements(filter).map {
            ExportedStatement(
                recorded: $0,
                root: weighed.roots[$0.id],
                event: weighed.eventOfStatement[$0.id]
            )
        }
    }

    private func graph(_ request: ExportRequest) throws -> ActorGraph {
        ActorGraph(try exported(request.filter), name: request.name)
    }

    /// The articles of the statements asked for; where the filter asks for no statement, every article known.
    private func citedArticles(_ filter: StatementFilter) throws -> [CitedArticle] {
        let known = try articles(filter.clocks)
        var summaries = known
        if filter.asksForStatements || filter.article != nil || filter.language != nil {
            let asked = Set(try statements(filter).map(\.article.id))
            summaries = known.filter { asked.contains($0.id) }
        }
        return try summaries.map {
            CitedArticle(summary: $0, byline: try article($0.id)?.byline)
        }
    }
}
