package import Diplomacy
package import Text

/// What building cases needs besides what was read: commitments, territories, known occasions, and the
/// words that tell of triggers.
package struct CaseFacts: Sendable {
    package let register: CommitmentRegister
    package let territories: TerritoryTable
    package let occasions: OccasionBook
    /// The words of coups, unrest, disasters, blockades and votes.
    package let words: WordList<AllianceCase.Trigger>
    /// The words of help that can be cut off, and of counting on help.
    package let helpWords: WordList<HelpWord>

    /// Of the register all, or what binds `parties` to each other: enough for cases that are known, and not to
    /// find some, which asks on whose side others are.
    package init(_ resources: ResourceFolder, between parties: [ActorCode]? = nil) throws {
        try self.init(
            register: CommitmentRegister(resources, between: parties),
            territories: TerritoryTable(resources),
            occasions: OccasionBook(resources),
            words: WordList("trigger-words.tsv", resources),
            helpWords: WordList("help-words.tsv", resources)
        )
    }

    package init(
        register: CommitmentRegister,
        territories: TerritoryTable,
        occasions: OccasionBook,
        words: WordList<AllianceCase.Trigger>,
        helpWords: WordList<HelpWord>
    ) {
        self.register = register
        self.territories = territories
        self.occasions = occasions
        self.words = words
        self.helpWords = helpWords
    }
}

/// What a word tells of help: which it is, where it is cut off, or that somebody counts on it.
package enum HelpWord: String, CaseIterable, Hashable, Sendable {
    case aid, arms, intelligence, reliance
}
