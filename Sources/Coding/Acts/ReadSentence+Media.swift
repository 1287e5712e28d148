import Diplomacy
import Language

// How a medium came by its news is no act of states.
extension ReadSentence {
    /// The sentence without who spoke, or agreed to speak, with an outlet, and on what condition: *agreed to talk to the "Harbour
    /// Post"*, *a diplomat with whom Reuters spoke*, *who asked not to be named*.
    var withoutTalkToMedia: ReadSentence {
        dropping { cue in
            if isForAnonymity(cue) { return true }
            return switch cue.frame.act {
            case .consult: isWithMedium(cue)
            case .agree:
                cues.contains { $0.frame.act == .consult && hangs($0, on: cue) && isWithMedium($0) }
            default: false
            }
        }
    }

    /// Between who asks and what for stand a few words: *asked us as others do to withhold his name*.
    private static let anonymityReach = 6
    private static let conditions: Set<Act> = [.request, .reject, .agree, .concede]

    private func isForAnonymity(_ cue: ActCue) -> Bool {
        let words = cue.match.tokens
        if words.contains(where: { has(.anonymity, at: $0) }) { return true }
        let end = min(tokens.count, words.upperBound + Self.anonymityReach)
        guard Self.conditions.contains(cue.frame.act),
            let wish = (words.upperBound..<end).first(where: { has(.anonymity, at: $0) })
        else { return false }
        return (words.upperBound..<wish).allSatisfy { tokens[$0].kind != .stop }
    }

    private func hangs(_ talk: ActCue, on cue: ActCue) -> Bool {
        tree.heads[tree.head(of: talk.match.tokens)].map(cue.match.tokens.contains) ?? false
    }

    /// Whether an outlet is one of the two who speak.
    private func isWithMedium(_ cue: ActCue) -> Bool {
        tree.dependents(of: tree.head(of: cue.match.tokens), by: ["nsubj", "obj", "iobj", "obl"])
            .contains { place in
                voices.contains { voice in
                    voice.tokens.contains(place)
                        && [.outlet, .agency, .media].contains(voice.kind)
                } || isNameInQuotes(place)
            }
    }

    /// In a short name between quotation marks, which no party has: *«Гаванской почтой»*.
    private func isNameInQuotes(_ place: Int) -> Bool {
        guard !isPartyName[place],
            let begin = tokens[..<place].suffix(Self.longestName).lastIndex(where: {
                $0.kind == .quote
            })
        else { return false }
        return tokens[begin + 1].isCapitalised
            && tokens[(place + 1)...].prefix(Self.longestName).contains { $0.kind == .quote }
    }

    private static let longestName = 3
}
