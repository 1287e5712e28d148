/// A treaty, membership, declaration or pledge: who owes what to whom, when, and how that is known.
package struct Commitment: Hashable, Sendable, Codable, Identifiable {
    package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// Many states with a duty to defend, and two.
        case alliance
        case defencePact = "defence-pact"
        case defenceCooperation = "defence-cooperation"
        case basing
        /// Deterrence with nuclear weapons, lent to another.
        case umbrella
        /// Friendship and cooperation, with no duty to defend.
        case partnership
        case nonAggression = "non-aggression"
        case neutrality, assurance, consultation, union
    }

    package enum Instrument: String, CaseIterable, Hashable, Sendable, Codable {
        case treaty, agreement, declaration, resolution, statute, order
        /// Stated policy or conduct without one text.
        case practice
    }

    /// What is owed: the terms of ATOP (Leeds and others 2002), then those of this project.
    package enum Obligation: String, CaseIterable, Hashable, Sendable, Codable {
        case defence = "DEFENSE"
        case offence = "OFFENSE"
        case neutrality = "NEUTRALITY"
        case nonAggression = "NONAGGRESSION"
        case consultation = "CONSULTATION"
        case arms = "ARMS"
        case bases = "BASES"
        case aid = "AID"
        case votes = "VOTES"
        case umbrella = "UMBRELLA"
    }

    /// One who has entered, and the time for which it is bound.
    package struct Party: Hashable, Sendable, Codable {
        package let actor: ActorCode
        /// Nil: from the beginning of the commitment.
        package let entered: DayInterval?
        /// Nil: until its end.
        package let left: DayInterval?

        package init(_ actor: ActorCode, entered: DayInterval? = nil, left: DayInterval? = nil) {
            self.actor = actor
            self.entered = entered
            self.left = left
        }
    }

    /// One obligation, and who owes it to whom.
    package struct Duty: Hashable, Sendable, Codable {
        package let obligation: Obligation
        /// Empty: every party.
        package let by: [ActorCode]
        /// Empty: every other party.
        package let to: [ActorCode]
        /// Owed also to states that are no parties, where they meet the conditions.
        package let isToAnyState: Bool

        package init(
            _ obligation: Obligation,
            by: [ActorCode] = [],
            to: [ActorCode] = [],
            isToAnyState: Bool = false
        ) {
            self.obligation = obligation
            self.by = by
            self.to = to
            self.isToAnyState = isToAnyState
        }
    }

    /// When a duty holds, in few words: `trigger=armed attack`, `region=Europe`.
    package struct Condition: Hashable, Sendable, Codable {
        package enum Key: String, CaseIterable, Hashable, Sendable, Codable {
            case trigger, territory, region, adversary, limit
        }

        package let key: Key
        package let words: String

        package init(_ key: Key, _ words: String) {
            self.key = key
            self.words = words
        }
    }

    package let id: String
    package let name: String
    package let kind: Kind
    package let instrument: Instrument
    package let parties: [Party]
    package let duties: [Duty]
    package let conditions: [Condition]
    package let signed: DayInterval?
    /// From when it binds; nil: from the signature on.
    package let began: DayInterval?
    /// Until when it bound; nil: it still does, as far as is known.
    package let ended: DayInterval?
    package let termination: String
    /// One sentence of our own.
    package let fact: String
    /// Where it can be checked.
    package let source: String
    /// The names of the fields that need a second source.
    package let uncertain: [String]

    package init(
        id: String,
        name: String,
        kind: Kind,
        instrument: Instrument,
        parties: [Party],
        duties: [Duty],
        conditions: [Condition] = [],
        signed: DayInterval? = nil,
        began: DayInterval? = nil,
        ended: DayInterval? = nil,
        termination: String = "",
        fact: String = "",
        source: String = "",
        uncertain: [String] = []
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.instrument = instrument
        self.parties = parties
        self.duties = duties
        self.conditions = conditions
        self.signed = signed
        self.began = began
        self.ended = ended
        self.termination = termination
        self.fact = fact
        self.source = source
        self.uncertain = uncertain
    }
}
