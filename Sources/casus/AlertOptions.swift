import ArgumentParser
import Assessment
import Diplomacy
import Foundation

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

    /// Hands the alerts on in order.
    ///
    /// Throws an `AlertError` at the first that cannot be handed on; the alerts stay in the ledger.
    func handOn(_ alerts: [WatchAlert]) throws {
        guard !alerts.isEmpty else { return }
        let lines = try alerts.map { Array((try JSON.line($0) + "\n").utf8) }
        if let to {
            do {
                try Self.append(lines.flatMap(\.self), to: to)
            } catch {
                throw AlertError(place: to, reason: error.localizedDescription)
            }
        }
        guard let run else { return }
        guard let program = Self.program(run) else {
            throw AlertError(place: run, reason: "there is no such program")
        }
        for (alert, line) in zip(alerts, lines) { try Self.start(program, alert.id, line) }
    }

    private static func append(_ bytes: [UInt8], to path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            try Data().write(to: URL(filePath: path))
        }
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.seekToEnd()
        try file.write(contentsOf: bytes)
        try file.close()
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
        "\(place): the alert could not be handed on (\(reason)). It stays in the ledger: "
            + "'casus watch list' shows it."
    }
}
