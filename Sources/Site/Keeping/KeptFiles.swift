import Foundation

/// What can be taken from a page as it is kept: the rows of its tables, and its drawings.
struct KeptFiles: Codable {
    private struct Rows: Codable {
        let id: String
        let keys: [String]
        let count: Int
        let rows: [[Table.Value]]

        init(_ table: Table) {
            id = table.id
            keys = table.columns.map(\.key)
            count = table.count
            rows = table.rows.map { $0.map(\.value) }
        }

        var table: Table {
            Table(
                id,
                caption: .empty,
                columns: keys.map { .init($0, .empty) },
                of: rows,
                count: count,
                row: { row in row.map { Table.Cell(.empty, $0) } }
            )
        }
    }

    private struct Picture: Codable {
        let id, title, description, style, content: String
        let width, height: Double
        let hasLinks: Bool

        init(_ drawing: Drawing) {
            (id, title, description) = (drawing.id, drawing.title, drawing.description)
            (style, content) = (drawing.style.markup, drawing.content.markup)
            (width, height, hasLinks) = (drawing.width, drawing.height, drawing.hasLinks)
        }

        var drawing: Drawing {
            Drawing(
                id: id,
                title: title,
                description: description,
                width: width,
                height: height,
                style: HTML(kept: style),
                content: HTML(kept: content),
                hasLinks: hasLinks
            )
        }
    }

    private let tables: [Rows]
    private let drawings: [Picture]

    /// Nil where the page has none.
    init?(_ page: Page) {
        guard !(page.tables.isEmpty && page.drawings.isEmpty) else { return nil }
        tables = page.tables.map { Rows($0) }
        drawings = page.drawings.map { Picture($0) }
    }

    init?(packed: Data) throws {
        guard let bytes = Gzip.unpacked(Array(packed)) else { return nil }
        self = try JSONDecoder().decode(KeptFiles.self, from: Data(bytes))
    }

    func packed() throws -> Data {
        Data(Gzip.packed(Array(try JSONEncoder().encode(self)), level: Gzip.quickLevel))
    }

    /// A page with nothing but these.
    func page(_ question: Question) -> Page {
        Page(
            "",
            question: question,
            body: .empty,
            tables: tables.map(\.table),
            drawings: drawings.map(\.drawing)
        )
    }
}

extension Table.Value: Decodable {
    /// A whole number stands in a file as the same digits, whichever of the two it was.
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .none
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Int.self) {
            self = .whole(number)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }
}
