import Foundation
import GRDB

/// A ledger that cannot be used, or a request that it refuses: what, where, and what to do.
///
/// Printed as one sentence and its cure:
/// `/home/ana/news.ledger: is in use by another process. Wait until it has finished, then try again.`
package struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, to switch on.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// There is no such file, and it was opened for reading only.
        case missing
        /// The folder does not exist and cannot be made, or the path names a folder.
        case folder
        /// A later Casus wrote the ledger.
        case newer
        /// An earlier Casus wrote it, and a reader must not bring it up to date.
        case older
        /// The file is something else: another program's SQLite file, or no SQLite file at all.
        case notALedger
        /// Another process holds it for longer than the busy timeout.
        case locked
        /// The disk, or the quota, is full.
        case full
        /// The file or its folder may not be written.
        case readOnly
        /// SQLite finds the file damaged, or a stored value cannot be read back.
        case damaged
        /// The beginning of an id fits several.
        case ambiguous
        /// The record contradicts itself or the schema, so it was not written.
        case refused
        /// Anything else that SQLite reports.
        case failed
    }

    package let kind: Kind
    /// The ledger's path, or the id that was asked for.
    package let place: String
    /// A predicate of `place`, without a full stop.
    package let problem: String
    /// A whole sentence.
    package let cure: String

    package init(_ kind: Kind, place: String, problem: String, cure: String) {
        self.kind = kind
        self.place = place
        self.problem = problem
        self.cure = cure
    }

    package var description: String { "\(place): \(problem). \(cure)" }
}

extension LedgerError: LocalizedError {
    package var errorDescription: String? { description }
}

extension LedgerError {
    /// `error` in the ledger's words; a `LedgerError` stays as it is.
    init(_ error: any Error, at place: String) {
        switch error {
        case let error as LedgerError: self = error
        case let error as DatabaseError: self.init(error, at: place)
        default:
            self.init(
                .damaged,
                place: place,
                problem: "holds a value that cannot be read back (\(error))",
                cure: "Run 'casus doctor', then read the article again into a new ledger."
            )
        }
    }

    private init(_ error: DatabaseError, at place: String) {
        let (kind, problem, cure) = Self.words(for: error)
        self.init(kind, place: place, problem: problem, cure: cure)
    }

    /// The one place where SQLite's codes become words.
    private static func words(for error: DatabaseError) -> (Kind, problem: String, cure: String) {
        let message = error.message ?? "code \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return (
                .locked, "is in use by another process",
                "Wait until it has finished, then try again; nothing was changed."
            )
        case .SQLITE_FULL:
            return (
                .full, "cannot grow: the disk is full",
                "Free some space and run the same command again; it goes on where it stopped."
            )
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            return (
                .readOnly, "cannot be opened or written here (\(message))",
                "Give yourself the right to write the file and its folder, or copy it to a folder "
                    + "where you have it."
            )
        case .SQLITE_NOTADB:
            return (
                .notALedger, "is not a ledger",
                "Name another file; Casus never overwrites what it did not write."
            )
        case .SQLITE_CORRUPT:
            return (
                .damaged, "is damaged (\(message))",
                "Restore a copy, or read the articles again into a new ledger."
            )
        case .SQLITE_CONSTRAINT:
            return (
                .refused, "refused the record (\(message))",
                "This is a mistake of the program that made the record; please report it."
            )
        default:
            return (
                .failed, "SQLite reports: \(message)",
                "Run 'casus doctor' on the ledger."
            )
        }
    }
}
