import Diplomacy

/// Whom an article has named and heard so far.
struct VoiceMemory {
    private var spoken: [Voice] = []
    private var people: [(person: NamedPerson, line: Int, hasSpoken: Bool)] = []

    /// *He* may mean somebody named or heard so many sentences before.
    private static let pronounMemory = 3

    /// The name of a voice that the text gives none: the last one that it may mean.
    func name(of attribution: Attribution, line: Int) -> Voice? {
        let voice = attribution.voice
        if attribution.isPronoun {
            return meant(by: voice, line: line)
                ?? voice.actor.map { Voice(name: $0.rawValue, actor: $0) }
        }
        if let office = attribution.office,
            let holder = people.last(where: { $0.person.holds(office, for: voice.actor) })
        {
            return holder.person.voice
        }
        guard attribution.isUnnamed else { return nil }
        // *The political scientist* was introduced with these very words.
        let words = voice.name.lowercased()
        func isCalled(_ voice: Voice, _ words: String) -> Bool {
            voice.name.lowercased().contains(words)
        }
        let known =
            words.count > 4
            ? people.last { isCalled($0.person.voice, words + " ") }?.person.voice
                ?? spoken.last { isCalled($0, words + " ") } ?? spoken.last { isCalled($0, words) }
            : nil
        return known ?? spoken.last { $0.actor != nil && $0.actor == voice.actor }
    }

    /// *He* is who spoke just before; else the last one of the party that the discourse took the pronoun for;
    /// else the last one of all.
    private func meant(by voice: Voice, line: Int) -> Voice? {
        let near = people.reversed().prefix { line - $0.line <= Self.pronounMemory }
        // Who spoke in the sentence before goes on.
        let before = near.first { $0.hasSpoken && line - $0.line <= 1 }?.person.voice
        let same = near.first {
            $0.person.voice.actor != nil && $0.person.voice.actor == voice.actor
        }
        return before ?? same?.person.voice ?? near.first?.person.voice ?? spoken.last
    }

    mutating func hear(_ attribution: Attribution, line: Int) {
        spoken.append(attribution.voice)
        if !attribution.isRelay {
            people.append((NamedPerson(voice: attribution.voice, role: nil), line, true))
        }
    }

    mutating func meet(_ named: [NamedPerson], line: Int) {
        people += named.map { ($0, line, false) }
    }
}
