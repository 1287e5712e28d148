import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger

/// Where new alerts go besides the terminal: a file, a program.
struct AlertOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Append each new alert of a watch to this file, one JSON object a line.",
            valueName: "file"
        ),
        completion: .file()
    )
    var to: String?

    @Option(
        help: ArgumentHelp(
            "Run this program for each new alert, with the alert as JSON on its standard input.",
            discussion: """
                A name or a path, without arguments and without a shell; its only argument is the \
                alert's id, so no word of an article reaches a command line.
                """,
            valueName: "program"
        )
    )
    var run: String?

    /// Says before anything is looked at whether alerts can be handed on.
    ///
    /// Throws an `AlertError` that names the file or the program.
    func check() throws {
        if let to { try Self.append([], to: to) }
        if let run, Self.program(run) == nil {
            throw AlertError(place: run, reason: "there is no such program")
        }
    }

    /// Hands on, in order, what the file and the program have not heard yet, whoever found it: the site looks at
    /// watches too.
    ///
    /// Where one cannot be handed on, it and those behind it wait for the next time. Throws the first `AlertError`
    /// after the file and the program were tried.
    func handOn(_ ledger: LedgerDatabase) throws {
        let (file, program) = (to, run.flatMap(Self.program))
        let told = Result {
            try file.map { file in
                try Self.tell("file \(URL(filePath: file).standardizedFileURL.path)", ledger) {
                    try Self.append($1, to: file)
                }
            }
        }
        if let program {
            try Self.tell("program \(program.standardizedFileURL.path)", ledger) {
                try Self.start(program, $0.id, $1)
            }
        }
        _ = try told.get()
    }

    private static func tell(
        _ listener: String,
        _ ledger: LedgerDatabase,
        _ hand: (WatchAlert, _ line: [UInt8]) throws -> Void
    ) throws {
        let alerts = try ledger.hear(listener)
        for (place, alert) in alerts.enumerated() {
            do {
                try hand(alert, Array((try JSON.line(alert) + "\n").utf8))
            } catch {
                try ledger.takeBack(alerts[place...], from: listener)
                throw error
            }
        }
    }

    /// Adds to the end in one write, so that two programs may tell alerts to one file.
    private static func append(_ bytes: [UInt8], to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        guard file >= 0 else {
            throw AlertError(place: path, reason: String(cString: strerror(errno)))
        }
        try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: bytes)
    }

    /// The file that a shell would run; nil where there is none.
    private static func program(_ name: String) -> URL? {
        let folders =
            name.contains("/")
            ? [""]
            : (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
                .map { "\($0)/" }
        return folders.map { $0 + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
            .map { URL(filePath: $0) }
    }

    private static func start(_ program: URL, _ id: String, _ line: [UInt8]) throws {
        let (process, input) = (Process(), Pipe())
        process.executableURL = program
        process.arguments = [id]
        process.standardInput = input
        // Standard output carries the answer alone.
        process.standardOutput = FileHandle.standardError
        do {
            try process.run()
        } catch {
            throw AlertError(place: program.path, reason: error.localizedDescription)
        }
        // A program that does not read is no failure: it was told the id.
        try? input.fileHandleForWriting.write(contentsOf: line)
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw AlertError(
                place: program.path,
                reason: "it ended with code \(process.terminationStatus) for alert \(id)"
            )
        }
    }
}

/// An alert that could not be handed on.
struct AlertError: Error, CustomStringConvertible {
    let place: String
    let reason: String

    var description: String {
        "\(place): the alert could not be handed on (\(reason)). It is tried again the next time; "
            + "'casus watch list' shows it."
    }
}
