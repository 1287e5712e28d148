import Diplomacy
import Language

extension LanguageReader.Passage {
    /// A quote holds five to twenty-five words (codebook, section 1).
    private static let longestQuote = 25
    private static let shortestQuote = 5

    /// The clause of the anchor and the stretch that the quote must hold, filled up to five words and
    /// cut at twenty-five around the cue.
    func quote(holding span: Range<Int>, cue: Range<Int>, anchor: Int) -> ByteRange {
        var (lower, upper) = (span.lowerBound, span.upperBound)
        let count = read.tokens.count
        // The whole clause reads better and holds its negation, where it is short enough.
        if let clause = clauses.first(where: { $0.tokens.contains(anchor) })?.tokens {
            let (start, end) = (min(lower, clause.lowerBound), max(upper, clause.upperBound))
            if upper - start <= Self.longestQuote { lower = start }
            if end - lower <= Self.longestQuote { upper = end }
        }
        if upper - lower > Self.longestQuote {
            lower = max(lower, cue.lowerBound - Self.longestQuote / 2)
            upper = min(upper, lower + Self.longestQuote)
        }
        while upper - lower < Self.shortestQuote, upper < count || lower > 0 {
            if upper < count { upper += 1 } else { lower -= 1 }
        }
        // Marks at the border say nothing.
        while upper - 1 > lower, read.tokens[upper - 1].kind != .word,
            read.tokens[upper - 1].kind != .number
        {
            upper -= 1
        }
        while lower + 1 < upper, !read.tokens[lower].isWord, read.tokens[lower].kind != .number {
            lower += 1
        }
        return read.bytes(lower..<upper)
    }
}
