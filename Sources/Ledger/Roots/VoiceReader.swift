import Diplomacy

/// Tells from a speaker chain who says a statement in the end: a named voice, an unnamed one and whose,
/// or an outlet.
///
/// The innermost voice decides. A person is known by the last word of the name, an office by its state,
/// an unnamed voice by the outlet that speaks to it and the party it belongs to. Several officials whom
/// one outlet does not name, all of one state, count as one: rather too few roots than too many.
struct VoiceReader {
    let book: OutletBook

    /// What the article cites: a voice of that name is no person.
    let citations: [Citation]
    /// The key of the article's own outlet.
    let own: String?

    /// Reads the chain of `statement`; `citation` is the outlet named in its sentence, if any.
    func testimony(of statement: Statement, citation: Citation?) -> Testimony {
        let chain = statement.speakers.filter { !$0.name.isEmpty || $0.actor != nil }
        let carrier =
            chain.compactMap(outlet).last { $0.key != own }
            ?? citation.map { (key: $0.outlet, name: $0.name) }
        func account() -> Testimony {
            Testimony(
                kind: .account,
                voice: "",
                name: nil,
                actor: nil,
                outlet: carrier?.key,
                outletName: carrier?.name
            )
        }
        guard let inner = chain.last, outlet(inner) == nil else { return account() }
        let known = known(inner)
        return Testimony(
            kind: known.kind,
            voice: known.voice,
            name: inner.name.isEmpty ? inner.actor?.rawValue : inner.name,
            actor: inner.actor,
            outlet: carrier?.key,
            outletName: carrier?.name
        )
    }

    /// The outlet that the voice is: one of the book, the article's own, or one that it cites.
    private func outlet(_ voice: Voice) -> (key: String, name: String)? {
        guard voice.actor == nil else { return nil }
        let known = known(voice)
        if let outlet = known.outlet { return (outlet.name, outlet.name) }
        guard let key = known.key else { return nil }
        if key == own { return (key, voice.name) }
        // A coder may have caught the first half of a double name only: Степ-Інформ.
        return citations.first { $0.outlet == key || $0.outlet.hasPrefix(key + " ") }
            .map { ($0.outlet, $0.name) }
    }

    /// What can be said of the voice without its article.
    private func known(_ voice: Voice) -> VoiceMemory.Known {
        book.memory.known(voice) { voice in
            let words = NameSkeleton.words(of: voice.name)
            let isPlain = book.voiceWords(in: words).isEmpty
            let (kind, key) = classified(voice)
            return VoiceMemory.Known(
                outlet: isPlain ? book.outlet(within: words) : nil,
                key: book.key(ofOutlet: voice.name),
                kind: kind,
                voice: key
            )
        }
    }

    private func classified(_ voice: Voice) -> (Root.Kind, key: String) {
        let words = NameSkeleton.words(of: voice.name)
        let known = book.voiceWords(in: words)
        let office = known.first { $0.word == .office } ?? known.first { $0.word == .speaker }
        // "diplomat Ivan Petrov", "речник Кремля Дмитро Пєсков".
        if let last = known.last, last.word != .office,
            let person = person(in: words[(last.place + 1)...])
        {
            return (.named, person)
        }
        if let office = known.last(where: { $0.word == .office }),
            known.contains(where: { $0.word == .speaker }),
            let person = person(in: words[(office.place + 1)...])
        {
            return (.named, person)
        }
        if known.contains(where: { $0.word == .unnamed }) {
            return (.unnamed, voice.actor?.rawValue ?? "")
        }
        if office != nil {
            return (.named, voice.actor.map { "office of \($0.rawValue)" } ?? key(words))
        }
        // The coder gives persons their whole name; one word is a capital, a state, a pronoun.
        if words.count < 2, let actor = voice.actor {
            return (.named, "office of \(actor.rawValue)")
        }
        if let person = person(in: words[...]) { return (.named, person) }
        if let actor = voice.actor { return (.named, "office of \(actor.rawValue)") }
        return (.unnamed, "")
    }

    /// The key of the last word with a capital, where the first such word opens `words`.
    private func person(in words: ArraySlice<Substring>) -> String? {
        guard words.first?.first?.isUppercase ?? false,
            let last = words.last(where: { $0.first?.isUppercase ?? false })
        else { return nil }
        let skeleton = NameSkeleton.key(String(last))
        return skeleton.isEmpty ? last.lowercased() : skeleton
    }

    private func key(_ words: [Substring]) -> String {
        NameSkeleton.key(words.joined(separator: " "))
    }
}
