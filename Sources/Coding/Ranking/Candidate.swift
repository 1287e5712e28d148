import Diplomacy

/// A party that a reading may take: a mention of the sentence, or somebody whom the text around named.
struct PartyChoice: Hashable, Sendable {
    enum Origin: Int32, CaseIterable, Hashable, Sendable {
        /// It stands in the sentence.
        case mention
        /// The source or the target of the last statement before.
        case lastSource, lastTarget
        case lastSubject, heading, speaker
        /// Named in the sentences before, the latest first.
        case recent
        /// Among the two that the whole article names most.
        case salient
        case nobody

        /// For the trail of a statement.
        var words: String {
            switch self {
            case .mention: "named in the sentence"
            case .lastSource, .lastTarget: "of the pair spoken of before"
            case .lastSubject: "the subject before"
            case .heading: "named by the heading"
            case .speaker: "who speaks"
            case .recent: "named shortly before"
            case .salient: "named most in the article"
            case .nobody: "nobody by name"
            }
        }
    }

    let actor: ActorCode?
    /// The index of its mention; nil where the sentence has none.
    let place: Int?
    let origin: Origin
    /// The number of the list its mention stands in; nil where the sentence has none.
    var list: Int?
    /// Of a pronoun: 0 for whom the rules take it for, then whom else it may mean, the nearest first.
    var order = 0

    /// Whether the two stand in one list, or are one.
    func isListed(with other: PartyChoice) -> Bool {
        self == other || list != nil && list == other.list
    }
}

/// One possible reading of an act's word: who, and to whom.
struct Candidate: Sendable {
    /// The index of the act's word in the sentence.
    let cue: Int
    /// The tokens of that word.
    let words: Range<Int>
    let source: PartyChoice
    let target: PartyChoice
    /// After the scope: a refusal is a rejection, a request a request.
    let act: Act
    let polarity: Polarity
    /// What speaks for and against it, a value for each column of `TraitTable.all`.
    let traits: [Float]
    /// Whether the rules read it so.
    let isDrafted: Bool
    /// The verb that carries the act's word, as *received* carries *support*; nil where none does.
    var carrier: Int?

    /// The parties as they are coded: a leader out of office who comes to a state is given refuge there.
    var isShelter = false

    /// Whether the words of the two are one telling: they overlap, or those of the other carry this one's.
    func shares(wordsOf other: Candidate) -> Bool {
        words.overlaps(other.words) || carrier.map(other.words.contains) ?? false
    }

    func hasParties(of other: Candidate) -> Bool {
        source.actor == other.source.actor && target.actor == other.target.actor
    }

    func turnsParties(of other: Candidate) -> Bool {
        source.actor == other.target.actor && target.actor == other.source.actor
    }

    /// Whether the two tell one act of the members of one list: *A and B accused C*.
    func isListed(with other: Candidate) -> Bool {
        cue == other.cue && isShelter == other.isShelter && source.isListed(with: other.source)
            && target.isListed(with: other.target)
    }
}
