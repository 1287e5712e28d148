import CGumbo
import Diplomacy

/// Collects the words of a parsed page in the order of reading.
struct PageWalker {
    private let source: UnsafeRawBufferPointer
    let elements: [String: Block.Discard]
    let words: [String: Block.Discard]
    private var page = HTMLPage()
    private var scalars = ScalarCounter()

    // The block being filled.
    private var start = 0
    private var role: Block.Role?
    private var linkBytes = 0
    private var pendingSpace: Int?
    /// Where the words that were taken last end in the source.
    private var sourceEnd = 0

    private struct Step {
        let node: UnsafeMutablePointer<GumboNode>
        let isEnd: Bool
        let discard: Block.Discard?
        let inLink: Bool
        /// At the end of an element: the reason of the element around it.
        var outer: Block.Discard?
    }

    init(
        source: UnsafeRawBufferPointer,
        elements: [String: Block.Discard],
        words: [String: Block.Discard]
    ) {
        self.source = source
        self.elements = elements
        self.words = words
    }

    private var discard: Block.Discard?

    mutating func walk(_ root: UnsafeMutablePointer<GumboNode>) {
        var stack = [Step(node: root, isEnd: false, discard: nil, inLink: false)]
        while let step = stack.popLast() {
            let node = step.node
            switch node.pointee.type {
            case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA:
                append(node.pointee.v.text, inLink: step.inLink)
            case GUMBO_NODE_WHITESPACE:
                space(at: Int(node.pointee.v.text.start_pos.offset))
            case GUMBO_NODE_ELEMENT:
                let name = Self.name(of: node)
                if step.isEnd {
                    if Self.isBlock(name) { close(discard: step.discard) }
                    discard = step.outer
                    continue
                }
                if Self.silent.contains(name) {
                    noteTitle(node, name)
                    continue
                }
                noteField(node, name, inside: step.discard)
                if Self.isBlock(name) {
                    close(discard: discard)
                    role = Self.role(of: name)
                }
                let inner = step.discard ?? partDiscard(node, name)
                discard = inner
                stack.append(
                    Step(
                        node: node,
                        isEnd: true,
                        discard: inner,
                        inLink: false,
                        outer: step.discard
                    )
                )
                let children = node.pointee.v.element.children
                for place in (0..<Int(children.length)).reversed() {
                    guard let child = children.data[place] else { continue }
                    stack.append(
                        Step(
                            node: child.assumingMemoryBound(to: GumboNode.self),
                            isEnd: false,
                            discard: inner,
                            inLink: step.inLink || name == "a"
                        )
                    )
                }
            default: continue
            }
        }
        close(discard: nil)
    }

    func finished() -> HTMLPage { page }

    // MARK: Words

    private mutating func append(_ node: GumboText, inLink: Bool) {
        guard let pointer = node.original_text.data, let base = source.baseAddress else { return }
        let start = UnsafeRawPointer(pointer) - base
        let end = min(source.count, start + Int(node.original_text.length))
        guard start >= 0, start < end else { return }
        let before = page.text.count
        var place = start
        while place < end {
            let byte = source[place]
            if byte <= 32 {
                space(at: place)
                place += 1
            } else if byte == UInt8(ascii: "&"), let entity = Entity(source, at: place, before: end)
            {
                put(entity.text, from: place, verbatim: false)
                place += entity.length
                sourceEnd = place
            } else {
                let run =
                    (place..<end).first { source[$0] <= 32 || (source[$0] == 38 && $0 > place) }
                    ?? end
                put(source[place..<run], from: place, verbatim: true)
                place = run
                sourceEnd = place
            }
        }
        if inLink { linkBytes += page.text.count - before }
    }

    private mutating func space(at place: Int) {
        if page.text.count > start, pendingSpace == nil { pendingSpace = place }
    }

    private mutating func put(_ bytes: some Collection<UInt8>, from place: Int, verbatim: Bool) {
        if let space = pendingSpace {
            segment(at: space, verbatim: false)
            page.text.append(32)
            pendingSpace = nil
        }
        segment(at: place, verbatim: verbatim)
        page.text.append(contentsOf: bytes)
    }

    private mutating func segment(at place: Int, verbatim: Bool) {
        let last = page.segments.last
        // A run that goes on where the last one stopped needs no new segment.
        if verbatim, let last, last.isVerbatim,
            place - last.sourceByte == page.text.count - last.start
        {
            return
        }
        page.segments.append(
            SourceMap.Segment(
                start: page.text.count,
                sourceByte: place,
                sourceScalar: scalars.count(to: place, in: source),
                isVerbatim: verbatim
            )
        )
    }

    private mutating func close(discard: Block.Discard?) {
        pendingSpace = nil
        defer {
            start = page.text.count
            linkBytes = 0
            role = nil
        }
        guard page.text.count > start else { return }
        let range = start..<page.text.count
        let isMenu = Double(linkBytes) > HTMLPage.linkShare * Double(range.count) && role != .title
        page.blocks.append(
            RawBlock(
                range: range,
                text: page.text,
                role: role == .paragraph ? nil : role,
                discard: discard ?? (isMenu && range.count < 200 ? .navigation : nil)
            )
        )
        // A line break between blocks, which stands for no place of its own.
        page.segments.append(
            SourceMap.Segment(
                start: page.text.count,
                sourceByte: sourceEnd,
                sourceScalar: scalars.count(to: sourceEnd, in: source),
                isVerbatim: false
            )
        )
        page.text.append(10)
    }

    // MARK: What the page says of itself

    private mutating func noteTitle(_ node: UnsafeMutablePointer<GumboNode>, _ name: String) {
        guard name == "title", page.title == nil else { return }
        let children = node.pointee.v.element.children
        for place in 0..<Int(children.length) {
            guard let child = children.data[place]?.assumingMemoryBound(to: GumboNode.self),
                child.pointee.type == GUMBO_NODE_TEXT, let text = child.pointee.v.text.text
            else { continue }
            page.title = String(cString: text)
        }
    }

    /// `discard`: the reason of the part that the element stands in; a teaser's `<time>` dates the
    /// teaser.
    private mutating func noteField(
        _ node: UnsafeMutablePointer<GumboNode>,
        _ name: String,
        inside discard: Block.Discard?
    ) {
        if name == "meta",
            let key = Self.attribute(node, "property") ?? Self.attribute(node, "name")
                ?? Self.attribute(node, "itemprop"),
            let value = Self.attribute(node, "content")
        {
            page.fields.append((key.lowercased(), value))
        } else if name == "time", discard == nil || discard == .byline,
            let value = Self.attribute(node, "datetime"),
            Self.attribute(node, "pubdate") != nil || isInArticle(node)
        {
            page.fields.append(("time", value))
        } else if name == "html", let value = Self.attribute(node, "lang") {
            page.fields.append(("lang", value))
        } else if name == "link", Self.attribute(node, "rel") == "canonical",
            let value = Self.attribute(node, "href")
        {
            page.fields.append(("canonical", value))
        }
    }
}
