import Diplomacy

/// What a pattern of a lexicon means.
enum Sense: Hashable, Sendable {
    case actor(ActorCode, ActorRole)
    case person(PersonName)
    case act(ActFrame)
    case tie(TieFrame)
    case channel(String)
    case governor(Governor)
    case speech(SpeechCue)
    case voice(VoiceKind)
    case function(FunctionWord)
    case date(DateWord)
    case role(RoleWord)
    /// Why help stayed away: one of `Mark.reasons`.
    case reason(Mark)
    case epithet(Epithet)
}

/// How a name stands for its actor.
enum ActorRole: String, CaseIterable, Hashable, Sendable {
    case name, adjective, people, capital, seat, force, place
}

/// A person's name as one language writes it; `person` counts the people of the leader book.
struct PersonName: Hashable, Sendable {
    let person: Int
    let isSurnameOnly: Bool
}

/// What a word says that somebody did to somebody: one line of `acts.tsv`.
struct ActFrame: Hashable, Sendable {
    enum Form: String, CaseIterable, Hashable, Sendable {
        case verb, noun, phrase
    }

    let form: Form
    private(set) var act: Act
    let polarity: Polarity
    let kind: SupportKind?
    /// Where the parties stand in an active clause, best first.
    ///
    /// Empty: none is told.
    let source: [Slot]
    let target: [Slot]
    let condition: Condition

    /// The frame with another act.
    func meaning(_ act: Act) -> ActFrame {
        var frame = self
        frame.act = act
        return frame
    }

    /// When the word means the act at all; written before the sense, as `party:`.
    struct Condition: OptionSet, Hashable, Sendable {
        let rawValue: Int
        /// Only where a party fills a slot of the target.
        static let party = Condition(rawValue: 1)
        /// Only with -ся, or only without.
        static let reflexive = Condition(rawValue: 2)
        static let notReflexive = Condition(rawValue: 4)
        /// The word may mean the act: the rules read nothing in it, the ranker may.
        static let hint = Condition(rawValue: 8)
        /// The act is the one told before, as in *did so*, *followed suit* (`echoes.tsv`).
        static let echo = Condition(rawValue: 16)
        /// Only where its clause ends after it: *Greece joined*, *Russia did not*.
        static let last = Condition(rawValue: 32)
        /// *An unreliable ally*: what is said of somebody, and of nobody to whom they did it.
        static let verdict = Condition(rawValue: 64)

        init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// Reads the words before the sense that end with a colon: `hint: party: accept terms`.
        init(sense: String) {
            self = []
            for word in sense.utf8.split(separator: UInt8(ascii: " ")) {
                switch String(Substring(word)) {
                case "party:": insert(.party)
                case "hint:": insert(.hint)
                case "refl:": insert(.reflexive)
                case "nonrefl:": insert(.notReflexive)
                case "verdict:": insert(.verdict)
                default: return
                }
            }
        }
    }
}

/// Where in its clause an echo may stand: the places of `echoes.tsv`.
enum EchoPlace: String, CaseIterable, Hashable, Sendable {
    case any, last
}

/// A place beside a verb or a noun where a party may stand.
enum Slot: Hashable, Sendable {
    case subject, object, dative, instrumental, possessor
    /// The words of a preposition, folded: `with`, `з боку`.
    case preposition(String)

    init(_ name: String) {
        switch name {
        case "subject": self = .subject
        case "object": self = .object
        case "dative": self = .dative
        case "ins": self = .instrumental
        case "poss": self = .possessor
        default: self = .preposition(name.lowercased())
        }
    }
}

/// What a governing word does to the act it governs: the effects of `governors.tsv`.
enum Governor: String, CaseIterable, Hashable, Sendable {
    case light, negate, refuse, stop, end, expected, possible, duty, feared, denied, unlikely, ask
    case lightConverse = "light-converse"
    case negateWeak = "negate-weak"
    case keepOn = "continue"
    case pledge

    /// What the trees take it for: they were taught before pledges were told from other things to come.
    var learnt: Governor { self == .pledge ? .expected : self }

    /// Whether it only carries the act of a noun: *give* support, *receive* it.
    var isLight: Bool { self == .light || self == .lightConverse }
}

/// A word that introduces what somebody says: one line of `speech.tsv`.
struct SpeechCue: Hashable, Sendable {
    enum Form: String, CaseIterable, Hashable, Sendable {
        case verb, prep, post, relay
        /// *Porter: …*: a name before a colon, which no word of the lexicon introduces.
        case label
        /// *Мовляв*, *дескать*: it goes on with what somebody said.
        case quotative
    }

    let form: Form
    let modality: Modality
}

/// A speaker whom the text does not name, or an outlet.
enum VoiceKind: String, CaseIterable, Hashable, Sendable {
    case official, expert, media, source, witness, agency, outlet
    case general = "public"
    case thinkTank = "think-tank"

    /// Whether the words name somebody: Reuters, not "a source".
    var isNamed: Bool { self == .agency || self == .outlet || self == .thinkTank }
}

/// The closed classes of a language: the categories of `function-words.tsv`.
enum FunctionWord: String, CaseIterable, Hashable, Sendable {
    case negation, conditional, complementiser, relative, subordinator, coordinator, contrast, agent
    case preposition, both, hedge, joke, title, determiner, stop, rhetorical, between, demonstrative
    /// Words of a sport report, where states are teams.
    case sport
    /// *of*, *von*: what follows owns what stands before.
    case genitivePreposition = "genitive-preposition"
    case infinitiveMarker = "infinitive-marker"
    /// The separable prefix of a German verb.
    case verbParticle = "verb-particle"
    /// *not only*: a negation that denies nothing.
    case negationVoid = "negation-void"
    case negationDeterminer = "negation-determiner"
    case passiveAuxiliary = "passive-auxiliary"
    case perfectAuxiliary = "perfect-auxiliary"
    case futureAuxiliary = "future-auxiliary"
    case conditionalParticle = "conditional-particle"
    case personPronoun = "pronoun-person"
    case pluralPronoun = "pronoun-plural"
    /// *He*, *his*; *she*; *it*: what the form of a pronoun says of whom it takes up.
    case masculine = "pronoun-masculine"
    case feminine = "pronoun-feminine"
    case neuter = "pronoun-neuter"
    /// *Hieß es in Bamako*: nobody.
    case expletive = "pronoun-expletive"
    /// *They*, *their*.
    case several = "pronoun-several"
    /// *Sich*, *свій*: the subject of its own clause.
    case reflexive = "pronoun-reflexive"
    case stateNoun = "state-noun"
    /// *Country*, *nation*, *neighbour*: many of them are many states, where *troops* and *authorities* are one state's.
    case countryNoun = "country-noun"
    case organisationNoun = "organisation-noun"
    case genericParty = "party-generic"
    /// *We*, *our*: whoever speaks.
    case firstPerson = "pronoun-first"
    /// *Separatists*, *experts*, *companies*: with an adjective of a state they are not the state.
    case privateNoun = "private-noun"
    /// *Forces from X*, and *officials in* a capital, are the state's own.
    case originPreposition = "origin-preposition"
    case seatPreposition = "seat-preposition"
    /// *From* Damascus *to* Havana: a list by its first and last members.
    case spanStart = "span-start"
    case spanEnd = "span-end"
    /// Troops, officials, a delegation: with an adjective of a state they are the state.
    case bodyNoun = "body-noun"
    /// *Is*, *remains*, *є*, *bleibt*: joins a subject to the noun that is said of it.
    case copula
    /// *As* an ally, *als* Partner: what follows is said of the party before it.
    case rolePreposition = "role-preposition"
    /// Relations *with*: the other party of a mutual tie follows.
    case partnerPreposition = "partner-preposition"
    /// *Summit*, *conference*: a meeting of many, that somebody holds.
    case gathering
    /// *Unlike* A: what is told of the subject is not so of whom it names.
    case unlike
    /// *After*, *because of*, *in spite of*: what follows is when or why something happens, not what it is about.
    case circumstance
    /// *Thanks to* help, *without* help: what came of it is told of whom the help was for.
    case cause
    /// *Пока*, *поки* behind a comma: a negation after it denies nothing, since it says *until*.
    case until
    /// *Mutual*, *reciprocal*, *each other*: what both owe.
    case mutual
    /// *Contrary to the popular version*: the opposite of what follows is what others say.
    case contradicted
    /// *Not to be named*: what somebody asks of who writes the article.
    case anonymity
    /// *Sei*, *habe*: a form of the verb by which a sentence goes on with what somebody says.
    case reportedForm = "reported-form"
}

/// A word of a date: one line of `dates.tsv`.
enum DateWord: Hashable, Sendable {
    case month(Int), weekday(Int)
    /// *Next Tuesday*.
    case nextWeekday(Int)
    case day(Int), week(Int), monthRelative(Int), yearRelative(Int)
    case ago(AgoUnit), number(Int), season(Int), part(YearPart)
    /// *The past 13 months*: as many of the unit, up to the publication.
    case past(AgoUnit)
    /// *A week and a half ago*: about so many days.
    case daysAgo(Int)
    /// *That day*, *the year before*: so many of the unit from the date told last.
    case told(AgoUnit, offset: Int)
    /// *Then*, *at the time*: the date told last.
    case then
    /// *Two days later*, *weeks earlier*: as many of the unit from the date told last.
    case later(AgoUnit), earlier(AgoUnit)
    case event(DayInterval)
    /// *And continue now*, *to this day*: what the date before it began goes on.
    case untilNow
    /// *The death of*, *the fall of*: with a leader's name, the end of their term.
    case end(EndOfRule)

    enum AgoUnit: String, CaseIterable, Hashable, Sendable {
        case day, week, month, year, decade
    }

    enum YearPart: String, CaseIterable, Hashable, Sendable {
        case early, mid, late, end
    }
}

/// How a leader's term ends.
enum EndOfRule: String, CaseIterable, Hashable, Sendable {
    /// A death ends the term of who held it then: of who is called by their office.
    case death
    case fall
}
