import ArgumentParser
import Foundation
import Scoring

/// What is said to the person at the terminal: on standard error, so that the answer stays clean.
enum Messages {
    static func print(_ message: String) {
        FileHandle.standardError.write(Data((message + "\n").utf8))
    }
}

/// Runs `work`; an input of the scoreboard that cannot be used is named, and the command ends with exit code 2.
func naming(_ work: () throws -> Void) throws {
    do { try work() } catch let error as ScoringError {
        Messages.print("\(error)")
        throw ExitCode(2)
    }
}

/// Prints a value as indented JSON with sorted keys.
func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    Swift.print(String(decoding: try encoder.encode(value), as: UTF8.self))
}
