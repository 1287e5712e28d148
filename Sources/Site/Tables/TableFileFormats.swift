extension Table {
    /// As RFC 4180 has it: keys in the first line, fields in quotation marks where they need them.
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe before it: what an article
    /// says must not be computed.
    var csv: String {
        let lines =
            [columns.map { Self.field($0.key) }]
            + rows.map { $0.map { Self.field($0.value) } }
        return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
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
        let needsMarks = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return needsMarks ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    /// At most three digits after the point: more would be noise.
    private static func decimal(_ number: Double) -> String {
        let thousandths = (number * 1000).rounded() / 1000
        return thousandths == thousandths.rounded() && abs(thousandths) < 1e15
            ? String(Int(thousandths)) : String(thousandths)
    }

    /// One object a row, by the keys of the columns.
    var json: [[String: Value]] {
        rows.map { row in
            Dictionary(
                zip(columns.map(\.key), row.map(\.value)),
                uniquingKeysWith: { first, _ in first }
            )
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
