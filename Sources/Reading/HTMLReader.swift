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
                    row, "unknown reason '\(row.cells[0])'", cure: "Use a reason of clutter.tsv.")
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
        guard Self.nesting(source) <= Self.deepestNesting else {
            throw ReadingError(
                .tooDeep, at: place,
                "elements are nested more than \(Self.deepestNesting) deep",
                cure: "The page is broken or hostile; save the article as plain text.")
        }
        return source.withUnsafeBytes { bytes in
            let arena = ParseArena()
            var options = kGumboDefaultOptions
            options.allocator = { user, size in
                user.map { Unmanaged<ParseArena>.fromOpaque($0).takeUnretainedValue() }?.allocate(size)
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

    /// How deep elements nest at most, by counting tags: an upper bound that needs no parser.
    private static func nesting(_ bytes: [UInt8]) -> Int {
        var (depth, deepest, place) = (0, 0, 0)
        while place + 1 < bytes.count {
            if bytes[place] == UInt8(ascii: "<") {
                let next = bytes[place + 1]
                if next == UInt8(ascii: "/") {
                    depth = max(0, depth - 1)
                } else if (next | 32) >= 97, (next | 32) <= 122, !isVoid(bytes, place + 1) {
                    depth += 1
                    deepest = max(deepest, depth)
                }
            }
            place += 1
        }
        return deepest
    }

    /// Elements without an end tag, and those whose end tag pages leave out.
    private static let unclosed: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "p", "li", "dt", "dd", "option", "tr", "td", "th",
    ]

    private static func isVoid(_ bytes: [UInt8], _ start: Int) -> Bool {
        let name = bytes[start...].prefix(8).prefix { ($0 | 32) >= 97 && ($0 | 32) <= 122 }
        return unclosed.contains(String(decoding: name, as: UTF8.self).lowercased())
    }
}
