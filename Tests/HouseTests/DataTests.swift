import Coding
import Diplomacy
import Foundation
import Testing
import Text

/// What the house knows is data, and the data keep their form.
struct DataTests {
    /// Of each file name: how many columns it has.
    private static let columns: [String: Int] = [
        "actors.tsv": 3, "acts.tsv": 8, "ties.tsv": 8, "channels.tsv": 2, "governors.tsv": 3,
        "echoes.tsv": 4, "epithets.tsv": 3, "groups.tsv": 2, "roles.tsv": 2, "reasons.tsv": 2,
        "speech.tsv": 4, "voices.tsv": 2, "names.tsv": 3,
        "function-words.tsv": 2, "dates.tsv": 3, "endings.tsv": 3, "traits.tsv": 1,
        "leaders-east.tsv": 8, "leaders-west.tsv": 8, "leaders-nineties.tsv": 8, "clutter.tsv": 3,
        "page-parts.tsv": 3,
        "months.tsv": 2, "abbreviations.tsv": 2, "multiwords.tsv": 2, "word-borders.tsv": 4,
        "outlets.tsv": 3, "citations.tsv": 3, "intensities.tsv": 6, "territories.tsv": 5,
        "commitments.tsv": 15, "capitals.tsv": 4, "cow-codes.tsv": 4, "occasions.tsv": 9,
        "trigger-words.tsv": 3, "help-words.tsv": 3, "stamp-labels.tsv": 2, "small-words.tsv": 2,
        "treaty-words.tsv": 3, "classes.tsv": 2, "glosses.tsv": 2, "en.tsv": 2, "uk.tsv": 2,
    ]

    private static func tables() throws -> [(path: String, text: String)] {
        try House.files("Sources", ending: "tsv")
    }

    @Test func `every table is known, and its lines have their columns`() throws {
        let tables = try Self.tables()
        #expect(tables.count >= 40)
        for table in tables {
            let name = String(table.path.split(separator: "/").last ?? "")
            let columns = try #require(Self.columns[name], "\(table.path) is not in the list")
            let read = try TableFile(House.root.appending(path: table.path), columns: columns)
            #expect(!read.rows.isEmpty, "\(table.path)")
        }
    }

    @Test func `whom no letters of a code name has a name in each language of the pages`() throws {
        let codes = try Self.tables().filter { $0.path.hasSuffix("/actors.tsv") }
            .flatMap { $0.text.split(separator: "\n") }
            .compactMap { $0.split(separator: "\t").first.map(String.init) }
        // *CSTO* and *ECOWAS* are what a newspaper prints, *ARAKANARMY* is not.
        let nameless = Set(codes).filter {
            !$0.hasPrefix("#") && !$0.contains("+")
                && $0.replacing("IGO:", with: "").count > 6
        }
        #expect(nameless.count >= 40)
        let english = try String(
            contentsOf: House.root.appending(path: "Sources/casus/ActorDirectory.swift"),
            encoding: .utf8
        )
        let ukrainian = try String(
            contentsOf: House.root.appending(path: "Sources/Site/Phrases/uk.tsv"),
            encoding: .utf8
        )
        for code in nameless {
            #expect(english.contains("\"\(code)\": "), "\(code)")
            #expect(ukrainian.contains("\nactor.\(code)\t"), "\(code)")
        }
    }

    @Test func `every table opens with what it holds and when it was written`() throws {
        for table in try Self.tables() {
            let head = table.text.split(separator: "\n").prefix { $0.hasPrefix("#") }
            #expect(!head.isEmpty, "\(table.path)")
            let words = head.joined(separator: "\n").lowercased()
            #expect(words.contains("casus"), "\(table.path): no source")
            #expect(words.contains("2026"), "\(table.path): no date")
        }
    }

    @Test func `no line has a carriage return, a stray space at its end or an empty cell`() throws {
        for table in try Self.tables() {
            #expect(!table.text.contains("\r"), "\(table.path)")
            #expect(table.text.hasSuffix("\n"), "\(table.path)")
            for (place, line) in table.text.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated() where !line.hasPrefix("#") && !line.isEmpty
            {
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                // The clutter list tells phrases that end in a space apart.
                let isTidy = cells.allSatisfy { !$0.isEmpty && $0.first != " " }
                #expect(isTidy, "\(table.path):\(place + 1)")
            }
        }
    }

    @Test func `no entry stands twice in a table`() throws {
        for table in try Self.tables() {
            var seen: Set<Substring> = []
            for line in table.text.split(separator: "\n") where !line.hasPrefix("#") {
                #expect(seen.insert(line).inserted, "\(table.path): \(line)")
            }
        }
    }

    @Test func `each language has the same files`() throws {
        let tables = try Self.tables().map(\.path).filter { $0.contains("/Coding/Lexicons/") }
        var files: [String: Set<String>] = [:]
        for path in tables {
            let parts = path.split(separator: "/").map(String.init)
            files[parts[3], default: []].insert(parts[4])
        }
        let shared: Set = ["actors", "meanings"]
        let languages = files.filter { !shared.contains($0.key) }
        #expect(languages.keys.sorted() == NewsCoder.languages)
        let english = try #require(files["en"])
        for (language, names) in languages {
            // English is what the words of the others are glossed in.
            let expected = language == "en" ? english : english.union(["glosses.tsv"])
            #expect(names == expected, "\(language)")
        }
    }

    @Test func `every state has a name, an adjective and a capital in each language`() throws {
        var known: [String: [String: Set<String>]] = [:]
        for language in NewsCoder.languages {
            let url = House.root.appending(path: "Sources/Coding/Lexicons/\(language)/actors.tsv")
            for row in try TableFile(url, columns: 3).rows {
                let code = ActorCode(row.cells[0])
                guard code.isState else { continue }
                known[code.rawValue, default: [:]][language, default: []].insert(row.cells[1])
            }
        }
        let members = known.filter { $0.value.count == NewsCoder.languages.count }
        #expect(members.count >= 193)
        for state in [
            "USA", "UKR", "RUS", "DEU", "CHN", "IRN", "ARM", "SYR", "VEN", "POL", "FJI", "TLS",
        ] {
            for language in NewsCoder.languages {
                let roles = known[state]?[language] ?? []
                #expect(
                    roles.isSuperset(of: ["name", "adjective", "capital"]),
                    "\(state) in \(language)"
                )
            }
        }
    }

    @Test func `terms of office do not end before they begin`() throws {
        var states: Set<String> = []
        for name in ["leaders-east.tsv", "leaders-west.tsv"] {
            let url = House.root.appending(path: "Sources/Coding/Lexicons/actors/\(name)")
            for row in try TableFile(url, columns: 8).rows {
                let first = try #require(
                    DayInterval(edtf: row.cells[2])?.first,
                    "\(name):\(row.line)"
                )
                let last = DayInterval(edtf: row.cells[3])?.last
                #expect(last.map { first <= $0 } ?? (row.cells[3] == ".."), "\(name):\(row.line)")
                states.insert(row.cells[0])
            }
        }
        // Issue 2: leaders of at least eighty states.
        #expect(states.count >= 80)
    }
}
