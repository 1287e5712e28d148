import Diplomacy
import Language

/// Tells protest within a state from protest against one: *Iran is shaken by protests*.
///
/// A word of protest of which nothing was coded is a crisis at home of the state that its clause is about, or that it
/// stands in (*protests in Iran*), unless the clause names another state too.
struct UnrestReader {
    let read: ReadSentence
    let mentions: [Mention]
    let clauses: [Clause]

    /// The state within which the act of the word at `cue` happens; nil where it is no protest, or not known to be one
    /// at home.
    func state(of cue: Range<Int>) -> ActorCode? {
        guard read.cues.contains(where: { $0.match.tokens == cue && $0.frame.act == .protest })
        else { return nil }
        let clause =
            clauses.first { $0.tokens.contains(cue.lowerBound) }?.tokens ?? 0..<read.tokens.count
        // A threat from abroad that stands behind a comma is another thing.
        let end = clause.first { $0 >= cue.upperBound && read.tokens[$0].kind == .comma }
        let near = clause.lowerBound..<(end ?? clause.upperBound)
        let states = Set(
            mentions.filter { near.contains($0.tokens.lowerBound) }.compactMap(\.actor)
                .filter(\.isState)
        )
        return states.count == 1 ? states.first : nil
    }
}
