package import Foundation

/// A table of comma separated values after RFC 4180, with the names of its columns in the first line.
package struct SeparatedValues: Sendable {
    package struct Row: Sendable {
        /// The line on which it begins, from 1.
        package let line: Int
        package let cells: [String]
    }

    /// In small letters, without spaces around them.
    package let columns: [String]
    package let rows: [Row]

    /// Reads bytes of UTF-8 with any line ends and an optional byte order mark; quotation marks that nothing
    /// closes reach to the end.
    package init(_ bytes: Data) {
        var records: [Row] = []
        var (cells, cell): ([String], [UInt8]) = ([], [])
        var (line, start, isQuoted, wasQuoted) = (1, 1, false, false)
        func text() -> String { String(decoding: cell, as: UTF8.self) }
        func endRecord() {
            if !cells.isEmpty || !cell.isEmpty || wasQuoted {
                records.append(Row(line: start, cells: cells + [text()]))
            }
            (cells, cell, wasQuoted) = ([], [], false)
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes
        for byte in content {
            switch byte {
            case UInt8(ascii: "\"") where isQuoted: isQuoted = false
            case UInt8(ascii: "\"") where wasQuoted:
                // A second mark right behind the first is one of the text.
                cell.append(byte)
                isQuoted = true
            case UInt8(ascii: "\"") where cell.isEmpty: (isQuoted, wasQuoted) = (true, true)
            case UInt8(ascii: ",") where !isQuoted:
                cells.append(text())
                (cell, wasQuoted) = ([], false)
            case UInt8(ascii: "\n") where !isQuoted:
                endRecord()
                line += 1
                start = line
            case UInt8(ascii: "\r") where !isQuoted: break
            default:
                if byte == UInt8(ascii: "\n") { line += 1 }
                cell.append(byte)
            }
        }
        endRecord()
        columns = (records.first?.cells ?? []).map {
            $0.trimmingCharacters(in: .whitespaces).lowercased()
        }
        rows = Array(records.dropFirst())
    }

    /// The cell of a row in the column of this name, without spaces around it; nil where there is none.
    package func cell(_ name: String, in row: Row) -> String? {
        guard let place = columns.firstIndex(of: name), place < row.cells.count else { return nil }
        return row.cells[place].trimmingCharacters(in: .whitespaces)
    }
}
