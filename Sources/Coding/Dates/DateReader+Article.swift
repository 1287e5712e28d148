import Diplomacy

/// The dates of a whole article, each sentence after those before it.
extension DateReader {
    /// *Two days later* counts from a date at most so many sentences back.
    private static let memory = 6

    /// The dates of each sentence.
    ///
    /// A month without a year belongs to the year that its paragraph spoke of last.
    func dates(in passages: [LanguageReader.Passage]) -> [[Dated]] {
        var told = Told()
        var block: Int?
        var lastLine = 0
        return passages.enumerated().map { line, passage in
            if passage.block != block { (told.year, told.inParagraph) = (nil, nil) }
            block = passage.block
            if line - lastLine > Self.memory { told.last = nil }
            let found = dates(of: passage, after: told)
            told.year = found.last { $0.namesYear }?.interval.last.civil.year ?? told.year
            if let last = found.last?.interval {
                (told.last, told.inParagraph) = (last, last)
                lastLine = line
            }
            return found
        }
    }

    private func dates(of passage: LanguageReader.Passage, after told: Told) -> [Dated] {
        let ends = LeaderEnds.dates(in: passage.read, passage.coder.mentions)
        let found = dates(in: passage.read, after: told).filter { date in
            // *The Collective Security Treaty Organisation* is not dated by its treaty.
            date.reason != Dated.event
                || !passage.coder.mentions.contains {
                    $0.actor?.isOrganisation == true && $0.tokens.overlaps(date.tokens)
                }
        }
        guard !ends.isEmpty else { return found }
        return (found + ends.filter { end in !found.contains { $0.tokens.overlaps(end.tokens) } })
            .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
}
