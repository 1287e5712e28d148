import Diplomacy
import Foundation
import Testing
import Text

@testable import Reading

struct DocumentTests {
    private func write(_ bytes: some Sequence<UInt8>, _ name: String, in folder: URL) throws -> URL
    {
        let url = folder.appending(path: name)
        try Data(bytes).write(to: url)
        return url
    }

    /// What is found in a file with this name and these bytes.
    private func found(
        _ bytes: some Sequence<UInt8>,
        named name: String
    ) throws -> [DocumentFinder.Found] {
        try Desk.inFolder { DocumentFinder().documents(in: try write(bytes, name, in: $0)) }
    }

    private func document(_ found: DocumentFinder.Found) throws -> SourceDocument {
        switch found {
        case .document(let document): return document
        case .failure(let error): throw error
        }
    }

    private func failure(_ found: DocumentFinder.Found?) throws -> ReadingError {
        guard case .failure(let error) = try #require(found) else {
            throw ReadingError(.unreadable, at: "test", "no failure", cure: "")
        }
        return error
    }

    @Test(arguments: [
        ("a text", "ships.txt", "Ships wait.", SourceDocument.Content.plain),
        ("a page", "ships.html", "<p>Ships wait.</p>", .html),
        ("a page by its beginning", "ships.txt", "  <!DOCTYPE html><p>Ships wait.</p>", .html),
        ("a text with a tag in it", "ships.txt", "Ships <b>wait</b>.", .plain),
    ])
    func `a file is a text or a page`(
        _ what: String,
        _ name: String,
        _ text: String,
        _ content: SourceDocument.Content
    ) throws {
        let document = try document(try #require(try found(text.utf8, named: name).first))
        #expect(document.name == "ships")
        #expect(document.text == text)
        #expect(document.content == content)
        #expect(document.place.hasSuffix("/\(name)"))
    }

    @Test func `a page's own charset is believed`() throws {
        let page = "<meta http-equiv='Content-Type' content='text/html; charset=KOI8-R'><p>"
        let bytes = Array(page.utf8) + [0xEB, 0xC9, 0xC5, 0xD7] + Array("</p>".utf8)
        let document = try document(try #require(try found(bytes, named: "a.html").first))
        #expect(document.encoding == .koi8u)
        #expect(document.text.hasSuffix("Киев</p>"))
    }

    // MARK: Rows

    @Test func `a row gives an article with its fields`() throws {
        let row = """
            {"id":"a-1","lang":"de","published":"2024-05","title":"T","outlet":"O","url":"U","text":"Ja."}
            {"id":17,"html":"<p>Nein.</p>"}
            """
        let rows = try found(row.utf8, named: "rows.jsonl").map(document)
        #expect(rows.map(\.name) == ["a-1", "17"])
        #expect(rows.map(\.content) == [.plain, .html])
        #expect(rows.map(\.text) == ["Ja.", "<p>Nein.</p>"])
        let declared = rows[0].declared
        #expect(
            [
                declared.language, declared.published, declared.title, declared.outlet,
                declared.address,
            ]
                == ["de", "2024-05", "T", "O", "U"]
        )
        #expect(rows[1].place.hasSuffix("/rows.jsonl:2"))
    }

    @Test(arguments: [
        ("cut in half", #"{"id":"a","text":"Ships wai"#, "broken or cut JSON"),
        ("no JSON", "Ships wait.", "broken or cut JSON"),
        ("a list", #"["Ships wait."]"#, "has the wrong type"),
        ("without an id", #"{"text":"Ships wait."}"#, "it lacks 'id'"),
        ("a number for a text", #"{"id":"a","text":5}"#, "'text' has the wrong type"),
    ])
    func `a broken row is named with its line, and the rest goes on`(
        _ what: String,
        _ row: String,
        _ problem: String
    ) throws {
        let text = "{\"id\":1,\"text\":\"Ships.\"}\n\n\(row)\n{\"id\":2,\"text\":\"Wait.\"}\n"
        let rows = try found(text.utf8, named: "rows.jsonl")
        #expect(rows.count == 3)
        let error = try failure(rows[1])
        #expect(error.kind == .brokenRow)
        #expect(error.place.hasSuffix("/rows.jsonl:3"))
        #expect(error.problem.contains("no whole JSON object"))
        #expect(error.problem.contains(problem))
        #expect(error.cure.contains("'id' and 'text' or 'html'"))
        #expect(try document(rows[2]).name == "2")
    }

    @Test func `more rows than are taken at once are one failure that says how many`() throws {
        let rows = Array(
            (1...4).map { "{\"id\":\($0),\"text\":\"Ships.\"}" }.joined(separator: "\n").utf8
        )
        let finder = DocumentFinder()
        #expect(finder.documents(in: rows, named: "rows.jsonl", atMost: 4).count == 4)
        let found = finder.documents(in: rows, named: "rows.jsonl", atMost: 3)
        let error = try failure(found.first)
        #expect(found.count == 1)
        #expect(error.kind == .tooLarge)
        #expect(error.problem.contains("4 articles are more than the 3"))
    }

    @Test func `a row without words is named with its line`() throws {
        let error = try failure(
            try found(#"{"id":"a","title":"T"}"#.utf8, named: "rows.ndjson").first
        )
        #expect(error.kind == .noText)
        #expect(error.place.hasSuffix("/rows.ndjson:1"))
        #expect(error.problem == "the row has neither 'text' nor 'html'")
    }

    @Test func `a file of rows may begin with a byte-order mark`() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array(#"{"id":"a","text":"Ships."}"#.utf8)
        #expect(try found(bytes, named: "rows.jsonl").map(document).map(\.name) == ["a"])
    }

    @Test func `a file without rows says so`() throws {
        let error = try failure(try found("\n\n".utf8, named: "rows.jsonl").first)
        #expect(error.kind == .noText)
        #expect(error.problem == "holds no rows")
    }

    // MARK: Files and folders

    @Test func `a folder is walked in the order of its names`() throws {
        try Desk.inFolder { folder in
            try FileManager.default.createDirectory(
                at: folder.appending(path: "b"),
                withIntermediateDirectories: true
            )
            for name in ["c.html", "a.txt", "b/a.jsonl", "d.png", "e.htm", ".hidden.txt", "README"]
            {
                _ = try write("x".utf8, name, in: folder)
            }
            let files = try DocumentFinder().files(at: [folder.path]).map { try $0.get() }
            #expect(
                files.map { $0.path.dropFirst(folder.path.count + 1) } == [
                    "a.txt", "b/a.jsonl", "c.html", "e.htm",
                ]
            )
        }
    }

    @Test func `paths keep their order, and a missing one does not stop the rest`() throws {
        try Desk.inFolder { folder in
            let paths = try ["b.txt", "a.txt"].map { try write("x".utf8, $0, in: folder).path }
            let files = DocumentFinder().files(at: [paths[0], "/no/such.txt", paths[1], "-"])
            #expect(files.map { try? $0.get().path } == [paths[0], nil, paths[1], "/dev/stdin"])
        }
    }

    @Test func `a missing file is named with a cure`() throws {
        let result = DocumentFinder().files(at: ["/no/such.txt"])[0]
        let error = #expect(throws: ReadingError.self) { try result.get() }
        #expect(error?.kind == .missing)
        #expect(
            error?.description
                == "/no/such.txt: no such file or folder. Check the path; quote a pattern "
                + "that the shell should not expand."
        )
    }

    @Test func `an empty folder says what would be read`() throws {
        try Desk.inFolder { folder in
            _ = try write("x".utf8, "picture.png", in: folder)
            let error = #expect(throws: ReadingError.self) {
                try DocumentFinder().files(at: [folder.path])[0].get()
            }
            #expect(error?.kind == .emptyFolder)
            #expect(error?.place == folder.path)
            #expect(error?.cure == "Casus reads .txt, .html and .jsonl files.")
        }
    }

    @Test func `a binary file is refused`() throws {
        let bytes = Array("GIF89a".utf8) + (0..<200).map { UInt8($0 % 7) }
        let error = try failure(try found(bytes, named: "a.txt").first)
        #expect(error.kind == .binary)
        #expect(error.problem == "is binary, not text")
        #expect(error.cure == "Save the article as text or HTML and read that.")
    }

    @Test(arguments: ["ships.txt", "ships.html", "ships.jsonl", "ships.pdf"])
    func `bytes that lie nowhere are read as a file of that name`(_ name: String) throws {
        let bytes =
            name.hasSuffix("jsonl")
            ? Array("{\"id\": \"1\", \"text\": \"Ships wait.\"}\nbroken\n".utf8)
            : name.hasSuffix("pdf") ? [0, 1, 2, 0] : Array("<p>Ships wait.</p>".utf8)
        let lying = try found(bytes, named: name)
        let given = DocumentFinder().documents(in: bytes, named: name)
        #expect(given.count == lying.count)
        for (one, other) in zip(given, lying) {
            switch (one, other) {
            case (.document(let one), .document(let other)):
                #expect(one.text == other.text && one.content == other.content)
                #expect(one.place.hasPrefix(name))
            case (.failure(let one), .failure(let other)): #expect(one.kind == other.kind)
            default: Issue.record("one is read and the other is not")
            }
        }
    }

    @Test func `a file of two hundred megabytes is refused before it is read`() throws {
        try Desk.inFolder { folder in
            let url = try write([], "a.txt", in: folder)
            let handle = try FileHandle(forWritingTo: url)
            try handle.truncate(atOffset: 200 << 20)
            try handle.close()
            let error = try failure(DocumentFinder().documents(in: url).first)
            #expect(error.kind == .tooLarge)
            #expect(error.place == url.path)
            #expect(error.problem == "200 MB are more than the 64 MB that an article may have")
            #expect(error.cure.contains(".jsonl"))
        }
    }

    @Test(arguments: [
        ("nothing", ""), ("white space", " \n\u{A0}\n"),
        ("only clutter", "Home > World > Asia\n© Globe"),
        ("only marks", "* * *"),
    ])
    func `a file without an article says so`(_ what: String, _ text: String) {
        let error = #expect(throws: ReadingError.self) { try Desk.read(text) }
        #expect(error?.kind == .noText)
        #expect(error?.cure.contains("save the article's text") == true)
    }

    @Test func `an unknown language is named with the way to declare one`() {
        let error = #expect(throws: ReadingError.self) {
            try Desk.read(Report.text([]), declared: .init())
        }
        #expect(error?.kind == .unknownLanguage)
        #expect(error?.cure.contains("declare one with 'lang'") == true)
    }
}
