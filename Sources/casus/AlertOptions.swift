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

    /// Says before anything is looked at whether alerts can be handed on: an alert is told once.
    ///
    /// Throws an `AlertError` that names the file or the program.
    func check() throws {
        if let to { try Self.append([], to: to) }
        if let run, Self.program(run) == nil {
            throw AlertError(place: run, reason: "there is no such program")
        }
    }

    /// Hands every alert on, in order.
    ///
    /// Throws the first `AlertError` after all were tried; the alerts stay in the ledger.
    func handOn(_ alerts: [WatchAlert]) throws {
        guard !alerts.isEmpty else { return }
        let lines = try alerts.map { Array((try JSON.line($0) + "\n").utf8) }
        var problems: [any Error] = []
        func trying(_ work: () throws -> Void) {
            do { try work() } catch { problems.append(error) }
        }
        if let to { trying { try Self.append(lines.flatMap(\.self), to: to) } }
        if let run, let program = Self.program(run) {
            for (alert, line) in zip(alerts, lines) {
                trying { try Self.start(program, alert.id, line) }
            }
        }
        if let problem = problems.first { throw problem }
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
        "\(place): the alert could not be handed on (\(reason)). It stays in the ledger: "
            + "'casus watch list' shows it."
    }
}
