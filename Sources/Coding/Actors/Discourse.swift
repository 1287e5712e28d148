import Diplomacy
import Language
import Text

/// What the reader of an article remembers while reading on: who was spoken of last.
struct Discourse: Sendable {
    /// Leaders are resolved on this day; without one, on the last day that the article allows.
    let day: Day
    /// People whose full name the article has said.
    var namedPeople: Set<Int> = []
    /// Surnames that the text introduced with a title and a state, by their stem.
    var learnt: [String: ActorCode] = [:]
    var lastOrganisation: ActorCode?
    /// The state that the heading of this section names.
    var headingState: ActorCode?
    /// Those whom pronouns may take up, a list for each sentence that names somebody, the latest first.
    private(set) var named: [[Antecedent]] = []
    /// The parties of the sentence before, its subject first.
    private(set) var lastParties: [ActorCode] = []
    private(set) var lastSubjects: [ActorCode] = []
    /// States by recency, the latest last.
    private(set) var states: [ActorCode] = []
    /// Who holds the meeting that the sentence before, or the last that names one, told of.
    private(set) var lastHost: ActorCode?
    private var sentencesSinceHost = 0
    /// The last statement of the sentence before: who asked, or promised, or helped whom.
    private(set) var lastPair: LastPair?
    /// What the sentence before mainly told: what *did so* takes up.
    private(set) var lastTold: Told?
    private var sentencesSincePair = 0

    /// The last statement of a sentence that names both parties.
    struct LastPair: Sendable {
        let pair: DirectedPair
        let act: Act
        let polarity: Polarity
    }

    /// What was done, or asked for, between two parties.
    struct Told: Hashable, Sendable {
        let pair: DirectedPair
        let act: Act
        /// The act, or what was asked for.
        let deed: Act
    }

    init(day: Day) {
        self.day = day
    }

    var lastState: ActorCode? { states.last }

    /// How many sentences a pair is remembered that none of them names again.
    private static let pairMemory = 2

    /// Remembers the pair of a sentence's last statement and what it mainly told, or forgets old ones.
    mutating func remember(_ last: LastPair?, told: Told?) {
        if let last {
            (lastPair, lastTold) = (last, told)
            sentencesSincePair = 0
        } else {
            sentencesSincePair += 1
            if sentencesSincePair > Self.pairMemory { (lastPair, lastTold) = (nil, nil) }
        }
    }

    /// To whom `actor` does what was told before: what was asked for to who asked, the rest to whom it was done.
    func receiver(ofEchoBy actor: ActorCode) -> ActorCode? {
        guard let lastTold else { return nil }
        let (pair, isAsked) = (lastTold.pair, lastTold.act == .request)
        let receiver = isAsked ? pair.source : pair.target
        return receiver != actor ? receiver : isAsked ? nil : pair.source
    }

    /// The other party of the pair spoken of last.
    func partner(of actor: ActorCode) -> ActorCode? {
        guard let pair = lastPair?.pair else { return nil }
        return pair.source == actor ? pair.target : pair.target == actor ? pair.source : nil
    }

    /// The two parties that "both countries" takes up.
    var lastTwo: [ActorCode] {
        let recent = lastParties.filter { $0.isState }
        if recent.count >= 2 { return Array(recent.prefix(2)) }
        var pair: [ActorCode] = []
        for state in states.reversed() where !pair.contains(state) {
            pair.insert(state, at: 0)
            if pair.count == 2 { return pair }
        }
        return pair
    }

    /// A pronoun takes up nobody who was named longer ago.
    private static let reach = 4

    /// Remembers the mentions of a sentence that has been coded.
    mutating func pass(_ mentions: [Mention], in read: ReadSentence) {
        rememberHost(of: Gathering.all(in: read, mentions).last)
        let parties = mentions.compactMap(\.actor)
        guard !parties.isEmpty else { return }
        named = Array(([Antecedent.all(mentions, in: read)] + named).prefix(Self.reach))
        let free = mentions.filter { $0.preposition == nil && !$0.isModifier }
        let subjects =
            free.first.map { first in
                free.filter { $0.list == first.list || $0 == first }.compactMap(\.actor)
            } ?? []
        if !subjects.isEmpty { lastSubjects = subjects }
        lastParties = (subjects + parties).eachOnce
        for mention in mentions {
            guard let actor = mention.actor, mention.kind != .anaphor else { continue }
            if actor.isOrganisation { lastOrganisation = actor }
        }
        // The subject is remembered longest.
        for mention in mentions.reversed() {
            if let actor = mention.actor, actor.isState, mention.kind != .anaphor {
                states.append(actor)
            }
        }
        for subject in subjects.reversed() where subject.isState { states.append(subject) }
        if states.count > 64 { states.removeFirst(states.count - 32) }
    }

    /// *There* is the meeting of the sentence before, or of the one before that.
    private static let hostMemory = 2

    private mutating func rememberHost(of gathering: Gathering?) {
        sentencesSinceHost += 1
        if let gathering {
            (lastHost, sentencesSinceHost) = (gathering.host, 0)
        } else if sentencesSinceHost >= Self.hostMemory {
            lastHost = nil
        }
    }

    mutating func enterSection(heading: [Mention]) {
        lastPair = nil
        let named = heading.compactMap(\.actor).filter(\.isState)
        headingState = Set(named).count == 1 ? named.first : nil
        if let headingState { states.append(headingState) }
    }
}
