import Assessment
import Foundation

/// A page as it is kept: what differs from others, without the files that can be taken from it.
///
/// What it says of itself in front is a line of JSON. The markup stands behind it as it is sent: who takes it packed
/// gets it with what frames it, and nobody unpacks it.
struct KeptPage {
    private struct Head: Codable {
        let title: String
        let section: String?
        let isWide: Bool
        /// See `Page.hash`.
        let hash: String
        /// See `PackedPiece`.
        let count: Int
        let checksum: UInt32
    }

    private let head: Head
    let body: PackedPiece
    var hash: String { head.hash }

    init(_ page: Page) {
        body = PackedPiece(Array(page.body.markup.utf8), level: Gzip.quickLevel)
        head = Head(
            title: page.frame.title,
            section: page.frame.section?.rawValue,
            isWide: page.frame.isWide,
            hash: page.hash,
            count: body.count,
            checksum: body.checksum
        )
    }

    init?(packed: Data) throws {
        guard let end = packed.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        head = try JSONDecoder().decode(Head.self, from: packed[..<end])
        body = PackedPiece(
            blocks: Array(packed[(end + 1)...]),
            count: head.count,
            checksum: head.checksum
        )
    }

    func packed() throws -> Data {
        try JSONEncoder().encode(head) + [UInt8(ascii: "\n")] + body.blocks
    }

    /// What stands around the markup in an answer to `question`, with a line in front that says how old it is, if there
    /// is one.
    func frame(_ question: Question, note: HTML) -> PageFrame {
        PageFrame(
            title: head.title,
            section: head.section.flatMap(Page.Section.init),
            question: question,
            isWide: head.isWide,
            note: note
        )
    }
}
