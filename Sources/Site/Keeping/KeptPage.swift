import Assessment
import Foundation

/// A page as it is kept: what differs from others, without the files that can be taken from it.
///
/// Those are made when they are asked for. What it says in front is a line of JSON, the markup stands behind it as it
/// is: a megabyte of it is read in a millisecond.
struct KeptPage {
    private struct Head: Codable {
        let title: String
        let section: String?
        let isWide: Bool
    }

    private let head: Head
    private let body: HTML

    init(_ page: Page) {
        head = Head(title: page.title, section: page.section?.rawValue, isWide: page.isWide)
        body = page.body
    }

    init?(packed: Data) throws {
        guard let bytes = Gzip.unpacked(Array(packed)),
            let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        head = try JSONDecoder().decode(Head.self, from: Data(bytes[..<end]))
        body = HTML(kept: String(decoding: bytes[(end + 1)...], as: UTF8.self))
    }

    func packed() throws -> Data {
        let bytes = Array(try JSONEncoder().encode(head)) + [UInt8(ascii: "\n")]
        return Data(
            Gzip.packed(bytes + Array(body.markup.utf8), level: Gzip.quickLevel)
        )
    }

    /// The page as an answer to `question`, with a line in front that says how old it is, if there is one.
    func page(_ question: Question, note: HTML) -> Page {
        Page(
            head.title,
            in: head.section.flatMap(Page.Section.init),
            question: question,
            body: note + body,
            isWide: head.isWide
        )
    }
}
