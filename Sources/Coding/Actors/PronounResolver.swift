import Diplomacy
import Language

/// Finds whom a pronoun, or *the country*, may mean: by the form of the word, by what a clause allows, and by how much the text
/// has put somebody before the reader.
///
/// The weights follow Lappin and Leass (1994), who found them for manuals and rated what is named in a sentence, as its subject,
/// its object or otherwise, half as much for every sentence that lies between.
struct PronounResolver {
    let read: ReadSentence
    /// Those of this sentence, then those of the sentences before, the latest first.
    let named: [[Antecedent]]

    /// Whom the word may mean, the likeliest first.
    struct Choice: Hashable, Sendable {
        let actors: [ActorCode]
        let weight: Int
    }

    private static let recency = 100
    private static let roles: [Antecedent.Role: Int] = [
        .subject: 80, .object: 50, .oblique: 40, .owner: 10,
    ]
    /// What *his* and *sich* stand beside is done by whom they mean, unless the form says otherwise.
    private static let ownClause = 70
    /// A subject takes up a subject.
    private static let parallel = 35
    /// The form tells another gender or number, which taggers mistake at times: whoever else is named comes before.
    private static let otherForm = 250
    /// *He* for a state, *it* for a person.
    private static let otherKind = 200
    /// *They* for one state, and for one who speaks for it.
    private static let oneForMany = (state: 60, organisation: 20, person: 90)

    private static let genders: FunctionWords = [.masculine, .feminine, .neuter]
    private static let pronouns = genders.union([.several, .reflexive])

    /// Whether the word at `place` is a pronoun that takes somebody up.
    static func isPronoun(_ place: Int, in read: ReadSentence) -> Bool {
        guard !read.functions[place].isDisjoint(with: pronouns) else { return false }
        if isExpletiveObject(place, in: read) || opensCleft(place, in: read) { return false }
        switch read.tree.tags[place] {
        case nil, .pron, .det: return read.tree.universals[place] != "expl"
        default: return false
        }
    }

    /// *Does not consider it useful to hold exercises*: it stands for what follows.
    private static func isExpletiveObject(_ place: Int, in read: ReadSentence) -> Bool {
        guard read.traits.contains(.naturalGender), read.has(.neuter, at: place),
            read.tree.universals[place] == "obj", place + 2 < read.tokens.count
        else { return false }
        let judged = read.tree.tags[place + 1]
        return (judged == .adj || judged == .noun) && read.has(.infinitiveMarker, at: place + 2)
    }

    /// *It is India that keeps the lights burning*: it stands for nobody, and India does it.
    private static func opensCleft(_ place: Int, in read: ReadSentence) -> Bool {
        let tree = read.tree
        guard read.traits.contains(.naturalGender) || read.has(.expletive, at: place),
            read.has(.neuter, at: place), tree.universals[place] == "nsubj",
            let head = tree.heads[place], head > place,
            tree.tags[head] == .propn || tree.tags[head] == .noun,
            !tree.dependents(of: head, by: ["cop"]).isEmpty
        else { return false }
        return tree.dependents(of: head, by: ["acl"]).contains { $0 > head }
    }

    /// What the pronoun at `place` tells of itself.
    private func form(at place: Int) -> WordForm {
        let functions = read.functions[place]
        let genders = functions.intersection(Self.genders)
        let isSeveral = functions.contains(.several)
        var form = WordForm()
        if genders.isEmpty && !isSeveral { return form }
        if !isSeveral {
            form.genders = genders
            form.isPlural = false
        } else if genders.isEmpty {
            form.isPlural = true
        } else {
            form = divided(place, genders)
        }
        return form
    }

    /// *Sie*, *ihr*, *им*: one or many, as the tagger or the verb says.
    private func divided(_ place: Int, _ genders: FunctionWords) -> WordForm {
        var form = WordForm()
        let tree = read.tree
        let told =
            tree.universals[place] == "nsubj"
            ? tree.heads[place].map { tree.features[$0] } ?? "" : ""
        let verb = WordForm(features: told).isPlural
        let own = isOwner(place) ? nil : WordForm(features: tree.features[place]).isPlural
        form.isPlural = verb ?? own
        if form.isPlural != true { form.genders = genders }
        return form
    }

    /// *His*, *its*: it stands before what its party has.
    private func isOwner(_ place: Int) -> Bool {
        let tree = read.tree
        guard let owned = tree.heads[place], owned > place else { return false }
        return tree.tags[place] == .det || tree.features[place].contains("Poss=Yes")
            || ["det", "nmod"].contains(tree.universals[place])
    }

    /// The mentions that the pronoun at `place` stands for, more than one where it takes up a list.
    func mentions(at place: Int) -> [Mention] {
        let choices = choices(at: place)
        guard let best = choices.first else { return [] }
        let next = place + 1
        let isOwner = isOwner(place)
        return best.actors.map { actor in
            // "His country", "its sanctions": the pronoun owns what follows.
            let ownsState = isOwner && read.has(.stateNoun, at: next)
            var mention = Mention.anaphor(
                place..<(ownsState ? next + 1 : next),
                actor,
                "a pronoun for the party spoken of last"
            )
            mention.choices = choices
            mention.isModifier = isOwner && !ownsState
            return mention
        }
    }

    /// Whom the pronoun at `place` may mean; none where nobody was named before it.
    private func choices(at place: Int) -> [Choice] {
        let form = form(at: place)
        let isOwner = isOwner(place)
        let isReflexive = read.has(.reflexive, at: place)
        let doer = read.doer(ofClauseAround: place)
        // *Its allies felt themselves abandoned*: whoever they are, they are nobody named before.
        if isReflexive, let doer, read.has(.genericParty, at: doer) { return [] }
        return ranked(before: place) { candidate, isHere in
            var weight = 0
            if isHere {
                let head = read.tree.firstOfList(candidate.head)
                if !isReflexive, !isOwner,
                    read.tree.areArguments(head, place)
                        || head == doer && read.tree.universals[place] != "nsubj"
                {
                    return nil
                }
                if head == doer {
                    weight += isReflexive ? 2 * Self.ownClause : isOwner ? Self.ownClause : 0
                }
            }
            if candidate.role == .subject, read.tree.universals[place] == "nsubj" {
                weight += Self.parallel
            }
            if !form.agrees(with: candidate.form) { weight -= Self.otherForm }
            return weight - unlikeness(form, candidate)
        }
    }

    /// Whom *the country* at `place` may mean.
    func states(at place: Int) -> [Choice] { parties(at: place) { $0.isState } }

    /// Whom *the kingdom* at `place` may mean, of those who are called so.
    func parties(at place: Int, among called: Set<ActorCode>) -> [Choice] {
        parties(at: place, where: called.contains)
    }

    /// *The countries*, *the three states*: the list that they take up; none where the text has named none, or where others than
    /// those may be meant.
    func statesTogether(at place: Int) -> [Mention] {
        guard read.isPointedAt(place) else { return [] }
        let choices = ranked(before: place) { candidate, _ in
            candidate.actors.count > 1 && candidate.actors.allSatisfy(\.isState) ? 0 : nil
        }
        return (choices.first?.actors ?? []).map { actor in
            Mention.anaphor(place..<(place + 1), actor, "one of those spoken of last")
        }
    }

    private func parties(at place: Int, where isMeant: (ActorCode) -> Bool) -> [Choice] {
        let doer = read.doer(ofClauseAround: place)
        return ranked(before: place) { candidate, isHere in
            guard candidate.actors.count == 1, isMeant(candidate.actors[0]) else { return nil }
            if isHere {
                let head = read.tree.firstOfList(candidate.head)
                if read.tree.areArguments(head, place) || head == doer && head != place {
                    return nil
                }
            }
            return candidate.kind == .person ? -Self.parallel : 0
        }
    }

    /// What one says of a person, of several or of a thing, where the form of a word is not that of its gender.
    private func unlikeness(_ form: WordForm, _ candidate: Antecedent) -> Int {
        var weight = 0
        if form.isPlural == true, candidate.form.isPlural != true {
            switch candidate.kind {
            case .state: weight += Self.oneForMany.state
            case .organisation: weight += Self.oneForMany.organisation
            case .person: weight += Self.oneForMany.person
            }
        }
        guard form.isPlural == false, read.traits.contains(.naturalGender) else { return weight }
        let isPerson = candidate.kind == .person
        let meansPerson = !form.genders.contains(.neuter)
        return isPerson == meansPerson ? weight : weight + Self.otherKind
    }

    private func ranked(
        before place: Int,
        _ judge: (_ candidate: Antecedent, _ isHere: Bool) -> Int?
    ) -> [Choice] {
        var weights: [[ActorCode]: Int] = [:]
        var order: [[ActorCode]] = []
        for (distance, sentence) in named.enumerated() {
            for candidate in sentence where distance > 0 || candidate.end <= place {
                guard let own = judge(candidate, distance == 0) else { continue }
                let usual = (Self.recency + (Self.roles[candidate.role] ?? 0)) >> distance
                // Of two that stand alike, the nearer.
                let nearness = distance == 0 ? candidate.end * 10 / max(1, place) : 0
                let weight = usual + own + nearness
                if weights[candidate.actors] == nil { order.append(candidate.actors) }
                weights[candidate.actors] = max(weights[candidate.actors] ?? .min, weight)
            }
        }
        return order.map { Choice(actors: $0, weight: weights[$0] ?? 0) }
            .enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            .map(\.element)
    }
}
