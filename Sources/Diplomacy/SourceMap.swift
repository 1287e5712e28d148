/// Leads from a position in `Article.text` back to the file it was read from.
///
/// A plain text has one segment; a page has one for each run of words between two tags or
/// entities. Segments are sorted and cover the whole text.
package struct SourceMap: Hashable, Sendable, Codable {
    package struct Segment: Hashable, Sendable, Codable {
        /// Where the segment begins in `Article.text`, in UTF-8 bytes.
        package let start: Int
        /// Where it begins in the decoded file.
        package let sourceByte: Int
        package let sourceScalar: Int
        /// Whether the file has the same bytes here.
        ///
        /// An entity or a collapsed space has not: all its positions lead to its beginning.
        package let isVerbatim: Bool

        package init(start: Int, sourceByte: Int, sourceScalar: Int, isVerbatim: Bool) {
            self.start = start
            self.sourceByte = sourceByte
            self.sourceScalar = sourceScalar
            self.isVerbatim = isVerbatim
        }
    }

    /// A place in the decoded file, counted from 0, in both units.
    package struct Place: Hashable, Sendable, Codable {
        package let byte: Int
        package let scalar: Int
    }

    package let segments: [Segment]

    package init(segments: [Segment]) {
        precondition(segments.first?.start == 0, "a source map covers its text from the first byte")
        self.segments = segments
    }

    /// The map of a text that stands in its file just so.
    package static let identity = SourceMap(
        segments: [Segment(start: 0, sourceByte: 0, sourceScalar: 0, isVerbatim: true)]
    )

    /// Where byte `offset` of `text` stands in the file.
    ///
    /// Linear in the length of one segment.
    package func place(ofByte offset: Int, in text: String) -> Place {
        place(ofByte: offset, within: segment(ofByte: offset), in: text)
    }

    /// Where a range that ends before byte `offset` ends in the file: right behind its last word,
    /// before the tag that may follow.
    package func end(ofByte offset: Int, in text: String) -> Place {
        let last = segment(ofByte: max(0, offset - 1))
        return last.isVerbatim
            ? place(ofByte: offset, within: last, in: text) : place(ofByte: offset, in: text)
    }

    /// The last segment that begins at or before `offset`.
    private func segment(ofByte offset: Int) -> Segment {
        var (low, high) = (0, segments.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].start <= offset { low = middle } else { high = middle }
        }
        return segments[low]
    }

    private func place(ofByte offset: Int, within segment: Segment, in text: String) -> Place {
        guard segment.isVerbatim else {
            return Place(byte: segment.sourceByte, scalar: segment.sourceScalar)
        }
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: segment.start)
        // A scalar begins at every byte that is not a continuation byte.
        let scalars = bytes[start...].prefix(offset - segment.start)
            .reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return Place(
            byte: segment.sourceByte + offset - segment.start,
            scalar: segment.sourceScalar + scalars
        )
    }
}
