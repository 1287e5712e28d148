import Foundation
import Testing

/// The floors of the house: who may import whom.
///
/// The table is that of ARCHITECTURE.md.
struct LayerTests {
    /// Of each target: its own kind that it may import, and what comes from outside.
    private static let reach: [String: (own: Set<String>, outside: Set<String>)] = [
        "Diplomacy": ([], []),
        "Text": ([], ["Crypto", "Foundation", "Synchronization"]),
        "Reading": (["Text", "Diplomacy", "CGumbo"], ["Foundation"]),
        "Language": (["Text", "CKernels"], ["Foundation"]),
        "Coding": (
            ["Reading", "Language", "Text", "Diplomacy", "CKernels"],
            ["Foundation", "Dispatch", "Synchronization"]
        ),
        "Ledger": (
            ["Diplomacy", "Text", "CSQLite"],
            ["Foundation", "Dispatch", "GRDB", "GRDBSQLite", "Synchronization"]
        ),
        "Assessment": (["Diplomacy", "Text"], ["Foundation"]),
        "Site": (
            ["Ledger", "Assessment", "Diplomacy", "Text", "CZlib"],
            [
                "Foundation", "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOPosix",
                "NIOExtras", "NIOHTTPTypes", "ServiceLifecycle", "UnixSignals", "Logging",
                "Synchronization",
            ]
        ),
        "casus": (
            ["Coding", "Reading", "Language", "Ledger", "Assessment", "Site", "Text", "Diplomacy"],
            ["Foundation", "ArgumentParser", "Synchronization", "Dispatch", "Glibc", "Logging"]
        ),
        "Scoring": (
            [
                "Coding", "Training", "Reading", "Language", "Ledger", "Assessment", "Text",
                "Diplomacy",
            ],
            ["Foundation"]
        ),
        "Training": (["Coding", "Language", "Text", "CKernels"], ["Foundation"]),
        "Fuzz": (["Language"], ["Foundation"]),
        "Workshop": (
            [
                "Scoring", "Training", "Coding", "Reading", "Language", "Ledger", "Assessment",
                "Site", "Text", "Diplomacy",
            ], ["Foundation", "ArgumentParser", "Glibc"]
        ),
    ]

    private struct Import {
        let file: String
        let target: String
        let module: String
    }

    private func imports() throws -> [Import] {
        try House.files("Sources", ending: "swift").flatMap { file -> [Import] in
            let target = String(file.path.split(separator: "/")[1])
            return file.text.split(separator: "\n").compactMap { line -> Import? in
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 2,
                    words[..<place].allSatisfy({
                        $0 == "package" || $0 == "public" || $0.first == "@"
                    })
                else { return nil }
                // `import struct Foundation.Data` names its module before the point.
                let name = words.count > place + 2 ? words[place + 2] : words[place + 1]
                let module = name.split(separator: ".").first.map(String.init) ?? String(name)
                return Import(file: file.path, target: target, module: module)
            }
        }
    }

    @Test func `every import points down`() throws {
        let imports = try imports()
        #expect(imports.count > 100)
        for line in imports {
            let reach = try #require(Self.reach[line.target], "\(line.target) is not in the table")
            #expect(
                reach.own.contains(line.module) || reach.outside.contains(line.module),
                "\(line.file) imports \(line.module)"
            )
        }
    }

    @Test func `the table has a row for each target and nothing else`() throws {
        let targets = Set(
            try House.files("Sources", ending: "swift").map {
                String($0.path.split(separator: "/")[1])
            }
        )
        #expect(targets == Set(Self.reach.keys))
    }

    @Test(arguments: [
        ("GRDB", "Ledger"), ("GRDBSQLite", "Ledger"), ("CSQLite", "Ledger"),
        ("Hummingbird", "Site"),
        ("CGumbo", "Reading"), ("CZlib", "Site"),
        ("Crypto", "Text"),
    ])
    func `only one target knows it`(_ module: String, _ target: String) throws {
        let importers = Set(try imports().filter { $0.module == module }.map(\.target))
        #expect(importers == [target])
    }

    @Test func `the wings never import each other`() throws {
        let reading: Set<String> = ["Reading", "Language", "Coding"]
        let asking: Set<String> = ["Ledger", "Assessment", "Site"]
        for line in try imports() {
            #expect(
                !(reading.contains(line.target) && asking.contains(line.module)),
                "\(line.file)"
            )
            #expect(
                !(asking.contains(line.target) && reading.contains(line.module)),
                "\(line.file)"
            )
        }
    }

    @Test func `a library never prints, asks for the time or reads the environment`() throws {
        let forbidden = [
            " print(", "\tprint(", "ProcessInfo.processInfo.environment", "Date()", "Date.now",
            ".now()",
            "getenv(", "readLine(",
        ]
        for file in try House.files("Sources", ending: "swift") {
            guard !["casus", "Workshop", "Site"].contains(file.path.split(separator: "/")[1]) else {
                continue
            }
            for words in forbidden {
                #expect(!file.text.contains(words), "\(file.path): \(words)")
            }
        }
    }

    @Test
    func
        `no file is longer than five hundred lines, and Diplomacy not than thirteen hundred and fifty`()
        throws
    {
        var diplomacy = 0
        for folder in ["Sources", "Tests"] {
            for file in try House.files(folder, ending: "swift") {
                let lines =
                    file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
                #expect(lines <= 500, "\(file.path) has \(lines) lines")
                if file.path.hasPrefix("Sources/Diplomacy/") { diplomacy += lines }
            }
        }
        // A thousand, the tie (the codebook's second unit beside the statement), the watch, and the person.
        #expect((1...1_350).contains(diplomacy))
    }

    @Test func `an unchecked promise has its proof beside it`() throws {
        for file in try House.files("Sources", ending: "swift") {
            let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
            for (place, line) in lines.enumerated()
            where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
                let above = lines[max(0, place - 3)..<place]
                #expect(above.contains { $0.contains("//") }, "\(file.path):\(place + 1)")
            }
        }
    }
}
