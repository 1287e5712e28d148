import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger
import Text

/// Which ledger a command works on.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The ledger's file.",
            discussion: "Without it, casus/ledger.sqlite in $XDG_DATA_HOME or ~/.local/share.",
            valueName: "file"
        )
    )
    var ledger: String?

    var file: URL {
        ledger.map { URL(filePath: $0) } ?? OwnFolder.url.appending(path: "ledger.sqlite")
    }

    func forReading() throws -> LedgerDatabase { try LedgerDatabase(at: file, readOnly: true) }

    /// `resources` hold the book of outlets, by which articles are related as they come in.
    func forWriting(_ resources: ResourceFolder) throws -> LedgerDatabase {
        try LedgerDatabase(at: file, readOnly: false, resources: resources)
    }
}

/// The two dates before every question.
struct ClockOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("As true on this day: what was later is left out.", valueName: "day"),
        transform: ClockOptions.day
    )
    var on: Day?

    @Option(
        help: ArgumentHelp(
            "As known on this day: articles published later are left out.",
            valueName: "day"
        ),
        transform: ClockOptions.day
    )
    var knownBy: Day?

    var clocks: Clocks { Clocks(on: on, knownBy: knownBy) }

    /// "As true on 2025-06-30, as known by 2025-07-01.", or nil where neither is set.
    var sentence: String? {
        let parts = [on.map { "as true on \($0)" }, knownBy.map { "as known on \($0)" }]
            .compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ").capitalised + "."
    }

    @Sendable static func day(_ text: String) throws -> Day {
        guard let interval = DayInterval(edtf: text), interval.first == interval.last,
            !interval.isApproximate
        else {
            throw ValidationError(
                "'\(text)' is not a day. Write year, month and day, for example 2025-06-13."
            )
        }
        return interval.first
    }
}

/// Where the lexicons lie.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder with the data files, where they are not beside the program.",
            valueName: "folder"
        )
    )
    var data: String?

    var resources: ResourceFolder {
        ResourceFolder(data: data.map { URL(filePath: $0) }, own: OwnFolder.url)
    }
}

/// The user's folder: the ledger, where no other is named, and the own register.
enum OwnFolder {
    /// `casus` in `$XDG_DATA_HOME` or `~/.local/share`.
    static var url: URL {
        let environment = ProcessInfo.processInfo.environment
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
            return URL(filePath: data).appending(path: "casus")
        }
        return URL(filePath: NSHomeDirectory()).appending(path: ".local/share/casus")
    }
}

/// A party as a person types it: `RUS`, `Russia`, `NATO`, `IGO:NATO`, `hamas`.
struct Party: ExpressibleByArgument {
    let code: ActorCode

    init(_ code: ActorCode) {
        self.code = code
    }

    init?(argument: String) {
        guard let code = ActorDirectory.code(argument) else { return nil }
        self.code = code
    }
}

extension Act: ExpressibleByArgument {}
extension Polarity: ExpressibleByArgument {}
extension Modality: ExpressibleByArgument {}

/// The day on which a command runs: the one clock of the house.
func today() -> Day {
    let parts = Calendar(identifier: .gregorian).dateComponents(
        [.year, .month, .day],
        from: Date()
    )
    guard let year = parts.year, let month = parts.month, let day = parts.day,
        let today = Day(year: year, month: month, day: day)
    else { preconditionFailure("the system's clock shows no day of the calendar") }
    return today
}
