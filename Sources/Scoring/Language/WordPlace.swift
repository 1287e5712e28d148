package import Language

/// Where a word stands in the text, and how it reads: what words are aligned by.
package struct WordPlace: Hashable, Sendable {
    /// In bytes, of its token.
    package let range: Range<Int>
    /// In small letters.
    package let form: String
    package let isMultiword: Bool

    package init(range: Range<Int>, form: String, isMultiword: Bool) {
        self.range = range
        self.form = form.lowercased()
        self.isMultiword = isMultiword
    }

    package static func places(of sentences: [SegmentedSentence]) -> [WordPlace] {
        sentences.flatMap { sentence in
            sentence.forms.indices.map { word in
                WordPlace(
                    range: sentence.tokens[word],
                    form: sentence.forms[word],
                    isMultiword: sentence.multiwords.contains { $0.words.contains(word) }
                )
            }
        }
    }
}

/// Which word of one reading of a text is which of another.
package struct WordAlignment: Sendable {
    /// Rising in both.
    package private(set) var pairs: [(gold: Int, found: Int)] = []

    package init(_ gold: [WordPlace], _ found: [WordPlace]) {
        var (left, right) = (0, 0)
        while left < gold.count, right < found.count {
            if gold[left].isMultiword || found[right].isMultiword {
                let stretch = Self.stretch(gold, found, left, right)
                pairs += Self.commonWords(gold, found, stretch.gold, stretch.found)
                (left, right) = (stretch.gold.upperBound, stretch.found.upperBound)
            } else if gold[left].range == found[right].range {
                pairs.append((left, right))
                left += 1
                right += 1
            } else if gold[left].range.lowerBound <= found[right].range.lowerBound {
                left += 1
            } else {
                right += 1
            }
        }
    }

    /// The words around a multiword token that must be looked at together: the shortest stretch that
    /// no multiword token of either side crosses.
    private static func stretch(
        _ gold: [WordPlace],
        _ found: [WordPlace],
        _ left: Int,
        _ right: Int
    ) -> (gold: Range<Int>, found: Range<Int>) {
        var (left, right) = (left, right)
        var end: Int
        if gold[left].isMultiword {
            end = gold[left].range.upperBound
            let isBefore = found[right].range.lowerBound < gold[left].range.lowerBound
            if !found[right].isMultiword, isBefore { right += 1 }
        } else {
            end = found[right].range.upperBound
            let isBefore = gold[left].range.lowerBound < found[right].range.lowerBound
            if !gold[left].isMultiword, isBefore { left += 1 }
        }
        let (goldStart, foundStart) = (left, right)
        while !isBeyond(gold, left, end) || !isBeyond(found, right, end) {
            let takesGold =
                left < gold.count
                && (right >= found.count
                    || gold[left].range.lowerBound <= found[right].range.lowerBound)
            let word = takesGold ? gold[left] : found[right]
            if word.isMultiword { end = max(end, word.range.upperBound) }
            if takesGold { left += 1 } else { right += 1 }
        }
        return (goldStart..<left, foundStart..<right)
    }

    private static func isBeyond(_ words: [WordPlace], _ place: Int, _ end: Int) -> Bool {
        guard place < words.count else { return true }
        return words[place].isMultiword
            ? words[place].range.lowerBound >= end
            : words[place].range.upperBound > end
    }

    /// The longest common subsequence of forms, as pairs of places.
    private static func commonWords(
        _ gold: [WordPlace],
        _ found: [WordPlace],
        _ left: Range<Int>,
        _ right: Range<Int>
    ) -> [(gold: Int, found: Int)] {
        // Of each pair of places: the length from there to the end; a last row and column of zeros.
        var lengths = [[Int]](
            repeating: [Int](repeating: 0, count: right.count + 1),
            count: left.count + 1
        )
        for i in (0..<left.count).reversed() {
            for j in (0..<right.count).reversed() {
                let agrees = gold[left.lowerBound + i].form == found[right.lowerBound + j].form
                lengths[i][j] =
                    agrees
                    ? 1 + lengths[i + 1][j + 1] : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var pairs: [(gold: Int, found: Int)] = []
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if gold[left.lowerBound + i].form == found[right.lowerBound + j].form {
                pairs.append((left.lowerBound + i, right.lowerBound + j))
                i += 1
                j += 1
            } else if lengths[i][j] == lengths[i + 1][j] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }
}
