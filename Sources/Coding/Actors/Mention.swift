import Diplomacy
import Language

/// Words of a sentence that mean an actor, with the reason.
struct Mention: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case named(ActorRole)
        /// A leader of the leader book, in office or not.
        case leader(isInOffice: Bool)
        /// A person whom the text introduced with a title and a state.
        case learnt
        /// A pronoun or "the country": found in what went before.
        case anaphor
        /// "Its allies": a party that names nobody.
        case generic
    }

    let tokens: Range<Int>
    /// The words of the name, where it is joined with others: *Russian* of *Russian diplomats*.
    var core: Range<Int>?
    /// Nil for a generic party.
    private(set) var actor: ActorCode?
    let kind: Kind
    /// The cases that its ending allows; empty where the language shows none.
    let features: Features
    /// How it was found: "capital of RUS", "head of state of SYR until 2024-12-08".
    let reason: String

    /// A leader's name as the leader book writes it, the same in every language.
    var person: String?
    /// Of a leader out of office: the last day of their last term.
    var until: Day?
    /// The preposition that governs it, folded, where one does.
    var preposition: String?
    /// Of a leader's name: whether the words mean those who govern with them, *the Biden administration*.
    var isGovernment = false
    /// *Russian* plans, *Russia's* plans: it stands before a thing, not for itself.
    var isModifier = false
    /// *Russian experts*: it names where somebody is from, and is no party.
    var isPrivate = false
    /// Of what takes somebody up: everybody whom it may mean with how likely that is, the likeliest first.
    var choices: [PronounResolver.Choice] = []
    /// The members of one list share a number: *Syria, Iran and Venezuela*.
    var list = 0

    /// A pronoun or a noun that takes up `actor`, named before.
    static func anaphor(_ tokens: Range<Int>, _ actor: ActorCode, _ how: String) -> Mention {
        Mention(
            tokens: tokens,
            actor: actor,
            kind: .anaphor,
            features: [],
            reason: "\(actor.rawValue): \(how)"
        )
    }

    /// One for each party that the words mean: *the Baltic states* are three.
    var members: [Mention] {
        guard let group = actor?.members, group.count > 1 else { return [self] }
        return group.map { member in
            var mention = self
            mention.actor = member
            return mention
        }
    }

    var isGeneric: Bool { kind == .generic }

    var isPerson: Bool {
        switch kind {
        case .leader, .learnt: !isGovernment
        default: false
        }
    }

    var isExLeader: Bool { kind == .leader(isInOffice: false) }

    /// Whether the ending allows one of these cases, or tells nothing.
    func allows(_ cases: Features) -> Bool {
        let own = features.intersection(.cases)
        return own.isEmpty || !own.isDisjoint(with: cases)
    }
}

extension ReadSentence {
    /// Whether *and* stands among mentions, from left to right: a comma alone stands between others than the
    /// members of a list too.
    func areJoined(_ mentions: [Mention]) -> Bool {
        guard let first = mentions.first, let last = mentions.last else { return false }
        return (first.tokens.lowerBound..<last.tokens.upperBound).contains {
            has(.coordinator, at: $0)
        }
    }
}
