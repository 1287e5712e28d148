import Diplomacy

/// Statements as a table: comma separated values after RFC 4180, lines ended by a line feed.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula,
/// and articles are written by strangers. Such a text gets an apostrophe before it, which spreadsheets hide;
/// a program takes away one apostrophe that stands before one of the six.
enum StatementTable {
    struct Column: Sendable {
        let name: String
        let cell: @Sendable (ExportedStatement) -> String?
    }

    /// In the order of the codebook: which, who to whom, how, who says so, when, where, how sure.
    static let columns: [Column] = [
        Column(name: "id") { $0.statement.id },
        Column(name: "source") { $0.statement.source.rawValue },
        Column(name: "target") { $0.statement.target?.rawValue },
        Column(name: "act") { $0.statement.act.rawValue },
        Column(name: "kind") { $0.statement.kind?.rawValue },
        Column(name: "polarity") { $0.statement.polarity.rawValue },
        Column(name: "modality") { $0.statement.modality.rawValue },
        Column(name: "speaker") { $0.speakers.joined(separator: " > ") },
        Column(name: "speaker_actors") { exported in
            exported.statement.speakers.map { $0.actor?.rawValue ?? "?" }.joined(separator: " > ")
        },
        Column(name: "date") { $0.statement.date?.edtf },
        Column(name: "date_first") { $0.statement.date?.first.description },
        Column(name: "date_last") { $0.statement.date?.last.description },
        Column(name: "date_approximate") { $0.statement.date.map { $0.isApproximate ? "1" : "0" } },
        Column(name: "quote") { $0.statement.evidence.quote },
        Column(name: "start") { String($0.statement.evidence.sourceScalars.lowerBound) },
        Column(name: "end") { String($0.statement.evidence.sourceScalars.upperBound) },
        Column(name: "confidence") { String($0.confidence) },
        Column(name: "marks") { $0.statement.marks.map(\.rawValue).joined(separator: " ") },
        Column(name: "root") { $0.root?.id },
        Column(name: "root_kind") { $0.root?.kind.rawValue },
        Column(name: "root_name") { $0.root?.name },
        Column(name: "root_actor") { $0.root?.actor?.rawValue },
        Column(name: "event") { $0.event },
        Column(name: "review") { $0.recorded.review?.state.rawValue ?? "unreviewed" },
        Column(name: "reviewer") { $0.recorded.review?.reviewer },
        Column(name: "reviewed_on") { $0.recorded.review?.decidedOn.description },
        Column(name: "article") { $0.article.id },
        Column(name: "doc") { $0.article.document },
        Column(name: "outlet") { $0.article.outlet },
        Column(name: "url") { $0.article.address },
        Column(name: "title") { $0.article.title },
        Column(name: "language") { $0.article.language },
        Column(name: "published") { $0.article.publication?.edtf },
        Column(name: "known_on") { $0.article.knownOn.description },
    ]

    static var header: String { columns.map(\.name).joined(separator: ",") + "\n" }

    static func row(_ statement: ExportedStatement) -> String {
        columns.map { cell($0.cell(statement) ?? "") }.joined(separator: ",") + "\n"
    }

    /// The text as one cell: guarded, and quoted where a comma, a quotation mark or a line end stands in it.
    ///
    /// Scalar by scalar: to a reader of bytes a quotation mark with an accent on it is a quotation mark.
    static func cell(_ text: String) -> String {
        let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
        let isFormula = text.unicodeScalars.first.map { starters.contains($0) } ?? false
        let guarded = isFormula ? "'" + text : text
        let specials: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]
        guard guarded.unicodeScalars.contains(where: { specials.contains($0) }) else {
            return guarded
        }
        let doubled = guarded.mappingScalars { $0 == "\"" ? "\"\"" : nil }
        return "\"" + doubled + "\""
    }
}

extension String {
    /// The text with those scalars replaced for which `replacement` gives a text.
    func mappingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var mapped = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let text = replacement(scalar) {
                mapped.append(contentsOf: text.unicodeScalars)
            } else {
                mapped.append(scalar)
            }
        }
        return String(mapped)
    }
}
