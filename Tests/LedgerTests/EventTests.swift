import Diplomacy
import Testing

@testable import Ledger

/// Statements of one happening come together, and those of two stay apart.
struct EventTests {
    /// A statement in an article of its own: outlet, day, language, core, date.
    private static func told(
        _ id: String,
        _ core: String,
        on date: String? = nil,
        in outlet: String = "A",
        published: String = "2025-06-20",
        says speakers: [String] = [],
        kind: SupportKind? = nil,
        story: String? = nil,
        article: String? = nil
    ) -> Testified {
        let words = core.split(separator: " ").map(String.init)
        let sample = Samples.article(
            article ?? "article \(id)",
            ["It was told by \(id)."],
            published: published
        )
        let statement = Samples.statement(
            id,
            in: sample,
            "was told",
            source: words[0],
            target: words[2],
            act: Act(rawValue: words[1]) ?? .agree,
            kind: kind,
            polarity: Polarity(rawValue: words[3]) ?? .done,
            modality: Modality(rawValue: words[4]) ?? .fact,
            speakers: speakers.map { Voice(name: $0) },
            date: date
        )
        return Testified(
            statement: statement,
            testimony: Testimony(
                kind: speakers.isEmpty ? .account : .named,
                voice: speakers.last ?? "",
                name: speakers.last,
                actor: nil,
                outlet: nil,
                outletName: nil
            ),
            knownOn: Samples.day(published),
            source: RelayGraph.Source(
                article: story ?? sample.id,
                outlet: outlet,
                outletName: outlet
            )
        )
    }

    private func groups(_ items: Testified..., decisions: [EventDecision] = []) -> [[String]] {
        EventMerger.events(of: items, decisions: decisions)
            .map { $0.map { items[$0].statement.id } }
    }

    @Test func `two articles that tell of one day tell of one happening`() {
        let found = groups(
            Self.told("a", "USA assault IRN done fact", on: "2025-06-22"),
            Self.told("b", "USA assault IRN done claim", on: "2025-06-22", in: "B"),
            Self.told("c", "USA assault IRN done fact", on: "2025-06", in: "C")
        )
        #expect(found == [["a", "b", "c"]])
    }

    @Test func `days that part split what the month had joined`() {
        let found = groups(
            Self.told("a", "ISR assault IRN done fact", on: "2025-06-13"),
            Self.told("b", "ISR assault IRN done fact", on: "2025-06-20", in: "B"),
            Self.told("c", "ISR assault IRN done fact", on: "2025-06", in: "C")
        )
        #expect(found == [["a"], ["b"], ["c"]], "'in June' may be either, so it is neither")
    }

    @Test func `acts that careful readers mix up are one family, parties are not`() {
        #expect(
            groups(
                Self.told("a", "RUS aid IRN not_done claim", on: "2025-06"),
                Self.told("b", "RUS support IRN not_done fact", on: "2025-06", in: "B")
            ) == [["a", "b"]]
        )
        #expect(
            groups(
                Self.told("a", "RUS aid IRN not_done claim", on: "2025-06"),
                Self.told("b", "RUS aid VEN not_done claim", on: "2025-06", in: "B")
            ) == [["a"], ["b"]],
            "help that two allies lacked is not one happening"
        )
    }

    @Test func `an announcement is not its delivery`() {
        let found = groups(
            Self.told("a", "PRK aid RUS done expected", on: "2025-06"),
            Self.told("b", "PRK aid RUS done fact", on: "2025-06", in: "B")
        )
        #expect(found == [["a"], ["b"]])
    }

    @Test func `words and arms of one week are two things`() {
        let found = groups(
            Self.told("a", "RUS support IRN done fact", on: "2025-06-14", kind: .words),
            Self.told("b", "RUS support IRN not_done fact", on: "2025-06-14", in: "B", kind: .arms)
        )
        #expect(found == [["a"], ["b"]])
    }

    @Test func `a denial joins what it denies, as a dispute`() throws {
        let items = [
            Self.told("a", "RUS aid IRN done fact", on: "2025-06-14"),
            Self.told("b", "RUS aid IRN done claim", on: "2025-06-14", in: "B"),
            Self.told("c", "RUS aid IRN done denied", on: "2025-06-14", in: "C", says: ["pskf"]),
        ]
        let event = try #require(Weighed(items, graph: Self.empty).events.first)
        #expect(event.statements == ["a", "b"])
        #expect(event.disputes == ["c"])
        #expect(event.roots.count == 2)
        #expect(event.disputingRoots.count == 1)
        #expect(event.polarity == .done)
    }

    private static let empty = RelayGraph([], pairs: [], topics: [:])

    @Test func `undated words of one week are one happening, of another month not`() {
        let found = groups(
            Self.told("a", "RUS support CUB not_done claim", published: "2026-01-16"),
            Self.told("b", "RUS support CUB not_done claim", in: "B", published: "2026-01-18"),
            Self.told("c", "RUS support CUB not_done claim", in: "C", published: "2026-03-18")
        )
        #expect(found == [["a", "b"], ["c"]])
    }

    @Test func `a date that is only that of the article may be a day late`() {
        let found = groups(
            Self.told("a", "ARM accuse RUS done fact", on: "2024-02-22", published: "2024-02-22"),
            Self.told(
                "b",
                "ARM accuse RUS done fact",
                on: "2024-02-23",
                in: "B",
                published: "2024-02-23"
            )
        )
        #expect(found == [["a", "b"]])
    }

    @Test func `a named voice is one root in many outlets; two outlets' own officials are two`() {
        let named = Weighed(
            [
                Self.told("a", "RUS aid IRN done claim", on: "2025-06", says: ["pskf"]),
                Self.told("b", "RUS aid IRN done claim", on: "2025-06", in: "B", says: ["pskf"]),
            ],
            graph: Self.empty
        )
        #expect(Set(named.roots.values.map(\.id)).count == 1)
        #expect(named.events.map(\.roots.count) == [1])
        let accounts = Weighed(
            [
                Self.told("a", "RUS aid IRN done claim", on: "2025-06"),
                Self.told("b", "RUS aid IRN done claim", on: "2025-06", in: "B"),
                Self.told("c", "RUS aid IRN done claim", on: "2025-06", in: "B"),
            ],
            graph: Self.empty
        )
        #expect(accounts.events.map(\.roots.count) == [2], "outlet B twice is one root")
    }

    @Test func `one article that tells both ways tells of two things`() {
        let found = groups(
            Self.told("a", "RUS aid ARM done fact", on: "2022", article: "one"),
            Self.told("b", "RUS aid ARM not_done fact", on: "2022", article: "one")
        )
        #expect(found == [["a"], ["b"]])
    }

    @Test func `a person can part what was joined and join what was parted, and take it back`() {
        let items = [
            Self.told("a", "USA assault IRN done fact", on: "2025-06-22"),
            Self.told("b", "USA assault IRN done claim", on: "2025-06-22", in: "B"),
            Self.told("c", "USA assault IRN done fact", on: "2025-06-25", in: "C"),
        ]
        func groups(_ decisions: [EventDecision]) -> [[String]] {
            EventMerger.events(of: items, decisions: decisions)
                .map { $0.map { items[$0].statement.id } }
        }
        func decided(_ one: String, _ other: String, _ isTogether: Bool) -> EventDecision {
            EventDecision(one, other, isTogether: isTogether, decidedOn: Samples.today, reason: "")
        }
        #expect(groups([decided("b", "a", false)]) == [["a"], ["b"], ["c"]])
        #expect(groups([decided("b", "c", true)]) == [["a", "b", "c"]])
        #expect(
            groups([decided("b", "c", true), decided("a", "b", false)]) == [["a", "c"], ["b"]]
        )
        #expect(groups([]) == [["a", "b"], ["c"]])
    }

    @Test func `what is known later moves nothing that was known before`() {
        var random = SplitMix(seed: 7)
        let cores = [
            "RUS aid IRN done fact", "RUS aid IRN not_done claim", "RUS aid IRN done denied",
        ]
        let dates = [nil, "2025-06", "2025-06-13", "2025-06-14", "2025-06-15", "2025"]
        let items = (0..<120).map { number in
            Self.told(
                "s\(1000 + number)",
                cores[random.below(cores.count)],
                on: dates[random.below(dates.count)],
                in: "outlet \(random.below(9))",
                published: Day(number: 20_250 + number / 4).description,
                says: random.below(3) == 0 ? ["voice \(random.below(4))"] : []
            )
        }
        let whole = EventMerger.events(of: items).map { $0.map { items[$0].statement.id } }
        for count in stride(from: 10, to: 120, by: 10) {
            let early = EventMerger.events(of: Array(items.prefix(count)))
                .map { $0.map { items[$0].statement.id } }
            let known = Set(items.prefix(count).map(\.statement.id))
            let restricted = whole.map { $0.filter(known.contains) }.filter { !$0.isEmpty }
            #expect(early == restricted, "as known after \(count) statements")
        }
    }
}

/// Random numbers that are the same on every machine.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func below(_ limit: Int) -> Int {
        state &+= 1
        return Int(mixed(state &* 0x2545_F491_4F6C_DD1D) % UInt64(limit))
    }
}
