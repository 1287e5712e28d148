import Language

extension Sentence {
    /// A place, a day and an agency take so many tokens at most.
    private static let longestDateline = 14
    /// One word in capitals alone before a dash may be what is spoken of (*NATO – an alliance*): places mostly have more letters.
    private static let leastLetters = 5

    /// The tokens that say where and when a report was written.
    ///
    /// *YEREVAN, Sept 21 - …*, *Eriwan/Moskau – …*, *Berlin (dpa) – …*: whose place it is tells whom the report is about, but
    /// nobody there says a thing.
    var dateline: Range<Int> {
        guard opensBlock,
            let dash = tokens.prefix(Self.longestDateline).firstIndex(where: {
                $0.kind == .dash && !$0.isGlued
            }), dash > 0, dash + 1 < tokens.count, tokens[dash + 1].isCapitalised,
            tokens[0].isWord, tokens[0].isCapitalised
        else { return 0..<0 }
        let head = tokens[..<dash]
        let words = head.filter(\.isWord)
        let isMarked = head.contains {
            $0.kind == .number || $0.folded == "/" || $0.folded == "("
        }
        // Of small words a dateline has months and agencies alone.
        let isShort = words.count { !$0.isCapitalised } <= (isMarked ? 1 : 0)
        let isShouted =
            words[0].isAllCapitals
            && (words[0].folded.count >= Self.leastLetters || words.count > 1)
        return isShort && (isMarked || isShouted) ? 0..<dash : 0..<0
    }
}
