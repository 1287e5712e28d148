import Foundation

/// What can be taken from a page as it is kept: its drawings, which are dressed as they are sent, and the names of all
/// its files; those of its tables are kept by themselves, see `KeptFile`.
struct KeptFiles: Codable {
    private struct Picture: Codable {
        let id, title, description, style, content: String
        let width, height: Double
        let hasLinks: Bool
        let legend: [String]

        init(_ drawing: Drawing) {
            (id, title, description) = (drawing.id, drawing.title, drawing.description)
            (style, content) = (drawing.style.markup, drawing.content.markup)
            (width, height, hasLinks) = (drawing.width, drawing.height, drawing.hasLinks)
            legend = drawing.legend
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
                hasLinks: hasLinks,
                legend: legend
            )
        }
    }

    private let names: [String]
    private let drawings: [Picture]

    /// Nil where the page has none.
    init?(_ page: Page) {
        let pictures = page.drawings
        guard !(page.tables.isEmpty && pictures.isEmpty) else { return nil }
        names = page.tables.flatMap(\.files) + pictures.map(\.fileName)
        drawings = pictures.map { Picture($0) }
    }

    init?(packed: Data) throws {
        guard let bytes = Gzip.unpacked(Array(packed)) else { return nil }
        self = try JSONDecoder().decode(KeptFiles.self, from: Data(bytes))
    }

    func packed() throws -> Data {
        Data(Gzip.packed(Array(try JSONEncoder().encode(self)), level: Gzip.quickLevel))
    }

    /// The drawing of this name as a file.
    ///
    /// Throws a `SiteProblem` that lists the files of the page where it is none of them.
    func drawing(_ name: String, _ styles: DrawingStyles, _ mark: FileMark) throws -> Reply {
        guard let file = drawings.lazy.compactMap({ $0.drawing.file(name, styles, mark) }).first
        else {
            throw Page.noFile(name, among: names)
        }
        return file
    }
}

/// The file of a table as it is sent: packed, behind a line of JSON that says what it is.
struct KeptFile {
    private struct Head: Codable {
        let type: String
        /// Under which a browser saves it.
        let name: String?
    }

    private let head: Head
    private let archive: [UInt8]

    init(_ file: Reply) {
        head = Head(type: file.type, name: file.fileName)
        archive = Gzip.packed(file.bytes, level: Gzip.quickLevel)
    }

    init?(packed: Data) throws {
        guard let end = packed.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        head = try JSONDecoder().decode(Head.self, from: packed[..<end])
        archive = Array(packed[(end + 1)...])
    }

    func packed() throws -> Data { try JSONEncoder().encode(head) + [UInt8(ascii: "\n")] + archive }

    /// Nil where it was packed otherwise.
    func reply(age: String?, _ coding: ContentCoding) -> Reply? {
        Reply(type: head.type, packed: archive, fileName: head.name, age: age, coding)
    }
}
