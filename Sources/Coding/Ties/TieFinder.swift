import Diplomacy
import Language

/// A tie as the sentence gives it, before the article gives it speakers, a date and an id.
struct TieDraft: Hashable {
    let kind: Tie.Kind
    let holder: ActorCode?
    let other: ActorCode?
    let detail: String?
    let modality: Modality
    /// The token that tells the tie, its words, and the stretch that the quote must hold.
    let anchor: Int
    let cue: Range<Int>
    let span: Range<Int>
    let confidence: Double
    let trail: [String]
}

/// Turns the words of one sentence that tell how parties stand into drafts of ties.
///
/// A tie is a state: what may come to be, is hoped for or was given up is left to the acts, but for words
/// that tell a wish themselves.
struct TieFinder {
    let read: ReadSentence
    let mentions: [Mention]
    let clauses: [Clause]
    let discourse: Discourse

    /// How far before the words of a tie a negation reaches: *is not, and never was, an ally*.
    private static let negationReach = 5

    private var arguments: ArgumentFinder {
        ArgumentFinder(read: read, mentions: mentions, clauses: clauses, discourse: discourse)
    }

    /// The drafts in the order of their words.
    func drafts() -> [TieDraft] {
        // What is asked is not said.
        let isQuestion = read.tokens.suffix(3).contains { $0.kind == .stop && $0.folded == "?" }
        if isQuestion { return [] }
        var drafts: [TieDraft] = []
        var told: TieFrame?
        var partners: [Int] = []
        for cue in read.ties {
            var frame = cue.frame
            if frame.form == .echo {
                guard let told else { continue }
                frame = frame.echoing(told)
            } else {
                told = frame
            }
            if isOnlyPossible(cue) { continue }
            let pairs = pairs(of: cue, frame, partners)
            if let first = pairs.first {
                partners = [first.holder, first.other].compactMap(\.self)
            }
            drafts += pairs.compactMap { draft(cue, frame, $0) }
        }
        return drafts
    }

    private struct Pair: Hashable {
        let holder: Int?
        let other: Int?
    }

    // MARK: Parties

    private func pairs(of cue: ReadSentence.TieCue, _ frame: TieFrame, _ partners: [Int]) -> [Pair]
    {
        let parties = TieParties(
            read: read,
            mentions: mentions,
            arguments: arguments,
            words: cue.match.tokens,
            head: cue.match.head,
            features: cue.match.features
        )
        if frame.holder.contains(.pair) {
            let both = parties.pair()
            if both.count >= 2 {
                return companions(of: both)
            }
            guard frame.holder.contains(.partners) else { return [] }
        }
        if frame.holder.contains(.partners) {
            if frame.other.isEmpty {
                guard partners.count == 2 else { return [] }
                return [Pair(holder: partners[0], other: partners[1])]
            }
            let others = parties.fill(frame.other, excluding: Set(partners))
            let holders =
                partners.isEmpty ? parties.fill([.subject], excluding: Set(others)) : partners
            return others.flatMap { other in holders.map { Pair(holder: $0, other: other) } }
        }
        // The owner of a noun is found before the party that the noun is said of.
        let holders: [Int]
        let others: [Int]
        if frame.holder.contains(.named) {
            others = parties.fill(frame.other, excluding: [])
            holders = parties.fill(frame.holder, excluding: Set(others))
        } else {
            holders = parties.fill(frame.holder, excluding: [])
            others = parties.fill(frame.other, excluding: Set(holders))
        }
        // A tie of two wants both; only its absence (*without an ally*) is told of one.
        if frame.kind.isMutual, frame.modality == .fact, holders.isEmpty || others.isEmpty {
            return companions(of: holders + others)
        }
        guard isFilled(holders, frame.holder), isFilled(others, frame.other) else { return [] }
        if holders.isEmpty { return others.map { Pair(holder: nil, other: $0) } }
        if others.isEmpty { return holders.map { Pair(holder: $0, other: nil) } }
        return holders.flatMap { holder in others.map { Pair(holder: holder, other: $0) } }
    }

    /// *A and B are partners*: the members of a list are each other's.
    private func companions(of parties: [Int]) -> [Pair] {
        guard parties.count >= 2 else { return [] }
        return parties.indices.flatMap { first in
            parties[(first + 1)...].map { Pair(holder: parties[first], other: $0) }
        }
    }

    private func isFilled(_ found: [Int], _ slots: [TieSlot]) -> Bool {
        !found.isEmpty || slots.isEmpty || slots.contains(.nobody)
    }

    // MARK: Drafts

    private func draft(
        _ cue: ReadSentence.TieCue,
        _ frame: TieFrame,
        _ pair: Pair
    ) -> TieDraft? {
        let places = [pair.holder, pair.other].compactMap(\.self)
        let holder = pair.holder.flatMap { mentions[$0].actor }
        let other = pair.other.flatMap { mentions[$0].actor }
        guard !places.isEmpty, holder != other, fits(frame.kind, holder, other) else { return nil }
        let isNegated = isNegated(cue)
        let words = arguments.words(cue.match.tokens)
        let parties = [
            pair.holder.map {
                "'\(arguments.words(mentions[$0].tokens))' (\(mentions[$0].reason)), holder"
            },
            pair.other.map {
                "'\(arguments.words(mentions[$0].tokens))' (\(mentions[$0].reason)), other party"
            },
        ]
        return TieDraft(
            kind: frame.kind,
            holder: holder,
            other: other,
            detail: frame.detail ?? channels(of: cue, frame),
            modality: isNegated ? .denied : frame.modality,
            anchor: cue.match.head,
            cue: cue.match.tokens,
            span: places.map { mentions[$0].tokens }.reduce(cue.match.tokens) {
                min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
            },
            confidence: confidence(cue, places),
            trail: ["'\(words)': \(frame.kind.rawValue)"] + parties.compactMap(\.self)
                + (isNegated ? ["negated"] : [])
        )
    }

    /// Members are of organisations, territories of states: *belongs to* tells either.
    private func fits(_ kind: Tie.Kind, _ holder: ActorCode?, _ other: ActorCode?) -> Bool {
        switch kind {
        case .member: other?.isOrganisation == true && holder?.isOrganisation != true
        case .territory: other?.isOrganisation != true && holder?.isOrganisation != true
        case .presence: other?.isOrganisation != true
        default: true
        }
    }

    /// What a dependence runs through, from the words of its clause and the next: "energy,
    /// money".
    private func channels(of cue: ReadSentence.TieCue, _ frame: TieFrame) -> String? {
        guard frame.kind == .dependence else { return nil }
        let place = clauses.firstIndex { $0.tokens.contains(cue.match.head) } ?? 0
        let near = clauses[place...].prefix(2).map(\.tokens)
        let found = read.channels.filter { channel in near.contains { $0.overlaps(channel.tokens) }
        }
        .map(\.channel)
        return found.isEmpty ? nil : Set(found).sorted().joined(separator: ", ")
    }

    /// A named party in the words' own clause is certain; a pronoun, or a party from outside, less so.
    private func confidence(_ cue: ReadSentence.TieCue, _ places: [Int]) -> Double {
        let clause = arguments.clause(of: cue.match.head)
        return places.reduce(0.9) { confidence, place in
            let mention = mentions[place]
            let isNear = mention.tokens.overlaps(clause)
            return confidence * (mention.kind == .anaphor ? 0.8 : 1) * (isNear ? 1 : 0.8)
        }
    }

    // MARK: Whether it holds

    private func isNegated(_ cue: ReadSentence.TieCue) -> Bool {
        let clause = arguments.clause(of: cue.match.head)
        let start = max(clause.lowerBound, cue.match.tokens.lowerBound - Self.negationReach)
        let before = start..<max(start, cue.match.tokens.lowerBound)
        let isBefore = before.contains { place in
            (read.has(.negation, at: place) || read.has(.negationDeterminer, at: place))
                && !read.has(.negationVoid, at: place)
        }
        // German: *hängt nicht von Russland ab*.
        let after = cue.match.tokens.lowerBound..<cue.match.tokens.upperBound
        return isBefore
            || cue.match.hasGap
                && after.contains {
                    read.has(.negation, at: $0) && !read.has(.negationVoid, at: $0)
                }
    }

    /// *Wants to become a member*, *if it were an ally*: no state yet.
    private func isOnlyPossible(_ cue: ReadSentence.TieCue) -> Bool {
        // Troops that will leave are there.
        guard cue.frame.modality == .fact, cue.frame.kind != .presence else { return false }
        let clause = arguments.clause(of: cue.match.head)
        let kind = clauses.first { $0.tokens.contains(cue.match.head) }?.kind
        if kind == .conditional { return true }
        let lead = max(clause.lowerBound, cue.match.tokens.lowerBound - Self.negationReach)
        let before = lead..<max(lead, cue.match.tokens.lowerBound)
        let isInfinitive =
            cue.frame.form == .verb
            && read.has(.infinitiveMarker, at: cue.match.tokens.lowerBound - 1)
        return isInfinitive
            || before.contains {
                read.has(.futureAuxiliary, at: $0) || read.has(.conditionalParticle, at: $0)
            }
    }
}
