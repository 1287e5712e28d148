import Foundation

/// JSON lines: an article a row.
extension DocumentFinder {
    func rows(_ bytes: [UInt8], _ place: String) -> [Found] {
        var found: [Found] = []
        var number = 0
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            number += 1
            let row = line.drop { $0 <= 32 }
            if row.isEmpty || (number == 1 && row.elementsEqual([0xEF, 0xBB, 0xBF])) { continue }
            found.append(Self.document(inRow: Data(row), number, place))
        }
        if found.isEmpty {
            found.append(
                .failure(
                    ReadingError(
                        .noText,
                        at: place,
                        "holds no rows",
                        cure: "Write one JSON object with 'id' and 'text' or 'html' a line."
                    )
                )
            )
        }
        return found
    }

    private struct Row: Decodable {
        let id: Identifier
        let lang, published, title, outlet, url, text, html: String?

        /// Ids are strings, or numbers in other people's files.
        struct Identifier: Decodable {
            let name: String

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let number = try? container.decode(Int.self) {
                    name = String(number)
                } else {
                    name = try container.decode(String.self)
                }
            }
        }
    }

    private static func document(inRow data: Data, _ number: Int, _ file: String) -> Found {
        let place = "\(file):\(number)"
        guard data.count <= largestRow else {
            return .failure(
                ReadingError(
                    .tooLarge,
                    at: place,
                    "a row of \(data.count >> 20) MB",
                    cure: "One article has at most \(largestRow >> 20) MB."
                )
            )
        }
        let row: Row
        do {
            row = try JSONDecoder().decode(Row.self, from: data)
        } catch {
            return .failure(
                ReadingError(
                    .brokenRow,
                    at: place,
                    "no whole JSON object (\(Self.words(of: error)))",
                    cure:
                        "Each line needs an object with 'id' and 'text' or 'html'; check whether it was cut."
                )
            )
        }
        guard let text = row.text ?? row.html else {
            return .failure(
                ReadingError(
                    .noText,
                    at: place,
                    "the row has neither 'text' nor 'html'",
                    cure: "Give the article's words in one of them."
                )
            )
        }
        return .document(
            SourceDocument(
                name: row.id.name,
                place: place,
                text: text,
                content: row.text == nil ? .html : .plain,
                declared: .init(
                    language: row.lang,
                    published: row.published,
                    title: row.title,
                    outlet: row.outlet,
                    address: row.url
                )
            )
        )
    }

    private static func words(of error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "it lacks '\(key.stringValue)'"
        case DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            "'\(context.codingPath.last?.stringValue ?? "?")' has the wrong type"
        default: "broken or cut JSON"
        }
    }
}
