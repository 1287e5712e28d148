import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger
import Site

/// `casus watch`: be told when a standing moves.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Be told when the standing of one party to another falls or rises.",
        discussion: """
            A watch is a pair and a rule: the conduct of the first party, or the trust of the second, \
            falls or rises by so many points within so many days, and so many roots tell of it. It is \
            looked at after each 'casus read'.

            There is an alert where the level leaves the 90 % band that it had so many days before, and \
            events that no earlier alert named moved it. Articles that repeat one root are one, and \
            nothing is told twice. Documentation/measures.md has the whole rule.
            """,
        subcommands: [WatchAdd.self, WatchList.self, WatchRemove.self, WatchCheck.self],
        defaultSubcommand: WatchList.self
    )
}

/// `casus watch add`: a pair and a rule.
struct WatchAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Watch a pair: 'casus watch add Russia Armenia --falls 0.3 --days 30 --roots 2'."
    )

    @Argument(help: "Who acts, whose conduct it is: RUS, Russia.")
    var source: Party

    @Argument(help: "The other party, whose trust it is: ARM, Armenia.")
    var target: Party

    @Option(
        help: ArgumentHelp("By how many points it falls; without it, 0.3.", valueName: "points")
    )
    var falls: Double?

    @Option(help: ArgumentHelp("By how many points it rises.", valueName: "points"))
    var rises: Double?

    @Option(help: ArgumentHelp("Within how many days.", valueName: "number"))
    var days = 30

    @Option(help: ArgumentHelp("How many roots at least tell of it.", valueName: "number"))
    var roots = 2

    @Flag(help: "Watch the trust of the second party; without it, the conduct of the first.")
    var trust = false

    @Option(
        help: ArgumentHelp(
            "Tell of what happened after this day; without it, after today.",
            valueName: "day"
        ),
        transform: ClockOptions.day
    )
    var since: Day?

    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    /// What nobody asks for otherwise: a few hundredths of the scale, more than rounding.
    private static let usualPoints = 0.3

    func validate() throws {
        guard falls == nil || rises == nil else {
            throw ValidationError("A watch falls or rises; add two for both.")
        }
        guard Watch.Rule.pointsRange.contains(falls ?? rises ?? Self.usualPoints) else {
            throw ValidationError("The scale has 20 points: write a number from 0.1 to 20.")
        }
        guard Watch.Rule.daysRange.contains(days), Watch.Rule.rootsRange.contains(roots) else {
            throw ValidationError("'--days' is 1 to 3660, '--roots' is 1 to 100.")
        }
        guard source.code != target.code else {
            throw ValidationError("A watch is on two parties.")
        }
    }

    mutating func run() async throws {
        let watch = Watch(
            pair: DirectedPair(source: source.code, target: target.code),
            rule: Watch.Rule(
                series: trust ? .trust : .conduct,
                change: rises == nil ? .falls : .rises,
                points: rises ?? falls ?? Self.usualPoints,
                days: days,
                roots: roots
            ),
            since: since ?? today()
        )
        let ledger = try ledgerOptions.forWriting(dataOptions.resources)
        let isNew = try ledger.add(watch)
        let naming = Naming(articles: [], party: ActorDirectory.called)
        var page = TextLayout()
        page.row(naming.short(watch.id), "\(watch.sentence(naming)).", column: 10)
        try StandardOutput.answer(page.text)
        if !isNew { StandardError.write("casus: this is watched already.") }
    }
}

/// `casus watch list`: what is watched, and what was told.
struct WatchList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What is watched, and what was told of it."
    )

    @Flag(help: "Print one JSON object a line: the watches, then the alerts.")
    var json = false

    @OptionGroup var ledgerOptions: LedgerOptions

    mutating func run() async throws {
        let ledger = try ledgerOptions.forReading()
        let watches = try ledger.watches()
        var output = StandardOutput()
        let naming = Naming(articles: [], party: ActorDirectory.called)
        for watch in watches where !json {
            var page = TextLayout()
            page.row(
                naming.short(watch.id),
                "\(watch.sentence(naming)); after \(watch.since).",
                column: 10
            )
            for alert in try ledger.alerts(of: watch.id) {
                page.row("", "Found on \(alert.raisedOn). \(alert.sentence)", column: 10)
                for cause in alert.causes {
                    page.row(
                        naming.short(cause.statement),
                        "“\(cause.quote)”",
                        indent: 10,
                        column: 20
                    )
                }
            }
            try output.write(page.text)
        }
        if json {
            for watch in watches { try output.line(try JSON.line(watch)) }
            for alert in try ledger.alerts() { try output.line(try JSON.line(alert)) }
        }
        try output.flush()
        if watches.isEmpty {
            StandardError.write(
                "casus: nothing is watched. 'casus watch add Russia Armenia' begins."
            )
            throw ExitCode.nothingFound
        }
    }
}

/// `casus watch remove`: no longer.
struct WatchRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Watch it no longer; what was told of it goes too."
    )

    @Argument(help: "The id of a watch, or its first letters.")
    var id: String

    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let ledger = try ledgerOptions.forWriting(dataOptions.resources)
        guard let watch = try ledger.watch(id), try ledger.removeWatch(watch.id) else {
            StandardError.write(
                "casus: there is no watch of the id '\(id)'. 'casus watch list' has the ids."
            )
            throw ExitCode.nothingFound
        }
    }
}

/// `casus watch check`: look now.
struct WatchCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look at the watches now, without reading; print what was not told before."
    )

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var alertOptions: AlertOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        try alertOptions.check()
        let ledger = try ledgerOptions.forWriting(dataOptions.resources)
        _ = try LedgerWatches.check(
            ledger,
            assessor: Assessor(dataOptions.resources),
            today: today()
        )
        let alerts = try ledger.hear(AlertLines.listener)
        try StandardOutput.answer(
            try json
                ? alerts.map { try JSON.line($0) + "\n" }.joined() : AlertLines.text(alerts)
        )
        try alertOptions.handOn(ledger)
        if alerts.isEmpty {
            StandardError.write(
                "casus: nothing that a watch asks for was told since the last look."
            )
            throw ExitCode.nothingFound
        }
    }
}

/// Alerts as a terminal shows them.
enum AlertLines {
    /// Whoever reads what `casus` prints, as the ledger knows it.
    static let listener = "terminal"

    static func text(_ alerts: [WatchAlert]) -> String {
        let naming = Naming(articles: [], party: ActorDirectory.called)
        var page = TextLayout()
        for alert in alerts { alert.write(to: &page, naming) }
        return page.text
    }
}
