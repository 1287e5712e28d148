import Diplomacy
import Language
import Text

/// Somebody whom the text has named, as a pronoun may take them up.
struct Antecedent: Hashable, Sendable {
    /// What it was to the predicate of its clause.
    enum Role: Int32, CaseIterable, Hashable, Sendable {
        case subject, object, oblique, owner
    }

    enum Kind: Hashable, Sendable { case person, organisation, state }

    /// More than one where a list is taken up as a whole.
    let actors: [ActorCode]
    let kind: Kind
    let role: Role
    let form: WordForm
    /// Where its head stands in its sentence.
    let head: Int
    /// Where its words end.
    let end: Int
}

/// What the form of a noun or of a pronoun tells of it: the same of both where one takes up the other.
struct WordForm: Hashable, Sendable {
    /// Empty where nothing is told.
    var genders: FunctionWords = []
    /// Nil where nothing is told.
    var isPlural: Bool?

    init() {}

    /// What the tagger tells.
    init(features: String) {
        for feature in features.split(separator: "|") {
            switch feature {
            case "Gender=Masc": genders = [.masculine]
            case "Gender=Fem": genders = [.feminine]
            case "Gender=Neut": genders = [.neuter]
            case "Gender=Fem,Masc", "Gender=Masc,Fem": genders = [.masculine, .feminine]
            case "Gender=Masc,Neut": genders = [.masculine, .neuter]
            case "Number=Plur", "Number=Ptan": isPlural = true
            case "Number=Sing": isPlural = false
            default: continue
            }
        }
    }

    /// Whether the one may take up the other.
    func agrees(with other: WordForm) -> Bool {
        if let isPlural, let many = other.isPlural, isPlural != many { return false }
        if isPlural == true || other.isPlural == true { return true }
        return genders.isEmpty || other.genders.isEmpty || !genders.isDisjoint(with: other.genders)
    }
}

extension Antecedent {
    /// Those of a sentence: its mentions, and the lists that *and* joins.
    static func all(_ mentions: [Mention], in read: ReadSentence) -> [Antecedent] {
        // One of *the Baltic states* is not taken up alone.
        let single = mentions.filter { mention in
            mention.kind == .anaphor || mentions.count { $0.tokens == mention.tokens } == 1
        }
        .compactMap { one($0, in: read, mentions) }
        let lists = Dictionary(grouping: mentions.filter { $0.actor != nil }, by: \.list)
        let whole = lists.sorted { $0.key < $1.key }.compactMap { _, members -> Antecedent? in
            let actors = members.compactMap(\.actor).eachOnce
            guard actors.count > 1, read.areJoined(members) || isOnePhrase(members),
                let first = one(members[0], in: read, mentions)
            else { return nil }
            var form = WordForm()
            form.isPlural = true
            return Antecedent(
                actors: actors,
                kind: first.kind,
                role: first.role,
                form: form,
                head: first.head,
                end: members[members.count - 1].tokens.upperBound
            )
        }
        return single + whole
    }

    private static func isOnePhrase(_ members: [Mention]) -> Bool {
        members.dropFirst().allSatisfy { $0.tokens == members[0].tokens }
    }

    private static func one(
        _ mention: Mention,
        in read: ReadSentence,
        _ mentions: [Mention]
    ) -> Antecedent? {
        guard let actor = mention.actor, !mention.isPrivate else { return nil }
        let head = read.tree.head(of: mention.tokens)
        // *The United States* is *it*: of a bare name the number tells nothing where nouns have no gender.
        let isTelling = read.traits.contains(.cases) || mention.core != nil
        return Antecedent(
            actors: [actor],
            kind: mention.isPerson || read.has(.title, in: mention.tokens)
                ? .person : actor.isOrganisation ? .organisation : .state,
            role: role(of: mention, head, in: read, mentions),
            form: WordForm(features: isTelling ? read.tree.features[head] : ""),
            head: head,
            end: mention.tokens.upperBound
        )
    }

    private static func role(
        of mention: Mention,
        _ head: Int,
        in read: ReadSentence,
        _ mentions: [Mention]
    ) -> Role {
        if mention.isModifier { return .owner }
        switch read.tree.universals[read.tree.firstOfList(head)] {
        // *It is India that …*: what a sentence names first of all is its subject in sense.
        case "nsubj", "root": return .subject
        case "obj": return .object
        case "iobj", "obl": return .oblique
        case "nmod", "det", "amod", "compound": return .owner
        case "":
            // Without a tree: the first that stands for itself is the subject.
            if mention.preposition != nil { return .oblique }
            return mentions.first { $0.preposition == nil && !$0.isModifier } == mention
                ? .subject : .object
        default: return .oblique
        }
    }
}
