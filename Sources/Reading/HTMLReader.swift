import CGumbo
import Diplomacy
import Foundation
import Text

/// Reads a page into blocks: walks Gumbo's tree once, without recursion.
struct HTMLReader: Sendable {
    private let elements: [String: Block.Discard]
    private let words: [String: Block.Discard]

    /// Gumbo takes 0.7 s for 20,000 nested elements and quadratically more; pages nest a hundred.
    static let deepestNesting = 4_000

    init(_ folder: URL) throws {
        let table = try TableFile(folder.appending(path: "page-parts.tsv"), columns: 3)
        var elements: [String: Block.Discard] = [:]
        var words: [String: Block.Discard] = [:]
        for row in table.rows {
            guard let reason = Block.Discard(rawValue: row.cells[0]) else {
                throw table.error(
                    row,
                    "unknown reason '\(row.cells[0])'",
                    cure: "Use a reason of clutter.tsv."
                )
            }
            if row.cells[1] == "element" {
                elements[row.cells[2]] = reason
            } else {
                words[row.cells[2]] = reason
            }
        }
        self.elements = elements
        self.words = words
    }

    func page(_ source: [UInt8], place: String) throws -> HTMLPage {
        guard TagDepth.deepest(source) <= Self.deepestNesting else {
            throw ReadingError(
                .tooDeep,
                at: place,
                "elements are nested more than \(Self.deepestNesting) deep",
                cure: "The page is broken or hostile; save the article as plain text."
            )
        }
        return source.withUnsafeBytes { bytes in
            let arena = ParseArena()
            var options = kGumboDefaultOptions
            options.allocator = { user, size in
                user.map { Unmanaged<ParseArena>.fromOpaque($0).takeUnretainedValue() }?.allocate(
                    size
                )
            }
            options.deallocator = { _, _ in }
            options.userdata = Unmanaged.passUnretained(arena).toOpaque()
            options.max_errors = 0
            return withExtendedLifetime(arena) {
                guard let base = bytes.bindMemory(to: CChar.self).baseAddress,
                    let output = gumbo_parse_with_options(&options, base, bytes.count),
                    let root = output.pointee.root
                else { return HTMLPage() }
                var walker = PageWalker(source: bytes, elements: elements, words: words)
                walker.walk(root)
                return walker.finished()
            }
        }
    }
}
