import CGumbo
import Diplomacy

/// A web page taken apart: its words with the way back into the source, its blocks, its fields.
///
/// Gumbo parses as browsers do and keeps the place of every run of text, so an offset into the
/// extracted words leads to the exact byte of the page. Its tree lives in one arena that is freed
/// at once: Gumbo's own destructor recurses and would overflow on deep nesting.
struct HTMLPage {
    var text: [UInt8] = []
    var blocks: [RawBlock] = []
    var segments: [SourceMap.Segment] = []
    var fields: [(name: String, value: String)] = []
    var title: String?
    /// Words of a link-heavy block are navigation beyond this share.
    static let linkShare = 0.6

    /// Fields that date a page, by their name in `<meta>`.
    static let dating: Set<String> = [
        "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
        "publish-date", "pubdate", "parsely-pub-date",
    ]

    func field(_ names: String...) -> String? {
        names.lazy.compactMap { name in fields.first { $0.name == name }?.value }.first {
            !$0.isEmpty
        }
    }
}

/// Memory for one parse, freed together.
final class ParseArena {
    private var chunks: [UnsafeMutableRawPointer] = []
    private var free = 0
    private var next: UnsafeMutableRawPointer?

    func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
        let rounded = (size + 15) & ~15
        if rounded > free || next == nil {
            let chunk = max(rounded, 1 << 18)
            let memory = UnsafeMutableRawPointer.allocate(byteCount: chunk, alignment: 16)
            chunks.append(memory)
            next = memory
            free = chunk
        }
        defer {
            next = next?.advanced(by: rounded)
            free -= rounded
        }
        return next
    }

    deinit {
        for chunk in chunks { chunk.deallocate() }
    }
}
