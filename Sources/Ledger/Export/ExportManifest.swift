import Diplomacy
import GRDB

/// What goes with an export, so that another team can make the same file again: by which program, from what,
/// and how they will know that it is the same.
package struct ExportManifest: Hashable, Sendable, Encodable {
    /// An article under the clocks of the export, and the hashes of the bytes it was read from.
    package struct Input: Hashable, Sendable, Encodable {
        package let article: String
        /// Empty for an article that came in without its file.
        package let sources: [String]
    }

    /// Of Casus.
    package let version: String
    /// The last migration of the ledger's schema.
    package let schema: String
    /// The versions of the reading wing by which the articles were read.
    package let coders: [String]
    /// As given on the command line, by name.
    package let options: [String: String]
    package let inputs: [Input]
    /// Statements, edges or entries in the file.
    package let count: Int
    package let leftOut: [String: Int]
    /// Of the file's bytes, hexadecimal.
    package let sha256: String
}

extension LedgerDatabase {
    /// The manifest of an export that wrote `report` into a file of the given hash.
    package func manifest(
        of request: ExportRequest,
        options: [String: String],
        _ report: ExportReport,
        sha256: String
    ) throws -> ExportManifest {
        let latest = request.filter.clocks.knownBy?.number ?? Int.max
        return try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT article.id, source.hash FROM article
                    LEFT JOIN source ON source.articleKey = article.key
                    WHERE article.knownOn <= ?
                    ORDER BY article.knownOn, article.id, source.hash
                    """,
                arguments: [latest]
            )
            var inputs: [ExportManifest.Input] = []
            for row in rows {
                let (article, hash): (String, String?) = (row[0], row[1])
                let sources = hash.map { [$0] } ?? []
                if let last = inputs.last, last.article == article {
                    inputs[inputs.count - 1] = ExportManifest.Input(
                        article: article,
                        sources: Array(Set(last.sources + sources)).sorted()
                    )
                } else {
                    inputs.append(ExportManifest.Input(article: article, sources: sources))
                }
            }
            return ExportManifest(
                version: request.version,
                schema: try Schema.migrator.completedMigrations(database).last ?? "",
                coders: try String.fetchAll(
                    database,
                    sql: "SELECT DISTINCT coderVersion FROM source ORDER BY coderVersion"
                ),
                options: options,
                inputs: inputs,
                count: report.written,
                leftOut: report.leftOut,
                sha256: sha256
            )
        }
    }
}
