import Diplomacy
import Language

extension LanguageReader.Passage {
    /// A quote holds five to twenty-five words (codebook, section 1).
    private static let longestQuote = 25
    private static let shortestQuote = 5

    /// The stretch that the quote must hold with the clause of its anchor, from one mark of the sentence to
    /// another: filled up to five words, and cut at twenty-five around the cue.
    func quote(holding span: Range<Int>, cue: Range<Int>, anchor: Int) -> ByteRange {
        var words = span
        // *Support from A, however, remained faint*: who reads the noun needs what is said of it.
        let head = read.tree.head(of: cue)
        if read.tree.universals[head] == "nsubj", let predicate = read.tree.heads[head] {
            words = widened(words, to: predicate..<predicate + 1)
        }
        // The whole clause reads better and holds its negation, where it is short enough; from the middle of a
        // phrase nobody reads.
        if let clause = clauses.first(where: { $0.tokens.contains(anchor) })?.tokens {
            words = widened(words, to: wholePhrases(of: clause, around: words))
        }
        words = widened(words, to: phrase(around: words))
        if words.count > Self.longestQuote {
            let lower = max(words.lowerBound, cue.lowerBound - Self.longestQuote / 2)
            words = lower..<min(words.upperBound, lower + Self.longestQuote)
        }
        return read.bytes(paired(trimmed(filled(trimmed(words)))))
    }

    /// With the beginning of `other`, and with its end, where that is not too long.
    private func widened(_ words: Range<Int>, to other: Range<Int>) -> Range<Int> {
        var (lower, upper) = (words.lowerBound, words.upperBound)
        let (start, end) = (min(lower, other.lowerBound), max(upper, other.upperBound))
        if upper - start <= Self.longestQuote { lower = start }
        if end - lower <= Self.longestQuote { upper = end }
        return lower..<upper
    }

    /// From the last mark before `words` to the first after it.
    private func phrase(around words: Range<Int>) -> Range<Int> {
        let lower = (0...words.lowerBound).last(where: mayBegin) ?? 0
        let upper = (words.upperBound...read.tokens.count).first(where: mayEnd)
        return lower..<(upper ?? read.tokens.count)
    }

    /// `clause` without what it cuts off at its ends, and with `words`.
    private func wholePhrases(of clause: Range<Int>, around words: Range<Int>) -> Range<Int> {
        let lower = (0...words.lowerBound).first { $0 >= clause.lowerBound && mayBegin($0) }
        let upper = (words.upperBound...read.tokens.count).last {
            $0 <= clause.upperBound && mayEnd($0)
        }
        return (lower ?? words.lowerBound)..<(upper ?? words.upperBound)
    }

    private func mayBegin(_ token: Int) -> Bool { token == 0 || isBorder(token - 1) }

    private func mayEnd(_ token: Int) -> Bool { token == read.tokens.count || isBorder(token) }

    /// A mark that divides a sentence; a hyphen within a word does not.
    private func isBorder(_ token: Int) -> Bool {
        switch read.tokens[token].kind {
        case .word, .number, .mark, .quote: false
        case .dash: !read.tokens[token].isGlued
        case .comma, .stop, .bracket: true
        }
    }

    /// With the phrase before, or after, until it holds five words.
    private func filled(_ words: Range<Int>) -> Range<Int> {
        var words = words
        while words.count(where: isSpoken) < Self.shortestQuote, words != read.tokens.indices {
            let wider =
                words.lowerBound > 0
                ? phrase(around: words.lowerBound - 1..<words.upperBound)
                : phrase(around: 0..<words.upperBound + 1)
            // Where that is too long, word by word.
            let last = words.upperBound < read.tokens.count
            words =
                wider.count <= Self.longestQuote
                ? wider
                : last
                    ? words.lowerBound..<words.upperBound + 1
                    : words.lowerBound - 1..<words.upperBound
        }
        return words
    }

    /// Without marks at the border, which say nothing.
    private func trimmed(_ words: Range<Int>) -> Range<Int> {
        var (lower, upper) = (words.lowerBound, words.upperBound)
        while upper - 1 > lower, !isSpoken(upper - 1) { upper -= 1 }
        while lower + 1 < upper, !isSpoken(lower) { lower += 1 }
        return lower..<upper
    }

    private func isSpoken(_ token: Int) -> Bool {
        read.tokens[token].kind == .word || read.tokens[token].kind == .number
    }

    /// With the quotation mark beside it whose other half it holds.
    private func paired(_ words: Range<Int>) -> Range<Int> {
        guard words.count(where: isQuotationMark) % 2 == 1 else { return words }
        // *“….”*: the stop may stand before the mark.
        let next = (words.upperBound..<min(words.upperBound + 2, read.tokens.count))
            .first { !isSpoken($0) && isQuotationMark($0) }
        if let next { return words.lowerBound..<next + 1 }
        if words.lowerBound > 0, isQuotationMark(words.lowerBound - 1) {
            return words.lowerBound - 1..<words.upperBound
        }
        return words
    }

    private func isQuotationMark(_ token: Int) -> Bool { read.tokens[token].kind == .quote }
}
