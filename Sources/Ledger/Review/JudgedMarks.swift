package import Diplomacy

extension Mark {
    /// Those that say how the words are meant, and so are for a person to judge; the others say how they were read.
    package static let judged: [Mark] =
        [.assessment, .joke, .metaphor, .scareQuotes, .hearsay, .exLeader] + reasons

    package var isJudged: Bool { Self.judged.contains(self) }
}
