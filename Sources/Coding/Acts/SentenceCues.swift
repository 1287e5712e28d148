import Diplomacy

// What the lexicons find in the words of a sentence.
extension ReadSentence {
    /// A word or phrase that tells an act.
    struct ActCue: Sendable {
        let match: Match
        let frame: ActFrame
    }

    /// A word or phrase that tells a tie.
    struct TieCue: Sendable {
        let match: Match
        let frame: TieFrame
    }

    /// What a dependence runs through: *gas*, *subsidies*.
    struct ChannelCue: Sendable {
        let tokens: Range<Int>
        let channel: String
    }

    struct GovernorCue: Hashable, Sendable {
        let match: Match
        let effect: Governor
    }

    struct Speech: Sendable {
        let match: Match
        let cue: SpeechCue
    }

    struct VoiceCue: Sendable {
        let tokens: Range<Int>
        let kind: VoiceKind
    }

    struct DateCue: Sendable {
        let tokens: Range<Int>
        let word: DateWord
    }

    /// A word that with a leader's name dates the end of their term.
    struct EndCue: Sendable {
        let tokens: Range<Int>
        let kind: EndOfRule
    }

    /// Words that say why help stayed away.
    struct ReasonCue: Sendable {
        let tokens: Range<Int>
        let reason: Mark
    }

    /// A word of what a person is, or beside one.
    struct RoleCue: Sendable {
        let tokens: Range<Int>
        let word: RoleWord
    }

    /// A word for a party in place of its name.
    struct EpithetCue: Sendable {
        let tokens: Range<Int>
        let epithet: Epithet
    }
}
