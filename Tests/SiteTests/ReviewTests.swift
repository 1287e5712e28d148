import Diplomacy
import Foundation
import Ledger
import Testing

@testable import Site

/// A person decides from the desk, and nobody else does.
@Suite struct ReviewTests {
    @Test func `the desk shows one statement with its words and waits for a word`() async throws {
        let page = try await ReviewDesk.open().visitor.get("/review").body
        #expect(MarkupCheck.mistake(in: page) == nil)
        #expect(page.contains("<form class=\"judgement\" method=\"post\" action=\"/review\">"))
        #expect(page.contains("name=\"token\" value=\"\(ReviewDesk.reviewer.token)\""))
        #expect(page.contains("What waits behind it"))
    }

    @Test func `a rejected statement counts no more, and can be taken back`() async throws {
        let (ledger, visitor) = try ReviewDesk.open()
        let answer = try await visitor.decide([
            ("id", "73"), ("action", "reject"), ("words", "it is about another town"),
            ("keep-lang", "uk"),
        ]
        )
        #expect(answer.status == 303)
        let location = try #require(answer.headers["location"])
        #expect(location.hasPrefix("/review?lang=uk&done="))
        #expect(try !ledger.statements().map(\.id).contains("73"))
        #expect(try await visitor.get("/statement/73").body.contains("it is about another town"))
        let desk = try await visitor.get(location).body
        let id = try #require(desk.firstMatch(of: /name="id" value="([0-9a-f]{16})"/)?.1)
        #expect(try await visitor.decide([("id", String(id)), ("action", "undo")]).status == 303)
        #expect(try ledger.statements().map(\.id).contains("73"))
    }

    @Test func `a correction counts as corrected`() async throws {
        let (ledger, visitor) = try ReviewDesk.open()
        let answer = try await visitor.decide([
            ("id", "71"), ("action", "correct"), ("source", "rus"), ("target", "IRN"),
            ("act", "cooperate"), ("polarity", "done"), ("modality", "fact"),
            ("date", "2023-03"),
        ]
        )
        #expect(answer.status == 303)
        #expect(try ledger.statement("71")?.statement.act == .cooperate)
        #expect(try ledger.history(of: "71").first?.decision.reviewer == "Olha")
    }

    @Test func `who says so is corrected in one line, and an empty line is the article itself`()
        async throws
    {
        let (ledger, visitor) = try ReviewDesk.open()
        let fields = [
            ("id", "71"), ("action", "correct"), ("source", "RUS"), ("target", "IRN"),
            ("act", "aid"), ("polarity", "done"), ("modality", "fact"), ("date", "2023-03-01"),
            ("heard", "1"),
        ]
        let chain = "Reuters > Abbas Araghchi (Іран)".replacing("Іран", with: "Iran")
        #expect(try await visitor.decide(fields + [("speaker", chain)]).status == 303)
        #expect(
            try ledger.statement("71")?.statement.speakers
                == [Voice(name: "Reuters"), Voice(name: "Abbas Araghchi", actor: ActorCode("IRN"))]
        )
        let page = try await visitor.get("/review?id=71").body
        #expect(page.contains("value=\"Reuters &gt; Abbas Araghchi (Iran)\""))
        let unknown = try await visitor.decide(fields + [("speaker", "Somebody (Atlantis)")])
        #expect(unknown.status == 400)
        #expect(unknown.body.contains("value=\"Somebody (Atlantis)\""))
        #expect(try await visitor.decide(fields).status == 303)
        #expect(try ledger.statement("71")?.statement.speakers == [])
    }

    @Test func `boxes say how the words are meant, and those without a tick are none`()
        async throws
    {
        let (ledger, visitor) = try ReviewDesk.open()
        let fields = [
            ("id", "71"), ("action", "correct"), ("source", "RUS"), ("target", "IRN"),
            ("act", "aid"), ("polarity", "done"), ("modality", "fact"), ("date", "2023-03-01"),
            ("marked", "1"),
        ]
        let boxes = [("mark-joke", "1"), ("mark-scare-quotes", "1")]
        #expect(try await visitor.decide(fields + boxes).status == 303)
        #expect(try ledger.statement("71")?.statement.marks == [.joke, .scareQuotes, .corrected])
        let page = try await visitor.get("/review?id=71").body
        #expect(MarkupCheck.mistake(in: page) == nil)
        #expect(page.contains("name=\"mark-joke\" value=\"1\" checked"))
        #expect(page.contains("name=\"mark-hearsay\" value=\"1\">"))
        // What is refused comes back with its ticks.
        let refused = try await visitor.decide(
            fields.filter { $0.0 != "source" } + [("source", "Atlantis"), ("mark-hearsay", "1")]
        )
        #expect(refused.status == 400)
        #expect(refused.body.contains("name=\"mark-hearsay\" value=\"1\" checked"))
        #expect(refused.body.contains("name=\"mark-joke\" value=\"1\">"))
        // Only in the form that was refused, and not in that of a split.
        #expect(refused.body.contains("name=\"mark-joke-1\" value=\"1\" checked"))
        #expect(try await visitor.decide(fields).status == 303)
        #expect(try ledger.statement("71")?.statement.marks == [])
    }

    @Test(arguments: [
        [], [Voice(name: "Reuters")], [Voice(name: "Havana (Cuba)")],
        [Voice(name: "TASS"), Voice(name: "Dmitry Peskov", actor: ActorCode("RUS"))],
        [Voice(name: "Havana (Cuba)", actor: ActorCode("CUB"))], [Voice(name: "(nobody)")],
    ])
    func `a line of voices is read as it was written`(_ voices: [Voice]) throws {
        let text = VoiceChain.text(voices) { $0.rawValue }
        #expect(try VoiceChain.voices(text) { ActorCode($0) } == voices)
    }

    @Test func `a statement is split in two, and both parts count`() async throws {
        let (ledger, visitor) = try ReviewDesk.open()
        func part(_ number: Int, _ target: String, _ act: String) -> [(String, String)] {
            [
                ("source-\(number)", "RUS"), ("target-\(number)", target),
                ("act-\(number)", act), ("polarity-\(number)", "done"),
                ("modality-\(number)", "fact"), ("date-\(number)", "2023"),
            ]
        }
        let fields = part(1, "IRN", "aid") + part(2, "SYR", "agree")
        let answer = try await visitor.decide([("id", "71"), ("action", "split")] + fields)
        #expect(answer.status == 303)
        #expect(try ledger.statement("71~1")?.statement.target == ActorCode("IRN"))
        #expect(try ledger.statement("71~2")?.statement.act == .agree)
        let same = part(1, "IRN", "aid") + part(2, "IRN", "aid")
        #expect(
            try await visitor.decide([("id", "72"), ("action", "split")] + same).status == 400
        )
    }

    @Test func `many are decided with one word and taken back together`() async throws {
        let (ledger, visitor) = try ReviewDesk.open()
        let page = try await visitor.get("/review").body
        #expect(page.contains("<input type=\"checkbox\" name=\"pick-7"))
        let marked = [("pick-71", "on"), ("pick-72", "on"), ("pick-73", "on")]
        let answer = try await visitor.decide(
            marked + [("action", "reject-all"), ("words", "another town")]
        )
        #expect(answer.status == 303)
        #expect(try ledger.statements().map(\.id) == ["74", "75"])
        let desk = try await visitor.get(try #require(answer.headers["location"])).body
        #expect(MarkupCheck.mistake(in: desk) == nil)
        #expect(desk.contains("rejected: 3 statements"))
        let batch = try #require(
            desk.firstMatch(of: /name="id" value="([0-9a-f]{16})">\s*<p role="status">/)?.1
        )
        let undone = try await visitor.decide([("id", String(batch)), ("action", "undo-all")])
        #expect(undone.status == 303)
        #expect(try ledger.statements().count == 5)
        #expect(
            try await visitor.decide([("id", String(batch)), ("action", "undo-all")]).status == 400
        )
    }

    @Test func `the codebook has a row for every code, with links and files`() async throws {
        let visitor = try ReviewDesk.open().visitor
        let page = try await visitor.get("/codebook").body
        #expect(MarkupCheck.mistake(in: page) == nil)
        for code in Act.allCases.map(\.rawValue) + Tie.Kind.allCases.map(\.rawValue)
            + SupportKind.allCases.map(\.rawValue) + Mark.allCases.map(\.rawValue)
        {
            #expect(page.contains("<code>\(code)</code>"), "\(code)")
        }
        #expect(page.contains("href=\"/search?act=aid\""))
        let file = try await visitor.get("/codebook?export=acts.csv&lang=uk").body
        #expect(file.hasPrefix("code,word,meaning,class,mutual,value_done,value_not_done\r\n"))
        #expect(try await visitor.get("/review").body.contains("href=\"/codebook\""))
    }

    @Test func `Enter rejects in the reason, corrects in a correction, and accepts nowhere`()
        async throws
    {
        let page = try await ReviewDesk.open().visitor.get("/review?id=71").body
        let forms = page.matches(of: /<form[^>]*action="\/review"[^>]*>[\s\S]*?<\/form>/).map(\.0)
        // A browser presses the first button of the form in whose field Enter is pressed.
        let byEnter = try forms.filter { $0.contains("type=\"text\"") }.map { form in
            String(try #require(form.firstMatch(of: /<button name="action" value="([a-z-]+)"/)?.1))
        }
        #expect(byEnter == ["reject", "correct", "split", "reject-all"])
        let accepting = try #require(forms.first { $0.contains("value=\"accept\"") })
        #expect(!accepting.contains("<select") && !accepting.contains("type=\"checkbox\""))
    }

    @Test func `what a colleague has judged waits for a reviewer as the coder read it`()
        async throws
    {
        let (ledger, visitor) = try ReviewDesk.open()
        let before = try #require(try ledger.statement("71")?.statement)
        var other = StatementCore(before)
        other.act = .threaten
        try ledger.decide(
            Judgement(
                .correct,
                "71",
                by: "Petro",
                on: Samples.today,
                words: "words of Petro",
                readings: [other]
            )
        )
        let page = try await visitor.get("/review?id=71").body
        #expect(page.contains("value=\"\(before.act.rawValue)\" selected"))
        #expect(!page.contains("words of Petro"))
        #expect(try await visitor.decide([("id", "71"), ("action", "accept")]).status == 303)
        #expect(try ledger.statement("71")?.statement.act == before.act)
        #expect(try await visitor.get("/review?id=71").body.contains("words of Petro"))
        #expect(try ledger.reviewAgreement().fields.first?.alpha.observed == 0)
    }

    @Test func `two reviewers get an agreement figure`() async throws {
        let (ledger, visitor) = try ReviewDesk.open()
        for (id, kinds) in [("71", ["accept", "accept"]), ("72", ["accept", "reject"])] {
            for (name, kind) in zip(["Olha", "Petro"], kinds) {
                try ledger.decide(
                    Judgement(
                        try #require(ReviewDecision.Kind(rawValue: kind)),
                        id,
                        by: name,
                        on: Samples.today,
                        words: "because"
                    )
                )
            }
        }
        let page = try await visitor.get("/agreement").body
        #expect(MarkupCheck.mistake(in: page) == nil)
        #expect(page.contains("Olha, Petro"))
        #expect(page.contains("kept or rejected"))
    }
}
