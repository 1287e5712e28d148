import Diplomacy
import Language

/// Dates of what ended a leader's rule: *after the death of President X*, *the fall of Y*, from the leader book.
enum LeaderEnds {
    /// *The death of the Iranian President, X*: words between the end and the name.
    private static let reach = 6

    /// The ends that a sentence tells of the leaders whom it names.
    static func dates(
        in read: ReadSentence,
        _ mentions: [Mention]
    ) -> [DateReader.Dated] {
        read.ends.compactMap { cue in
            guard let leader = leader(of: cue.tokens, in: read, mentions),
                let day = leader.until,
                cue.kind == .fall || isTitled(leader, cue.tokens, read)
            else { return nil }
            return DateReader.Dated(
                tokens: cue.tokens,
                interval: DayInterval(day),
                reason: DateReader.Dated.event
            )
        }
    }

    /// Who stands behind the word, or right before it: *Y's fall*.
    private static func leader(
        of tokens: Range<Int>,
        in read: ReadSentence,
        _ mentions: [Mention]
    ) -> Mention? {
        let leaders = mentions.filter { $0.until != nil }
        let behind = tokens.upperBound..<(tokens.upperBound + reach + 1)
        return leaders.first { behind.contains($0.tokens.lowerBound) }
            ?? leaders.last {
                ($0.tokens.upperBound...($0.tokens.upperBound + 1)).contains(tokens.lowerBound)
            }
    }

    /// Whether a title stands between the word and the name: a former leader's death ends no term.
    private static func isTitled(
        _ leader: Mention,
        _ tokens: Range<Int>,
        _ read: ReadSentence
    ) -> Bool {
        let between = tokens.upperBound..<max(tokens.upperBound, leader.tokens.upperBound)
        return read.has(.title, in: between)
            && !read.roles.contains { cue in
                cue.word == .former && between.overlaps(cue.tokens)
            }
    }
}
