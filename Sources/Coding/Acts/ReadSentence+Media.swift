import Diplomacy
import Language

// How a medium came by its news is no act of states.
extension ReadSentence {
    /// The sentence without who spoke, or agreed to speak, with an outlet: *agreed to talk to the "Harbour Post"*, *a diplomat with
    /// whom Reuters spoke*.
    var withoutTalkToMedia: ReadSentence {
        dropping { cue in
            switch cue.frame.act {
            case .consult: isWithMedium(cue)
            case .agree:
                cues.contains { $0.frame.act == .consult && hangs($0, on: cue) && isWithMedium($0) }
            default: false
            }
        }
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

    /// A short name between quotation marks, which no party has: *«Обозреватель»*.
    private func isNameInQuotes(_ place: Int) -> Bool {
        guard tokens[place].isCapitalised, !isPartyName[place] else { return false }
        let begin = tokens[..<place].suffix(Self.longestName).contains { $0.kind == .quote }
        let end = tokens[(place + 1)...].prefix(Self.longestName).contains { $0.kind == .quote }
        return begin && end
    }

    private static let longestName = 3
}
