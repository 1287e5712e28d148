import Foundation
import Hummingbird

/// A form with files, as browsers send it (RFC 7578): the fields, and each file with its name.
struct MultipartForm {
    let fields: Query
    let files: [InboxFile]

    /// `type` is the header `Content-Type`; throws a `SiteProblem` where the body is no such form.
    init(_ body: [UInt8], type: String?) throws {
        guard let boundary = Self.boundary(type), !boundary.isEmpty else { throw Self.broken }
        let parts = try Self.parts(body, between: Array("--\(boundary)".utf8))
        var fields: [(name: String, value: String)] = []
        var files: [InboxFile] = []
        for part in parts {
            guard let (head, content) = Self.opened(part), let name = Self.value("name", in: head)
            else { throw Self.broken }
            if let file = Self.value("filename", in: head) {
                // A field for files in which none was chosen comes as a file without a name.
                if file.isEmpty && content.isEmpty { continue }
                files.append(InboxFile(name: Self.plain(file), bytes: Array(content)))
            } else {
                fields.append((name, String(decoding: content, as: UTF8.self)))
            }
        }
        self.fields = try Query(fields)
        self.files = files
    }

    static let broken = SiteProblem(
        .badQuestion,
        "The form with the files came in pieces that do not fit.",
        cure: "Send it as multipart/form-data, as the page of the inbox does."
    )

    private static func boundary(_ type: String?) -> String? {
        guard let type, type.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let parameters = type.split(separator: ";").dropFirst()
        let own = parameters.map { $0.drop { $0 == " " } }
            .first { $0.lowercased().hasPrefix("boundary=") }
        return own.map { String($0.dropFirst("boundary=".count).filter { $0 != "\"" }) }
    }

    /// What stands between two boundaries, each at the beginning of a line; the last ends in `--`.
    private static func parts(
        _ body: [UInt8],
        between boundary: [UInt8]
    ) throws -> [ArraySlice<UInt8>] {
        guard body.starts(with: boundary) else { throw broken }
        let border = [13, 10] + boundary
        var parts: [ArraySlice<UInt8>] = []
        var start = boundary.count
        while !body[start...].starts(with: [45, 45]) {
            guard body[start...].starts(with: [13, 10]),
                let end = end(of: border, in: body, from: start)
            else { throw broken }
            parts.append(body[(start + 2)..<end])
            start = end + border.count
        }
        return parts
    }

    /// Where the part that begins at `start` ends: at a whole boundary, which the end of a line or `--` follows.
    private static func end(of border: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        var place = start
        while let found = find(border, in: body, from: place) {
            let next = body[(found + border.count)...]
            if next.starts(with: [13, 10]) || next.starts(with: [45, 45]) { return found }
            place = found + border.count
        }
        return nil
    }

    private static func find(_ words: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        var place = start
        while place + words.count <= body.count {
            if body[place] == words[0], body[place...].starts(with: words) { return place }
            place += 1
        }
        return nil
    }

    /// A part as its head and its content, which an empty line parts.
    private static func opened(_ part: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        let bytes = Array(part)
        guard let gap = find([13, 10, 13, 10], in: bytes, from: 0) else { return nil }
        return (String(decoding: bytes[..<gap], as: UTF8.self), bytes[(gap + 4)...])
    }

    /// A value of the line `Content-Disposition`: browsers write a quotation mark in it as `%22`.
    private static func value(_ name: String, in head: String) -> String? {
        let line = head.split(separator: "\r\n").first {
            $0.lowercased().hasPrefix("content-disposition:")
        }
        guard let line, let mark = line.range(of: "; \(name)=\"") else { return nil }
        let rest = line[mark.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        return PercentDecoding.text(rest[..<end].utf8)
    }

    /// The name without folders and control characters, at most as long as a value of a query.
    private static func plain(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "file"
        let scalars = last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }
        let kept = String(String.UnicodeScalarView(scalars.prefix(Question.longestValue)))
        return kept.isEmpty ? "file" : kept
    }
}
