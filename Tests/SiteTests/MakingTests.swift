import Assessment
import Diplomacy
import Foundation
import Ledger
import Synchronization
import Testing
import Text

@testable import Site

/// What is made behind the site of a large ledger is what a small one answers at once, under every clock.
struct MakingTests {
    private let news = KeptAnswerTests()

    /// Asks as a patient reader does, until the answer is there.
    private func patiently(_ address: String, _ visitor: Visitor) async throws -> Visitor.Answer {
        for _ in 0..<2_000 {
            let answer = try await visitor.get(address)
            if answer.status != 202 { return answer }
            try await Task.sleep(for: .milliseconds(5))
        }
        return try await visitor.get(address)
    }

    /// Every kind of view that asks about more than one page can read, under the clocks.
    private func addresses(_ ledger: LedgerDatabase, _ clocks: Clocks) throws -> [String] {
        let question = Question(clocks: clocks)
        let parties = ["RUS", "USA", "UKR"].map { ActorCode($0) }
        let actors: [ActorCode?] = [nil] + parties
        let cases = try Assessor(ResourceFolder()).cases(
            in: LedgerMaterial.statements(ledger, StatementFilter(clocks: clocks)),
            until: ledger.lastDay(clocks) ?? Samples.today
        )
        func view(_ path: String, _ actor: ActorCode?, _ more: [(String, String)] = []) -> String {
            let own = [(name: "actor", value: actor?.rawValue)]
            let rest = more.map { (name: $0.0, value: String?.some($0.1)) }
            return Address(path, query: own + rest + question.state).text
        }
        let own = actors.flatMap { actor in
            ["", "world", "brief", "disagreements", "cases"].map { view($0, actor) } + [
                view("", actor, [("since", "2025-02-01")]),
                view("disagreements", actor, [("kind", "conflict")]),
                view("cases", actor, [("export", "cases.csv")]),
            ]
        }
        let pairs = [("RUS", "USA"), ("USA", "RUS"), ("ISR", "IRN"), ("UKR", "IGO:NATO")].map {
            question.pair(ActorCode($0.0), ActorCode($0.1)).text
        }
        let found = cases.prefix(12).map { question.found($0.id).text }
        let programs = ["disagreements", "cases", "sources", "outlook", "actors"].map {
            "/api/v1\(question.page($0).text)"
        }
        let views =
            own + pairs + found + [question.page("outlook").text, question.page("sources").text]
        return views + [question.brief(parties[0]).text + "&lang=uk"] + programs
            + cases.prefix(3).map { "/api/v1\(question.found($0.id).text)" }
    }

    @Test(arguments: 1...2)
    func `every view is the same to the byte, made behind the site or at once`(
        seed: UInt64
    ) async throws {
        try await news.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try news.read(0..<40, ledger, seed: seed)
            try news.read(30..<50, ledger, seed: seed + 7)
            try news.decide(ledger, on: Samples.today)
            let last = try #require(try ledger.lastDay(.unset))
            let early = last.advanced(by: -90)
            let days = [
                Clocks.unset, Clocks(knownBy: early), Clocks(on: early),
                Clocks(on: early, knownBy: last.advanced(by: -30)),
                Clocks(knownBy: Samples.today.advanced(by: 1)), Clocks(knownBy: Day(number: 0)),
            ]
            let small = try Visitor(ledger)
            let large = try Visitor(ledger, bounds: .none)
            for clocks in days {
                for address in try addresses(ledger, clocks) {
                    let made = try await patiently(address, large)
                    let live = try await small.get(address)
                    #expect(made.status == live.status, "\(address)")
                    let difference = news.difference(made.body, live.body)
                    #expect(difference == nil, "\(address)")
                }
            }
        }
    }

    @Test func `who asks for what takes long is told how far it is, and gets it when it is there`()
        async throws
    {
        try await news.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try news.read(0..<20, ledger, seed: 3)
            let visitor = try Visitor(ledger, bounds: .none)
            let address = "/brief?actor=RUS&known-by=2026-02-01"
            let first = try await visitor.get(address)
            #expect(first.status == 202)
            #expect(first.headers["refresh"] == "5")
            #expect(first.headers["cache-control"] == "no-store")
            #expect(first.body.contains("This page is being made"))
            #expect(first.body.contains("of 100 done"))
            #expect(MarkupCheck.mistake(in: first.body) == nil)
            let events = try #require(first.body.firstMatch(of: /data-events="([^"]+)"/)?.1)
            let heard = try await visitor.get(String(events)).body
            #expect(heard.hasSuffix("event: end\ndata: \n\n"))
            #expect(try await visitor.get(address).status == 200)
            let program = try await visitor.get("/api/v1/cases?known-by=2026-02-02")
            #expect(program.status == 202)
            #expect(program.headers["retry-after"] == "5")
            #expect(program.body == #"{"before":0,"share":0}"#)
            let list = try await patiently("/api/v1/cases?known-by=2026-02-02", visitor)
            #expect(list.body.contains("\"items\""))
        }
    }

    @Test func `what nobody asks about any more is given up, and too much at once is refused`()
        async throws
    {
        try await news.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try news.read(0..<6, ledger, seed: 3)
            // A clock that stands: what waits stays as long as it does.
            let clock = Mutex(Duration.zero)
            let visitor = try Visitor(
                ledger,
                elapsed: { clock.withLock { $0 } },
                bounds: .none
            )
            // Every look at the clock by the maker takes it far ahead, so nothing is ever finished.
            let hasty = try Visitor(
                ledger,
                elapsed: {
                    clock.withLock {
                        $0 += .seconds(61); return $0
                    }
                },
                bounds: .none
            )
            #expect(try await hasty.get("/outlook?on=2026-01-01").status == 202)
            try await Task.sleep(for: .milliseconds(50))
            #expect(try await hasty.get("/outlook?on=2026-01-01").status == 202)
            var statuses: [Int] = []
            for day in 10..<28 {
                statuses.append(try await visitor.get("/sources?on=2025-12-\(day)").status)
            }
            #expect(statuses.first == 202)
            #expect(Set(statuses).isSubset(of: [202, 503]))
        }
    }

    @Test func `a small ledger makes nobody wait`() async throws {
        try await news.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try news.read(0..<6, ledger, seed: 3)
            #expect(try await Visitor(ledger).get("/brief?known-by=2026-02-01").status == 200)
        }
    }

    @Test func `what a form sends is found among what is kept`() async throws {
        try await news.withFile { file in
            let ledger = try LedgerDatabase(at: file)
            try news.read(0..<12, ledger, seed: 3)
            try news.keeper(ledger).renew()
            let visitor = try Visitor(ledger, bounds: .none)
            let until = try #require(try ledger.lastDay(.unset))
            let since = OverviewPage.usualSince(until)
            for address in [
                "/?actor=rus&since=\(since)&on=&known-by=",
                "/brief?on=&actor=RUS&known-by=&lang=en",
                "/disagreements?lang=uk&kind=&actor=RUS",
            ] {
                #expect(try await visitor.get(address).status == 200, "\(address)")
            }
            #expect(try await visitor.get("/?actor=RUS&since=2025-01-01").status == 202)
        }
    }

    @Test func `a ledger as it stood weighs what a question under its clocks weighs`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "AsOf-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try LedgerDatabase(at: folder.appending(path: "news.ledger"))
        try news.read(0..<40, ledger, seed: 9)
        try news.decide(ledger, on: Samples.today)
        let last = try #require(try ledger.lastDay(.unset))
        for clocks in [Clocks(on: last.advanced(by: -60)), Clocks(knownBy: last.advanced(by: -60))]
        {
            let own = try ledger.asOf(clocks)
            let filter = StatementFilter(clocks: clocks)
            let laid = try LedgerMaterial.statements(own, filter)
            #expect(laid.count > 20)
            #expect(laid.map(\.root) == (try LedgerMaterial.statements(ledger, filter)).map(\.root))
            #expect(
                laid.map(\.event) == (try LedgerMaterial.statements(ledger, filter)).map(\.event)
            )
            #expect(try own.pairCounts(clocks) == ledger.pairCounts(clocks))
            #expect(try own.mostToldPatron() == mostToldPatron(in: laid))
            let few = try ledger.asOf(clocks, of: [ActorCode("RUS")])
            let party = StatementFilter(clocks: clocks, party: ActorCode("RUS"))
            let ofFew = try LedgerMaterial.statements(few, party)
            #expect(ofFew.map(\.root) == (try LedgerMaterial.statements(own, party)).map(\.root))
        }
    }
}
