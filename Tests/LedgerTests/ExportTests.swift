import Diplomacy
import Foundation
import GoldenFiles
import Testing

@testable import Ledger

struct ExportTests {
    /// Russia and Iran in two articles: the second is hostile to every format.
    private static func ledger() throws -> LedgerDatabase {
        let article = Samples.article(
            "b1",
            ["=HYPERLINK(\"x\") said Russia will arm Iran, and that Iran thanked \"Russia\"."],
            outlet: "Post & <Courier>",
            title: "-50 % of {aid} & more_",
            published: "2025-07"
        )
        return try Samples.ledger(
            Samples.iran(),
            Samples.coded(
                article,
                [
                    Samples.statement(
                        "b1s1",
                        in: article,
                        "=HYPERLINK(\"x\") said Russia will arm Iran",
                        kind: .arms,
                        modality: .expected,
                        speakers: [Voice(name: "@mallory, \"the\" source")],
                        date: "2025-08"
                    ),
                    Samples.statement(
                        "b1s2",
                        in: article,
                        "Iran thanked \"Russia\"",
                        source: "IRN",
                        target: "RUS",
                        act: .support,
                        kind: .words,
                        modality: .fact,
                        date: "2025-07-01"
                    ),
                ]
            )
        )
    }

    private static func text(
        _ format: ExportFormat,
        _ filter: StatementFilter = StatementFilter(),
        of ledger: LedgerDatabase
    ) throws -> (text: String, report: ExportReport) {
        var text = ""
        let request = ExportRequest(format, filter: filter, version: "0.0", authors: ["Ana"]) {
            $0.rawValue == "RUS" ? "Russia & co" : $0.rawValue
        }
        let report = try ledger.export(request) { text += $0 }
        return (text, report)
    }

    @Test(arguments: ExportFormat.allCases)
    func `each format is what it was, and twice the same`(_ format: ExportFormat) throws {
        let ledger = try Self.ledger()
        let (text, report) = try Self.text(format, of: ledger)
        expectGolden(text, "export.\(format.rawValue)")
        let again = try Self.text(format, of: try Self.ledger())
        #expect(again.text == text)
        #expect(again.report == report)
    }

    @Test func `a cell that a spreadsheet would run is guarded`() {
        for (text, cell) in [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\tx", "'\tx"),
            ("\rx", "\"'\rx\""), ("a=b", "a=b"), ("a,b", "\"a,b\""), ("“a”", "“a”"),
            ("say \"a\"", "\"say \"\"a\"\"\""), ("=a,b", "\"'=a,b\""), ("", ""),
            ("a\nb", "\"a\nb\""), ("\r\n", "\"'\r\n\""),
            // With an accent on it, a sign is still that sign to a reader of bytes.
            ("=\u{301}", "'=\u{301}"), ("a\"\u{301}", "\"a\"\"\u{301}\""),
            (",\u{301}", "\",\u{301}\""),
        ] {
            #expect(StatementTable.cell(text) == cell)
        }
    }

    @Test func `what a format cannot say is counted, by the reason`() throws {
        let ledger = try Self.ledger()
        let plover = try Self.text(.plover, of: ledger).report
        #expect(plover.written == 2)
        #expect(plover.leftOut == ["not done": 1, "without a date": 1])
        #expect(
            plover.sentence == "2 statements are left out: 1 not done, 1 without a date"
        )
        #expect(try Self.text(.gexf, of: ledger).report.leftOut == ["only foreseen": 1])
        #expect(try Self.text(.csv, of: ledger).report.sentence == nil)
    }

    @Test func `an export obeys filter and clocks, and keeps the roots of the whole`() throws {
        let ledger = try Self.ledger()
        let all = try Self.text(.jsonl, of: ledger).text.split(separator: "\n")
        var filter = StatementFilter(source: ActorCode("IRN"))
        let one = try Self.text(.jsonl, filter, of: ledger).text.split(separator: "\n")
        #expect(one == all.filter { $0.contains("b1s2") })
        filter = StatementFilter(clocks: Clocks(knownBy: Samples.day("2025-06-30")))
        let early = try Self.text(.jsonl, filter, of: ledger).text.split(separator: "\n")
        #expect(early.count == 2)
        let authors = try Self.text(.bibtex, filter, of: ledger)
        #expect(authors.report.written == 1)
        filter = StatementFilter()
        filter.isByAuthor = true
        #expect(try ledger.statements(filter).map(\.id) == ["a1s2", "b1s2"])
    }

    @Test func `an edge weighs its roots, and its days are merged`() throws {
        let days = ["2025-06-03/2025-06-05", "2025-06-01", "2025-06-04/2025-06-08", "2025-06-09"]
            .compactMap { DayInterval(edtf: $0) }
        #expect(
            ActorGraph.merged(days).map(\.edtf) == ["2025-06-01", "2025-06-03/2025-06-09"]
        )
        let first = Samples.iran()
        let copy = Samples.iran("a2", document: "copy.txt")
        let ledger = try Samples.ledger(first, copy)
        let text = try Self.text(.graphml, of: ledger).text
        #expect(text.contains("<data key=\"statements\">2</data>"))
        #expect(text.contains("<data key=\"weight\">1</data>"))
    }

    @Test func `a manifest names every article known, and the bytes it was read from`() throws {
        let ledger = try LedgerDatabase.inMemory()
        _ = try ledger.record(
            Samples.iran(),
            readOn: Samples.today,
            source: Samples.stamp("h1", version: "coder 7")
        )
        _ = try ledger.record(Samples.iran("a2"), readOn: Samples.today, source: nil)
        let request = ExportRequest(.csv, version: "0.0")
        let manifest = try ledger.manifest(
            of: request,
            options: ["format": "csv"],
            ExportReport(written: 4),
            sha256: "ab"
        )
        #expect(manifest.inputs.map(\.article) == ["a1", "a2"])
        #expect(manifest.inputs.map(\.sources) == [["h1"], []])
        #expect(manifest.coders == ["coder 7"])
        #expect(manifest.count == 4)
        #expect(!manifest.schema.isEmpty)
    }

    @Test func `what stops the writing is told as it is, and is no damage of the ledger`() throws {
        struct PipeIsClosed: Error {}
        let ledger = try Self.ledger()
        for format in ExportFormat.allCases {
            #expect(throws: PipeIsClosed.self) {
                _ = try ledger.export(ExportRequest(format, version: "0.0")) { _ in
                    throw PipeIsClosed()
                }
            }
        }
    }

    @Test func `every column and key stands in the dictionary`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Documentation/exports.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let names =
            StatementTable.columns.map(\.name) + StatementLine.Key.allCases.map(\.rawValue)
            + PloverLine.Key.allCases.map(\.rawValue) + ExportFormat.allCases.map(\.rawValue)
        for name in names { #expect(text.contains("`\(name)`"), "\(name)") }
    }
}
