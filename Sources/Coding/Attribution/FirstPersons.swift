import Diplomacy
import Language

/// Whom *we* means in the answers of an interview.
///
/// Who answers speaks for their state where the text says that they hold an office, or held one. Of anybody else's *we* one
/// thing is known: nobody names their own country beside it (*the Kremlin chose between us and Baku*: neither is meant). So of
/// the states that the article names it is the one named most that hardly ever stands in a sentence with *we*.
struct FirstPersons {
    let passages: [LanguageReader.Passage]

    /// Fewer sentences with *we* show too little of who stands beside it.
    private static let leastSentences = 3
    /// A state that is named less often is in passing there.
    private static let leastNamings = 3
    /// Who is asked about their country hears it named at least half as often as the one named most; whom an article of theirs names
    /// only where it was made is none.
    private static let leastOfMost = 0.5
    /// *We in Armenia* names it once; every third time it is somebody else.
    private static let mostBeside = 0.25

    /// By the first byte of each sentence in which an answer speaks of *us*.
    func actors() -> [Int: ActorCode] {
        let ours = passages.indices.filter { isFirstPerson(passages[$0]) }
        guard !ours.isEmpty else { return [:] }
        let turns = Dialogue(lines: passages.map(\.spoken)).turns()
        let answers = ours.filter { place in
            turns[place].map { $0.voice.name != Dialogue.interviewer } ?? false
        }
        let voices = Dictionary(grouping: answers) { turns[$0]?.voice ?? Voice(name: "") }
        var found: [Int: ActorCode] = [:]
        for (voice, own) in voices {
            guard let actor = office(of: voice) ?? unnamed(beside: own) else { continue }
            for place in own { found[passages[place].read.sentence.range.lowerBound] = actor }
        }
        return found
    }

    private func isFirstPerson(_ passage: LanguageReader.Passage) -> Bool {
        passage.read.tokens.indices.contains { passage.read.has(.firstPerson, at: $0) }
    }

    private func office(of voice: Voice) -> ActorCode? {
        voice.actor
            ?? passages.lazy.flatMap(\.people).first { voice.name.hasSuffix($0.name) }?.party
    }

    private func unnamed(beside sentences: [Int]) -> ActorCode? {
        guard sentences.count >= Self.leastSentences else { return nil }
        var (namings, beside): ([ActorCode: Int], [ActorCode: Int]) = ([:], [:])
        let own = Set(sentences)
        for (place, passage) in passages.enumerated() {
            let states = Set(
                passage.coder.mentions.filter { !$0.isPrivate && $0.kind != .anaphor }
                    .compactMap(\.actor).filter(\.isState)
            )
            for state in states {
                namings[state, default: 0] += 1
                if own.contains(place) { beside[state, default: 0] += 1 }
            }
        }
        let most = namings.values.max() ?? 0
        let possible = namings.filter { state, count in
            count >= Self.leastNamings && Double(count) >= Self.leastOfMost * Double(most)
                && Double(beside[state] ?? 0) <= Self.mostBeside * Double(count)
        }
        let best = possible.values.max()
        let candidates = possible.filter { $0.value == best }.keys
        return candidates.count == 1 ? candidates.first : nil
    }
}
