import ArgumentParser
import Foundation

/// The root command: parses, runs, and turns what went wrong into a sentence and an exit code.
@main
struct Casus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "casus",
        abstract: "Reads news about states: who promised what to whom, what came, who says so.",
        discussion: """
            To begin: 'casus read FOLDER', then 'casus brief'.

            Standard output carries the answer and nothing else; progress and troubles go to \
            standard error. '-' as a path is standard input. Nothing is called on the network.

            Exit codes: 0 all well; 1 nothing was found; 2 something was skipped or failed, and \
            standard error says what; 64 the command line was not understood. A closed pipe is \
            a quiet 0.
            """,
        version: Release.version,
        subcommands: [
            ReadCommand.self, BriefCommand.self, PairCommand.self, CaseCommand.self,
            CommitmentsCommand.self, StatementsCommand.self, TiesCommand.self, PeopleCommand.self,
            WhyCommand.self,
            EventCommand.self,
            DisagreementsCommand.self, OutlookCommand.self, SourcesCommand.self,
            SearchCommand.self, ArticlesCommand.self, ReviewCommand.self, WatchCommand.self,
            ExportCommand.self, ImportCommand.self, KeepCommand.self,
            ServeCommand.self,
            CodeCommand.self, ParseCommand.self, DoctorCommand.self,
        ]
    )

    /// Takes the place of the library's own, which knows one exit code for every failure.
    static func main() async {
        // A reader that goes away is told by the write that fails, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parsed(Array(CommandLine.arguments.dropFirst()))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch is ClosedPipe {
            exit(withError: ExitCode.success)
        } catch let outcome as ExitCode {
            exit(withError: outcome)
        } catch {
            // What the library does not know is a failure of ours, with its own words.
            guard exitCode(for: error) == .failure else { exit(withError: error) }
            StandardError.write("casus: \(error)")
            exit(withError: ExitCode.troubled)
        }
    }

    /// The command that `arguments` ask for.
    ///
    /// One that is named first and understood is read alone, which spares the library looking through the tree of all
    /// two dozen, a tenth of the start of the program. Everything else, help and mistakes included, goes the whole way.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        let named = configuration.subcommands.first {
            $0.configuration.commandName == arguments.first
                && $0.configuration.subcommands.isEmpty
        }
        if let named, let command = try? named.parseAsRoot(Array(arguments.dropFirst())),
            type(of: command) == named
        {
            return command
        }
        return try parseAsRoot(arguments)
    }
}

extension ExitCode {
    /// The question was understood, and there is nothing to answer.
    static let nothingFound = ExitCode(1)
    /// Something was skipped or failed.
    static let troubled = ExitCode(2)
}

/// Which Casus this is.
enum Release {
    static let version = "0.1.0"
}
