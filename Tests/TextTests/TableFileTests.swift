import Foundation
import Testing

@testable import Text

struct TableFileTests {
    private func table(_ text: String, columns: Int) throws -> TableFile {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).tsv")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try TableFile(url, columns: columns)
    }

    @Test func `comments and empty lines are no entries, and a dash is an empty cell`() throws {
        let table = try table("# a, b\n\nx\t-\n# more\n-\t- y\n", columns: 2)
        #expect(table.rows.map(\.cells) == [["x", ""], ["", "- y"]])
        #expect(table.rows.map(\.line) == [3, 5])
    }

    @Test func `the last line may do without a line break`() throws {
        #expect(try table("x\ty", columns: 2).rows.map(\.cells) == [["x", "y"]])
    }

    @Test(arguments: [
        ("too few", "x\ty\nz\n", 2, "has 1 columns where 2 are expected"),
        ("too many", "x\ty\nz\ty\tw\n", 2, "has 3 columns where 2 are expected"),
        ("spaces for a tab", "x\ty\nz  y\n", 2, "has 1 columns where 2 are expected"),
    ])
    func `a line with another number of columns is named with its cure`(
        _ what: String,
        _ text: String,
        _ columns: Int,
        _ problem: String
    ) throws {
        let error = #expect(throws: TableError.self) { try table(text, columns: columns) }
        #expect(error?.line == 2)
        #expect(error?.problem == problem)
        #expect(error?.cure == "Separate the columns with one tab and write an empty one as '-'.")
        #expect(error?.description.contains(".tsv:2: \(problem). Separate") == true)
    }

    @Test func `a missing file is named with its path and a cure`() {
        let error = #expect(throws: TableError.self) {
            try TableFile(URL(filePath: "/no/such/words.tsv"), columns: 1)
        }
        #expect(
            error?.description
                == "/no/such/words.tsv: cannot be read. Reinstall Casus, or name its data folder with --data."
        )
    }

    @Test func `an error about a row names the file and the line`() throws {
        let table = try table("# head\nleadr\n", columns: 1)
        let error = table.error(
            table.rows[0],
            "unknown role 'leadr'",
            cure: "Did you mean 'leader'?"
        )
        #expect(
            error.description == "\(table.name):2: unknown role 'leadr'. Did you mean 'leader'?"
        )
    }

    @Test(arguments: [
        ("a letter left out", "leadr", "leader"), ("two letters turned", "adi", "aid"),
        ("a letter too many", "suppport", "support"), ("itself", "aid", "aid"),
        ("a Cyrillic word", "жовтня", nil), ("a stranger", "mobilization", nil),
        ("nothing", "", nil),
    ])
    func `the nearest word lies within two edits`(_ what: String, _ word: String, _ near: String?) {
        #expect(nearest(to: word, among: ["leader", "aid", "support", "sanction"]) == near)
    }

    @Test func `of two near words the nearer is meant`() {
        #expect(nearest(to: "mai", among: ["mail", "maid", "mai"]) == "mai")
        #expect(nearest(to: "juli", among: ["june", "july"]) == "july")
    }

    @Test func `of two equally near words the first in the alphabet is meant, in whatever order`() {
        #expect(nearest(to: "passt", among: ["past", "pass"]) == "pass")
        #expect(nearest(to: "passt", among: ["pass", "past"]) == "pass")
    }
}

struct ResourceFolderTests {
    @Test func `a folder that is missing is named with the places where it was sought`() throws {
        let data = URL(filePath: "/no/such/data")
        let error = #expect(throws: TableError.self) {
            try ResourceFolder(data: data).url("Lexicons", of: "Nowhere")
        }
        let sentence = try #require(error).description
        #expect(
            sentence.hasPrefix(
                "Lexicons: is not to be found; looked in /no/such/data/Nowhere/Lexicons, "
            )
        )
        #expect(sentence.contains("casus_Nowhere.resources"))
        #expect(sentence.hasSuffix("or name its place with --data."))
    }

    @Test func `the user's folder is looked in first`() throws {
        let data = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        let own = data.appending(path: "Reading/Clutter")
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: data) }
        #expect(try ResourceFolder(data: data).url("Clutter", of: "Reading").path == own.path)
    }
}

struct ContentHashTests {
    @Test func `a name is the beginning of a SHA-256 over parts that end in zero`() {
        // printf 'abc\0' | sha256sum
        #expect(ContentHash.name(of: "abc") == "dc1114cd074914bd")
        #expect(
            ContentHash.full(of: Array("abc".utf8))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
    }

    @Test func `where parts end is part of the name`() {
        #expect(ContentHash.name(of: "ab", "c") != ContentHash.name(of: "a", "bc"))
        #expect(ContentHash.name(of: "ab") != ContentHash.name(of: "ab", ""))
    }
}
