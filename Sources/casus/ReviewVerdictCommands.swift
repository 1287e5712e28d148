import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger
import Site

/// What all verdicts share: which statement, who, where.
struct VerdictOptions: ParsableArguments {
    @Argument(help: "The id of a statement, or its first letters.")
    var id: String

    @OptionGroup var reviewerOptions: ReviewerOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    /// Writes the decision down and shows what the statement counts as now.
    func decide(
        _ kind: ReviewDecision.Kind,
        words: String = "",
        isBlind: Bool = true,
        readings: (Statement) throws -> [StatementCore] = { _ in [] }
    ) throws {
        let ledger = try ledgerOptions.forWriting(dataOptions.resources)
        let before = try ledger.statement(id, for: isBlind ? reviewerOptions.name : nil)?.statement
        let decision = try ledger.decide(
            Judgement(
                kind,
                id,
                by: reviewerOptions.name,
                on: today(),
                words: words,
                readings: try before.map(readings) ?? [],
                isBlind: isBlind
            )
        )
        try Self.show(decision, in: ledger)
    }

    /// Whom a person names: of those that Casus knows.
    func party(_ text: String, _ book: PartyBook) throws -> ActorCode {
        if let code = ActorDirectory.known(text) ?? book.code(text) { return code }
        let near = book.near(text).joined(separator: ", ")
        throw ValidationError(
            "Casus knows no party of the name '\(text)'. "
                + (near.isEmpty
                    ? "Write a name, or a code such as RUS or IGO:NATO." : "Did you mean: \(near)?")
        )
    }

    /// The statement of a decision as it counts now: each part of a split.
    static func show(_ decision: ReviewDecision, in ledger: LedgerDatabase) throws {
        let parts = decision.readings.count > 1 ? decision.readings.count : 0
        let ids =
            parts == 0
            ? [decision.statement] : (1...parts).map { "\(decision.statement)~\($0)" }
        let naming = Naming(articles: [], party: ActorDirectory.called)
        var output = StandardOutput()
        for recorded in try ids.compactMap({ try ledger.statement($0) }) {
            try output.write(StatementLines(recorded, naming).text)
        }
        try output.flush()
    }
}

/// `casus review accept`: the words say so.
struct ReviewAccept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "The statement is what the words say.",
        discussion: """
            Your first word is on what the coder read, as 'casus review list' shows it. With --as-it-stands it \
            is on what the statement counts as now, the correction of a colleague too.
            """
    )

    @Flag(help: "Accept what the statement counts as now.")
    var asItStands = false

    @OptionGroup var verdict: VerdictOptions

    mutating func run() async throws { try verdict.decide(.accept, isBlind: !asItStands) }
}

/// `casus review reject`: the words do not say so.
struct ReviewReject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "The words do not say it; the statement does not count any more."
    )

    @Option(help: ArgumentHelp("Why, for those who read it later.", valueName: "words"))
    var reason: String

    @OptionGroup var verdict: VerdictOptions

    mutating func run() async throws { try verdict.decide(.reject, words: reason) }
}

/// `casus review correct`: the words say something else.
struct ReviewCorrect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "The words say something else: only what is named changes.",
        discussion: """
            'none' for the target, the kind or the date says that the text names none, for the marks that its words \
            are meant as they stand.
            """
    )

    @Option(help: "Who acts: a code, or a name in any of the four languages: RUS, Росія, NATO.")
    var source: String?

    @Option(help: "Whom it is done to; 'none'.")
    var target: OrNone<String>?

    @Option(help: "The act: support, aid, agree, …")
    var act: Act?

    @Option(help: "What the support consisted of: troops, arms, money, …; 'none'.")
    var kind: OrNone<SupportKind>?

    @Option(help: "done or not_done.")
    var polarity: Polarity?

    @Option(help: "fact, claim, expected, feared, denied or hypothetical.")
    var modality: Modality?

    @Option(
        help: ArgumentHelp("When, in EDTF: 2025-06-13, 2025-06, 1990~; 'none'.", valueName: "date")
    )
    var date: OrNone<DayInterval>?

    @Option(
        help: ArgumentHelp(
            "Who says so, the outermost first: 'Reuters > Abbas Araghchi (IRN)'; 'none': the article itself.",
            valueName: "voices"
        )
    )
    var speaker: OrNone<String>?

    @Option(
        help: ArgumentHelp(
            "How the words are meant: joke, metaphor, hearsay, …; once for each mark that holds; 'none'.",
            valueName: "mark"
        )
    )
    var mark: [OrNone<JudgedMark>] = []

    @Option(help: ArgumentHelp("Why, for those who read it later.", valueName: "words"))
    var reason = ""

    @OptionGroup var verdict: VerdictOptions

    mutating func run() async throws {
        let parties = try PartyBook(verdict.dataOptions.resources)
        try verdict.decide(.correct, words: reason) { statement in
            var core = StatementCore(statement)
            core.speakers =
                try speaker.map { voices in
                    try VoiceChain.voices(voices.value ?? "") { try verdict.party($0, parties) }
                } ?? statement.speakers
            core.marks = mark.isEmpty ? statement.marks : mark.compactMap { $0.value?.mark }
            if let source { core.source = try verdict.party(source, parties) }
            if let target { core.target = try target.value.map { try verdict.party($0, parties) } }
            if let act { core.act = act }
            if let kind { core.kind = kind.value }
            if let polarity { core.polarity = polarity }
            if let modality { core.modality = modality }
            if let date { core.date = date.value }
            return [core]
        }
    }
}

/// `casus review split`: the words say it of several.
struct ReviewSplit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "The words say it of several: one statement for each target."
    )

    @Option(help: "A party to whom it is done; once for each.")
    var target: [String]

    @Option(help: ArgumentHelp("Why, for those who read it later.", valueName: "words"))
    var reason = ""

    @OptionGroup var verdict: VerdictOptions

    mutating func run() async throws {
        let parties = try PartyBook(verdict.dataOptions.resources)
        try verdict.decide(.split, words: reason) { statement in
            try target.map { party in
                var core = StatementCore(statement)
                (core.speakers, core.marks) = (statement.speakers, statement.marks)
                core.target = try verdict.party(party, parties)
                return core
            }
        }
    }
}

/// `casus review note`: a remark.
struct ReviewNote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "A remark on a statement, which changes nothing."
    )

    @OptionGroup var verdict: VerdictOptions

    @Argument(help: "The remark.")
    var text: String

    mutating func run() async throws { try verdict.decide(.note, words: text) }
}

/// `casus review undo`: the own last word back.
struct ReviewUndo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract:
            "Take back your last decision, or your last one on a statement; both stay on record."
    )

    @Argument(help: "The id of a statement, or its first letters.")
    var id: String?

    @OptionGroup var reviewerOptions: ReviewerOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let ledger = try ledgerOptions.forWriting(dataOptions.resources)
        let reviewer = reviewerOptions.name
        guard let last = try ledger.lastDecision(of: reviewer, on: id) else {
            StandardError.write(
                "casus: \(reviewer) has decided nothing here that could be taken back. "
                    + "'casus review history' lists what was decided."
            )
            throw ExitCode.nothingFound
        }
        // What was decided together is taken back together, unless one statement is named.
        guard id == nil, let batch = last.batch else {
            let undone = try ledger.undo(last.id, by: reviewer, on: today())
            return try VerdictOptions.show(undone, in: ledger)
        }
        for undone in try ledger.undo(batch: batch, by: reviewer, on: today()) {
            try VerdictOptions.show(undone, in: ledger)
        }
    }
}

/// A mark that a person may give, by its word.
struct JudgedMark: ExpressibleByArgument {
    let mark: Mark

    init?(argument: String) {
        guard let mark = Mark(rawValue: argument.lowercased()), mark.isJudged else { return nil }
        self.mark = mark
    }

    static var allValueStrings: [String] { Mark.judged.map(\.rawValue) }
}

/// A value, or the word 'none'.
struct OrNone<Value: ExpressibleByArgument & Sendable>: ExpressibleByArgument, Sendable {
    let value: Value?

    init?(argument: String) {
        if argument.lowercased() == "none" {
            value = nil
        } else if let value = Value(argument: argument) {
            self.value = value
        } else {
            return nil
        }
    }
}

extension SupportKind: ExpressibleByArgument {}

extension DayInterval: ExpressibleByArgument {
    /// From its EDTF.
    public init?(argument: String) { self.init(edtf: argument) }
}
