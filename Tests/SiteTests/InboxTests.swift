import Assessment
import Diplomacy
import Foundation
import Ledger
import Synchronization
import Testing

@testable import Site

/// Files are dropped, read one by one, and shown on cards; nobody else drops any.
@Suite struct InboxTests {
    static let reviewer = Reviewer(name: "Olha", secret: "a secret of this test")

    /// "Reads" a file by its name, as the reading wing would.
    private static func reader(_ ledger: LedgerDatabase) -> InboxReader {
        InboxReader { files, report in
            report(.found(files.count))
            for file in files {
                switch file.name {
                case "broken.pdf":
                    report(
                        .skipped(
                            place: file.name,
                            reason: "\(file.name): is binary, <b>not</b> text."
                        )
                    )
                case "end.txt": throw SiteProblem(.failed, "The disk is full.", cure: "")
                default:
                    let coded =
                        switch file.name {
                        case "hostile.html": Samples.hostile
                        case "absent-1.html": WatchTests.absent[0]
                        case "absent-2.html": WatchTests.absent[1]
                        default: Samples.iran
                        }
                    let outcome = try ledger.record(coded, readOn: Samples.today, source: nil)
                    report(.read(article: coded.article.id, isNew: outcome == .added))
                }
            }
        }
    }

    func inbox() throws -> (ledger: LedgerDatabase, visitor: Visitor) {
        let ledger = try LedgerDatabase.inMemory()
        let visitor = try Visitor(
            ledger,
            reviewer: Self.reviewer,
            inbox: Self.reader(ledger)
        )
        return (ledger, visitor)
    }

    static let type = ("Content-Type", "multipart/form-data; boundary=edge")

    /// A form as a browser sends it.
    func form(_ files: [String], token: String = reviewer.token) -> String {
        let fields = [
            "Content-Disposition: form-data; name=\"token\"\r\n\r\n\(token)",
            "Content-Disposition: form-data; name=\"keep-lang\"\r\n\r\nuk",
        ]
        let parts = files.map {
            "Content-Disposition: form-data; name=\"files\"; filename=\"\($0)\"\r\nContent-Type: text/html\r\n\r\nwords\r\n--edgeless\r\n"
        }
        return (fields + parts).map { "--edge\r\n\($0)\r\n" }.joined() + "--edge--\r\n"
    }

    private func drop(_ files: [String], _ visitor: Visitor) async throws -> String {
        let answer = try await visitor.post("/inbox", form(files), headers: [Self.type])
        #expect(answer.status == 303)
        return try #require(answer.headers["location"])
    }

    @Test func `what is dropped is read, and a card says what was coded and what was left out`()
        async throws
    {
        let (ledger, visitor) = try inbox()
        let place = try await drop(["ally.html"], visitor)
        #expect(place == "/inbox/1?lang=uk")
        let events = try await visitor.get("/inbox/1/events").body
        #expect(events.contains("event: card\nid: 1\n"))
        #expect(events.hasSuffix("event: end\ndata: \n\n"))
        #expect(try ledger.counts().articles == 1)
        let page = try await visitor.get("/inbox/1").body
        #expect(MarkupCheck.mistake(in: page) == nil)
        #expect(page.contains("<a href=\"/article/a1000000000000aa\">"))
        #expect(page.contains("3 statements"))
        #expect(page.contains("/article/a1000000000000aa#s-52"))
        #expect(page.contains("<q><bdi>grumble</bdi></q>"))
        #expect(page.contains("caption 1"))
        #expect(page.contains("/review?article=a1000000000000aa"))
        #expect(!page.contains("data-events"))
    }

    @Test func `who is stopped does not wait for work that looks at no stop`() async throws {
        let state = Lights()
        let reading = Task {
            try await abandonable {
                state.begun.withLock { $0 = true }
                while !state.released.withLock(\.self) { usleep(1_000) }
                return "read"
            }
        }
        while !state.begun.withLock(\.self) { await Task.yield() }
        reading.cancel()
        await #expect(throws: CancellationError.self) { try await reading.value }
        state.released.withLock { $0 = true }
        #expect(try await abandonable { "read" } == "read")
    }

    @Test func `one bad file never stops the rest`() async throws {
        let (ledger, visitor) = try inbox()
        _ = try await drop(["broken.pdf", "ally.html"], visitor)
        let events = try await visitor.get("/inbox/1/events").body
        #expect(events.contains("is binary, &lt;b&gt;not&lt;/b&gt; text."))
        #expect(events.contains("1 article read, 1 could not be read"))
        #expect(try ledger.counts().articles == 1)
    }

    @Test func `a reading that breaks off says so, and the next batch is read`() async throws {
        let (_, visitor) = try inbox()
        _ = try await drop(["end.txt"], visitor)
        _ = try await drop(["ally.html"], visitor)
        #expect(try await visitor.get("/inbox/1/events").body.contains("could not go on"))
        #expect(try await visitor.get("/inbox/2/events").body.contains("1 article read"))
        let list = try await visitor.get("/inbox").body
        #expect(MarkupCheck.mistake(in: list) == nil)
        #expect(list.contains("href=\"/inbox/2\""))
    }

    @Test
    func `a reading is stopped between two articles, keeps what was read, and the next is read`()
        async throws
    {
        let ledger = try LedgerDatabase.inMemory()
        let usual = Self.reader(ledger)
        let reader = InboxReader { files, report in
            try await usual.read(Array(files.prefix(1)), report)
            report(.found(files.count))
            // Without an end, unless somebody stops it.
            while files.count > 1 { try await Task.sleep(for: .milliseconds(5)) }
        }
        let visitor = try Visitor(ledger, reviewer: Self.reviewer, inbox: reader)
        _ = try await drop(["ally.html", "endless.html"], visitor)
        _ = try await drop(["ally.html", "never.html"], visitor)
        _ = try await drop(["ally.html"], visitor)
        var page = try await visitor.get("/inbox/1").body
        while !page.contains("/article/a1") { page = try await visitor.get("/inbox/1").body }
        #expect(page.contains("action=\"/inbox/stop\"") && page.contains("Stop the reading"))
        // One that waits is stopped before it begins.
        for id in ["2", "1"] {
            let stop = try await visitor.post(
                "/inbox/stop",
                "token=\(Self.reviewer.token)&id=\(id)&keep-lang=uk"
            )
            #expect(stop.status == 303 && stop.headers["location"] == "/inbox/\(id)?lang=uk")
        }
        let ended = try await visitor.get("/inbox/1/events").body
        #expect(ended.contains("stopped after 1 of 2 articles; the rest was not read"))
        #expect(try await visitor.get("/inbox/2/events").body.contains("stopped after 0 of 0"))
        #expect(try await visitor.get("/inbox/3/events").body.contains("1 article read"))
        #expect(try ledger.counts().articles == 1)
        #expect(try (1...3).map { try ledger.batch($0)?.files.count } == [0, 0, 0])
        #expect(try await visitor.post("/inbox/stop", "token=guess&id=1").status == 403)
    }

    @Test func `a site that begins again knows what came, and reads what was not finished`()
        async throws
    {
        let (ledger, visitor) = try inbox()
        _ = try await drop(["broken.pdf", "ally.html"], visitor)
        _ = try await visitor.get("/inbox/1/events")
        // A batch as it lies when a site is killed before its reading has ended.
        let left = try ledger.keepBatch(
            #"{"id":0,"files":["hostile.html"],"lines":[],"alerts":[],"isDone":false,"hasFailed":false}"#,
            files: [("hostile.html", Data("words".utf8))],
            most: 50
        )
        #expect(left == 2)
        let next = try Visitor(ledger, reviewer: Self.reviewer, inbox: Self.reader(ledger))
        #expect(try await next.get("/inbox/2/events").body.hasSuffix("event: end\ndata: \n\n"))
        #expect(try ledger.counts().articles == 2)
        let before = try await next.get("/inbox/1").body
        #expect(before.contains("1 article read, 1 could not be read"))
        #expect(try await drop(["ally.html"], next) == "/inbox/3?lang=uk")
        _ = try await next.get("/inbox/3/events")
        #expect(try (1...3).map { try ledger.batch($0)?.files.count } == [0, 0, 0])
    }

    @Test
    func
        `of two sites over one ledger one reads a batch, and the other takes over where that is killed`()
        async throws
    {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "Inbox-\(UUID().uuidString).ledger")
        defer {
            for ending in ["", "-wal", "-shm", "-inbox"] {
                try? FileManager.default.removeItem(atPath: file.path + ending)
            }
        }
        let ledger = try LedgerDatabase(at: file)
        var other = try ledger.claimInbox()
        #expect(other != nil)
        #expect(try LedgerDatabase(at: file).claimInbox() == nil)
        let visitor = try Visitor(ledger, reviewer: Self.reviewer, inbox: Self.reader(ledger))
        _ = try await drop(["ally.html"], visitor)
        _ = try await drop(["hostile.html"], visitor)
        // The other comes to the end of the first batch, and is killed before the second.
        let record = try #require(try ledger.batch(1)).record
        try ledger.endBatch(1, record.replacing(#""lines":[]"#, with: #""lines":[],"total":7"#))
        #expect(try await visitor.get("/inbox/1/events").body.hasSuffix("event: end\ndata: \n\n"))
        #expect(try ledger.counts().articles == 0)
        withExtendedLifetime(other) {}
        other = nil
        #expect(try await visitor.get("/inbox/2/events").body.hasSuffix("event: end\ndata: \n\n"))
        #expect(try ledger.counts().articles == 1)
        #expect(try ledger.batch(2)?.files.isEmpty == true)
    }

    @Test func `of batches that were read to the end the last ones are remembered`() throws {
        let ledger = try LedgerDatabase.inMemory()
        for number in 1...5 {
            #expect(try ledger.keepBatch("{}", files: [("a", Data())], most: 2) == number)
            if number != 2 { try ledger.endBatch(number, "{}") }
        }
        #expect(try ledger.batches().map(\.number) == [2, 4, 5])
    }

    @Test func `a browser that has some cards gets the others`() async throws {
        let (_, visitor) = try inbox()
        _ = try await drop(["ally.html", "broken.pdf"], visitor)
        _ = try await visitor.get("/inbox/1/events")
        #expect(try await visitor.get("/inbox/1/events?from=1").body.contains("id: 2\n"))
        #expect(try await !visitor.get("/inbox/1/events?from=1").body.contains("id: 1\n"))
        let back = try await visitor.get("/inbox/1/events", headers: [("Last-Event-ID", "2")])
        #expect(!back.body.contains("event: card"))
    }

    @Test func `hostile articles and names are harmless on cards`() async throws {
        let (_, visitor) = try inbox()
        _ = try await drop(["../../<script>x.html", "hostile.html"], visitor)
        let events = try await visitor.get("/inbox/1/events").body
        let pages = try await visitor.get("/inbox/1").body + visitor.get("/inbox").body
        for text in [events, pages] {
            #expect(!text.contains("<script>x") && !text.contains("<script>alert"))
        }
        #expect(pages.contains("&lt;script&gt;x.html"))
        #expect(!pages.contains("../"))
    }

    @Test func `what watches find is said at the end`() async throws {
        let ledger = try Samples.ledger(WatchTests.years)
        let visitor = try Visitor(ledger, reviewer: Self.reviewer, inbox: Self.reader(ledger))
        _ = try ledger.add(
            Watch(
                pair: DirectedPair(source: ActorCode("RUS"), target: ActorCode("IRN")),
                rule: .init(series: .conduct, change: .falls, points: 0.3, days: 30, roots: 2),
                since: Samples.day("2025-01-01")
            )
        )
        _ = try await drop(["absent-1.html"], visitor)
        #expect(try await !visitor.get("/inbox/1/events").body.contains("new alert"))
        _ = try await drop(["absent-2.html"], visitor)
        #expect(try await visitor.get("/inbox/2/events").body.contains("Watches: 1 new alert"))
        #expect(try ledger.alerts().map(\.voices.count) == [2])
    }
}

/// What a work that does not end tells, and is told.
private final class Lights: Sendable {
    let begun = Mutex(false)
    let released = Mutex(false)
}
