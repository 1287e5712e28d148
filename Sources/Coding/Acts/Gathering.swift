import Diplomacy
import Language

/// A meeting of many that the text names with who holds it: *the summit in A*, *the A-ish peace conference*.
struct Gathering: Hashable, Sendable {
    /// The token of its noun.
    let place: Int
    /// The mention of its host.
    let mention: Int
    let host: ActorCode

    /// Those of a sentence whose noun has its host's name before it, or a place behind it.
    static func all(in read: ReadSentence, _ mentions: [Mention]) -> [Gathering] {
        read.tokens.indices.filter { read.has(.gathering, at: $0) }.compactMap { place in
            let hosts = mentions.indices.filter { index in
                let mention = mentions[index]
                guard mention.actor?.isState == true, !mention.isPerson, mention.kind != .anaphor
                else { return false }
                let head = read.tree.head(of: mention.tokens)
                if mention.tokens.contains(place) { return true }
                if head < place { return read.tree.heads[head] == place }
                let first = mention.tokens.lowerBound
                return read.has(.seatPreposition, at: first - 1)
                    && (read.tree.heads[head] == place || first - place == 2)
            }
            guard let mention = hosts.first, let host = mentions[mention].actor else { return nil }
            return Gathering(place: place, mention: mention, host: host)
        }
    }
}
