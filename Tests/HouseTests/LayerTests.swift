import Foundation
import Testing

/// Who may import whom: the plan of ARCHITECTURE.md, read against every `import` line.
@Suite struct LayerTests {
    private static let own: [String: Set<String>] = [
        "Diplomacy": [],
        "Text": [],
        "Reading": ["Text", "Diplomacy", "CGumbo"],
        "Language": ["Text"],
        "Coding": ["Reading", "Language", "Text", "Diplomacy"],
        "Ledger": ["Diplomacy", "Text"],
        "Assessment": ["Diplomacy"],
        "Site": ["Ledger", "Assessment", "Diplomacy", "Text"],
        "Scoring": ["Coding", "Reading", "Text", "Diplomacy"],
        "Workshop": ["Scoring", "Coding", "Reading", "Language", "Text", "Diplomacy"],
        "casus": [
            "Coding", "Reading", "Language", "Ledger", "Assessment", "Site", "Text", "Diplomacy",
        ],
    ]

    /// Outside packages that only one target may know.
    private static let keepers = ["GRDB": "Ledger", "Hummingbird": "Site", "CGumbo": "Reading"]

    private struct Import {
        let target: String
        let file: String
        let module: String
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func imports() throws -> [Import] {
        let sources = root.appending(path: "Sources")
        let walker = try #require(
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        )
        var found: [Import] = []
        for case let file as URL in walker where file.pathExtension == "swift" {
            let path = file.path.dropFirst(sources.path.count + 1)
            let target = String(path.split(separator: "/")[0])
            let text = try String(contentsOf: file, encoding: .utf8)
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 1,
                    words.count > place + 1
                else { continue }
                found.append(
                    Import(target: target, file: String(path), module: String(words[place + 1]))
                )
            }
        }
        return found
    }

    @Test func `no target imports what lies beside or above it`() throws {
        let names = Set(Self.own.keys)
        for line in try Self.imports() where names.contains(line.module) {
            let allowed = try #require(Self.own[line.target], "unknown target \(line.target)")
            #expect(allowed.contains(line.module), "\(line.file) imports \(line.module)")
        }
    }

    @Test func `each outside package has one keeper`() throws {
        for line in try Self.imports() {
            guard let keeper = Self.keepers[line.module] else { continue }
            #expect(line.target == keeper, "\(line.file) imports \(line.module)")
        }
    }

    @Test func `the wings are read at all`() throws {
        #expect(
            try Set(Self.imports().map(\.target)).isSuperset(
                of: Self.own.keys.filter { $0 != "Diplomacy" }
            )
        )
    }

    @Test func `no source file is longer than five hundred lines`() throws {
        let sources = Self.root.appending(path: "Sources")
        let walker = try #require(
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        )
        for case let file as URL in walker where file.pathExtension == "swift" {
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
            #expect(lines.count <= 500, "\(file.lastPathComponent) has \(lines.count) lines")
        }
    }
}
