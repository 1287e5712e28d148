import Diplomacy

/// A `CITATION.cff` (Citation File Format 1.2.0) that goes with a release of the data.
struct CitationFile {
    let request: ExportRequest
    let counts: LedgerCounts

    init(_ request: ExportRequest, counts: LedgerCounts) {
        self.request = request
        self.counts = counts
    }

    func write(to write: (String) throws -> Void) throws -> ExportReport {
        let clocks = request.filter.clocks
        let scope = [
            clocks.on.map { "as true on \($0)" }, clocks.knownBy.map { "as known on \($0)" },
        ].compactMap(\.self)
        let days = scope.isEmpty ? "" : " (\(scope.joined(separator: ", ")))"
        try write(
            """
            cff-version: 1.2.0
            type: dataset
            title: \(quoted("Statements on alliances, coded with Casus\(days)"))
            message: \(quoted("If you use these data, please cite them, and the articles whose words you quote."))
            authors:

            """
        )
        // The format asks for at least one author, and only the person who hands the data on knows who it is.
        if request.authors.isEmpty { try write("  # Write your own name here.\n") }
        for author in request.authors.isEmpty ? ["The keeper of the ledger"] : request.authors {
            try write("  - name: \(quoted(author))\n")
        }
        let languages = counts.languages.map { LanguageName.of($0.language) }
        try write(
            """
            abstract: \(quoted(abstract(languages)))
            keywords:
              - alliances
              - event data
              - news
            references:
              - type: software
                title: Casus
                version: \(quoted(request.version))
                authors:
                  - name: The authors of Casus

            """
        )
        return ExportReport(written: 1)
    }

    private func abstract(_ languages: [String]) -> String {
        let of = languages.isEmpty ? "" : " in \(languages.joined(separator: ", "))"
        return
            "The ledger holds \(counts.statements) statements from \(counts.articles) articles\(of): "
            + "who says that who did, or did not do, what to whom."
    }

    /// The text as a double-quoted YAML scalar.
    private func quoted(_ text: String) -> String {
        let escaped = text.split(whereSeparator: \.isNewline).joined(separator: " ")
            .mappingScalars { $0 == "\\" || $0 == "\"" ? "\\\($0)" : nil }
        return "\"\(escaped)\""
    }
}
