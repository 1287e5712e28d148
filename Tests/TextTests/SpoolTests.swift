import Testing
import Text

struct SpoolTests {
    @Test func `pieces come back in any order, empty ones too`() throws {
        let spool = try Spool()
        let texts = ["first", "", String(repeating: "long ", count: 40_000), "last"]
        let pieces = texts.map { text in spool.lay { Array(text.utf8) } }
        for place in [3, 0, 2, 1, 2] {
            #expect(spool.bytes(of: pieces[place]) == Array(texts[place].utf8))
        }
        try spool.check()
    }

    @Test func `what went wrong first is told at the check, and nothing is laid after it`() throws {
        struct Broken: Error {}
        let spool = try Spool()
        let before = spool.lay { [1] }
        _ = spool.lay { throw Broken() }
        #expect(spool.bytes(of: before) == [])
        let error = #expect(throws: SpoolError.self) { try spool.check() }
        #expect(error?.description.contains("TMPDIR") == true)
    }
}

/// An object that is written member by member is the one that is written whole.
struct JSONPageTests {
    private struct Part: Encodable {
        var name = "é \"x\""
        var none: [Int] = []
        var list = [1, 2]
    }

    private struct Whole: Encodable {
        struct Inner: Encodable {
            var items = [Part(), Part(name: "b")]
            var words = ["one"]
        }

        struct Empty: Encodable {}

        var all = [Part()]
        var empty = Empty()
        var few: [Part] = []
        var inner = Inner()
        var missing: Int?
        var number = 0.5
    }

    @Test func `the bytes are the same`() throws {
        let whole = Whole()
        var bytes: [UInt8] = []
        try JSONPage.write(to: { bytes += $0 }) { page in
            try page.list("all") { list in
                let item = try SortedJSON.bytes(whole.all[0], isSpread: true, depth: 2)
                try list.add(written: item)
            }
            try page.object("empty") { _ in }
            try page.list("few") { _ in }
            try page.object("inner") { page in
                try page.list("items") { list in
                    try list.add(whole.inner.items[0])
                    let last = whole.inner.items[1]
                    try list.object { page in
                        try page.list("list") { list in
                            for number in last.list { try list.add(number) }
                        }
                        try page.member("name", last.name)
                        try page.list("none") { _ in }
                    }
                }
                try page.member("words", whole.inner.words)
            }
            try page.member("missing", whole.missing)
            try page.member("number", whole.number)
        }
        #expect(bytes == (try SortedJSON.bytes(whole, isSpread: true)))
    }
}
