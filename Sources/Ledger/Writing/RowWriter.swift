import Foundation
import GRDB
import GRDBSQLite

/// Writes rows with one compiled statement: each value is added in the order of the marks, then the row is written.
///
/// GRDB puts each value of each row into a box and a list first; for the two hundred rows of an article that cost
/// as much as a third of SQLite's own work. So these, and these alone, go to SQLite as they are. Valid as
/// long as the transaction in which it was made.
final class RowWriter {
    private let database: Database
    private let statement: GRDB.Statement
    private let places: Int32
    private var place: Int32 = 0
    private var worst = SQLITE_OK

    init(_ sql: String, _ database: Database) throws {
        self.database = database
        statement = try database.cachedStatement(sql: sql)
        places = sqlite3_bind_parameter_count(statement.sqliteStatement)
    }

    /// `start` is all before the names of the columns: "INSERT INTO voice".
    convenience init(_ start: String, columns: String, _ database: Database) throws {
        let marks = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
        try self.init("\(start) (\(columns)) VALUES (\(marks))", database)
    }

    func add(_ value: Int) { bind { sqlite3_bind_int64($0, $1, Int64(value)) } }
    func add(_ value: Int64) { bind { sqlite3_bind_int64($0, $1, value) } }
    func add(_ value: Bool) { bind { sqlite3_bind_int($0, $1, value ? 1 : 0) } }
    func add(_ value: Double) { bind { sqlite3_bind_double($0, $1, value) } }

    func add(_ value: Int?) {
        if let value { add(value) } else { addNull() }
    }

    func add(_ value: String?) {
        if let value { add(value[...]) } else { addNull() }
    }

    func add(_ value: Substring) {
        var value = value
        value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { letters in
                bind {
                    // An empty text may have no address, which SQLite takes for NULL.
                    letters.isEmpty
                        ? sqlite3_bind_text($0, $1, "", 0, Self.copied)
                        : sqlite3_bind_text(
                            $0,
                            $1,
                            letters.baseAddress,
                            Int32(letters.count),
                            Self.copied
                        )
                }
            }
        }
    }

    func add(_ value: Data) {
        value.withUnsafeBytes { bytes in
            bind {
                bytes.isEmpty
                    ? sqlite3_bind_zeroblob($0, $1, 0)
                    : sqlite3_bind_blob($0, $1, bytes.baseAddress, Int32(bytes.count), Self.copied)
            }
        }
    }

    /// Writes the row of the values that were added since the last one.
    func write() throws {
        precondition(place == places, "as many values as marks")
        let code = worst == SQLITE_OK ? sqlite3_step(statement.sqliteStatement) : worst
        // As GRDB words it, before the reset forgets.
        let message = code == SQLITE_DONE ? nil : database.lastErrorMessage
        sqlite3_reset(statement.sqliteStatement)
        (place, worst) = (0, SQLITE_OK)
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: message,
                sql: statement.sql
            )
        }
    }

    private func addNull() { bind { sqlite3_bind_null($0, $1) } }

    private func bind(_ put: (OpaquePointer, Int32) -> Int32) {
        place += 1
        let code = put(statement.sqliteStatement, place)
        if code != SQLITE_OK { worst = code }
    }

    /// SQLite's word for "make a copy": the value may be gone when the row is written.
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
