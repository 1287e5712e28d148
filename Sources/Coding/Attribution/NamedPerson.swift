import Diplomacy

/// Somebody whom a sentence names, and whom *he* and *the Armenian leader* may mean in the next ones.
struct NamedPerson: Hashable, Sendable {
    let voice: Voice
    /// Nil where the text tells none.
    let role: Person.Role?

    private static let heads: Set<Person.Role> = [.headOfState, .headOfGovernment, .leader]

    /// Whether a voice that is called by `role`, and is of `actor` where it tells whose, may be this person.
    func holds(_ role: Person.Role, for actor: ActorCode?) -> Bool {
        guard let own = self.role, actor == nil || actor == voice.actor else { return false }
        return own == role || Self.heads.isSuperset(of: [own, role])
    }
}

extension AttributionFinder {
    /// The people whom the sentence names: leaders, those with a role, and others by calling and name.
    var namedPeople: [NamedPerson] {
        let leaders = mentions.filter { $0.isPerson && $0.actor != nil }.map { mention in
            let role = people.first { $0.tokens.overlaps(mention.tokens) }?.role ?? .leader
            let voice = Voice(
                name: mention.person ?? name(at: mention.tokens),
                actor: mention.actor
            )
            return (NamedPerson(voice: voice, role: role), mention.tokens)
        }
        let holders = people.map {
            (NamedPerson(voice: Voice(name: $0.name, actor: $0.party), role: $0.role), $0.tokens)
        }
        let others = read.voices.filter { !$0.kind.isNamed && !isPlural($0.tokens) }.map { voice in
            let whole = named(after: voice.tokens)
            return (NamedPerson(voice: Voice(name: name(at: whole)), role: nil), whole)
        }
        let all = leaders + holders + others
        return all.enumerated()
            .filter { place, person in
                // Somebody who is found in two ways is told once, by what tells more.
                !all[..<place].contains { $0.1.overlaps(person.1) }
            }
            .map(\.element).sorted { $0.1.lowerBound < $1.1.lowerBound }.map(\.0)
    }

    /// What a voice of one person is called where it is not named: *the Armenian leader*, *the minister*.
    func office(at tokens: Range<Int>) -> Person.Role? {
        guard let last = read.roles.last(where: { $0.tokens.upperBound == tokens.upperBound }),
            case .role(let role) = last.word, role != .spokesperson,
            !isPlural(last.tokens)
        else { return nil }
        return role
    }

    func isPlural(_ tokens: Range<Int>) -> Bool {
        read.tree.features[read.tree.head(of: tokens)].contains("Number=Plur")
    }
}
