extension Table {
    /// As RFC 4180 has it: keys in the first line, fields in quotation marks where they need them.
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe before it: what an article
    /// says must not be computed.
    var csv: String {
        var text = columns.map { Self.field($0.key) }.joined(separator: ",") + "\r\n"
        for row in rows {
            for (place, cell) in row.enumerated() {
                if place > 0 { text += "," }
                text += Self.field(cell.value)
            }
            text += "\r\n"
        }
        return text
    }

    private static func field(_ value: Value) -> String {
        switch value {
        case .text(let text): field(isFormula(text) ? "'" + text : text)
        case .whole(let number): String(number)
        case .number(let number): decimal(number)
        case .none: ""
        }
    }

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return false }
        return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
    }

    private static func field(_ text: String) -> String {
        let needsMarks = text.utf8.contains { Self.marked.contains($0) }
        return needsMarks ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    /// A text with one of these needs quotation marks.
    private static let marked = Array(",\"\r\n".utf8)

    /// At most three digits after the point: more would be noise.
    private static func decimal(_ number: Double) -> String {
        let thousandths = (number * 1000).rounded() / 1000
        return thousandths == thousandths.rounded() && abs(thousandths) < 1e15
            ? String(Int(thousandths)) : String(thousandths)
    }

    /// One object a row, by the keys of the columns.
    var json: some Encodable { Objects(table: self) }

    /// Each is made as it is written: there may be tens of thousands.
    private struct Objects: Encodable {
        let table: Table

        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            let keys = table.columns.map(\.key)
            for row in table.rows {
                try container.encode(
                    Dictionary(zip(keys, row.map(\.value)), uniquingKeysWith: { first, _ in first })
                )
            }
        }
    }
}

extension Table {
    /// The names of its files, as they are asked for.
    var files: [String] { ["csv", "json"].map { "\(id).\($0)" } }

    /// The file of this name; nil where it is none of these.
    func file(_ name: String) throws -> Reply? {
        switch name {
        case "\(id).csv": .csv(csv, name: fileName("csv"))
        case "\(id).json": try .json(json, name: fileName("json"))
        default: nil
        }
    }
}

extension Table.Value: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .whole(let number): try container.encode(number)
        case .number(let number): try container.encode((number * 1000).rounded() / 1000)
        case .none: try container.encodeNil()
        }
    }
}
