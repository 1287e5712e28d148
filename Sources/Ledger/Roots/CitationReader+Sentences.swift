import Diplomacy

/// Citations in a sentence: "as Bloomberg writes", "пише «Степовий вісник»".
extension CitationReader {
    /// What the sentences of a block cite, one outlet of each at most; `start` is where the block begins.
    func cited(
        _ words: String,
        _ phrases: [OutletBook.Phrase],
        at start: Int
    ) -> [Citation] {
        sentences(words).compactMap { sentence in
            let text = String(words[sentence])
            let folded = Folded(text)
            let sides = phrases.compactMap { phrase -> (OutletBook.Form, [String])? in
                guard phrase.form.isOfSentence, folded.mayHold(phrase),
                    let place = wholeWords(phrase.words, in: folded.text),
                    let near = beside(place, phrase.form, of: folded.text, text)
                else { return nil }
                return (phrase.form, near)
            }
            // What the book knows goes before what only looks like a name.
            let outlet = sides.lazy.compactMap { known(in: $0.1) }.first
            guard
                let name = outlet?.name ?? sides.lazy.compactMap({ nearestName(in: $1, $0) }).first,
                let key = book.key(ofOutlet: name)
            else { return nil }
            let first = words[..<sentence.lowerBound].utf8.count + start
            return Citation(
                outlet: key,
                name: name,
                isKnown: outlet != nil,
                isCredit: false,
                range: first..<first + text.utf8.count
            )
        }
    }

    /// The words on the asked side of a phrase, as they stand in the text.
    private func beside(
        _ place: Range<String.Index>,
        _ form: OutletBook.Form,
        of folded: String,
        _ text: String
    ) -> [String]? {
        // Small letters can be more or fewer than capitals in a few scripts; not in ours.
        guard folded.count == text.count else { return nil }
        let before = folded.distance(from: folded.startIndex, to: place.lowerBound)
        let behind = folded.distance(from: folded.startIndex, to: place.upperBound)
        return form == .follows
            ? Array(spaced(String(text.dropFirst(behind))).prefix(Self.reach + 2))
            : Array(spaced(String(text.prefix(before))).suffix(Self.reach))
    }

    private func wholeWords(_ phrase: String, in text: String) -> Range<String.Index>? {
        var start = text.startIndex
        while let found = text[start...].firstRange(of: phrase) {
            let opens =
                found.lowerBound == text.startIndex
                || !text[text.index(before: found.lowerBound)].isLetter
            let closes = found.upperBound == text.endIndex || !text[found.upperBound].isLetter
            if opens && closes { return found }
            start = found.upperBound
        }
        return nil
    }

    /// Cuts at a full stop, question or exclamation mark before a space.
    private func sentences(_ words: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var start = words.startIndex
        for place in words.utf8.indices where Self.isStop(words.utf8, place) {
            let next = words.index(after: place)
            if next == words.endIndex || words[next].isWhitespace {
                found.append(start..<next)
                start = next
            }
        }
        if start < words.endIndex { found.append(start..<words.endIndex) }
        return found
    }

    /// Whether one of `.!?…` begins here.
    private static func isStop(_ bytes: String.UTF8View, _ place: String.Index) -> Bool {
        switch bytes[place] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
        case 0xE2: bytes[place...].starts(with: "…".utf8)
        default: false
        }
    }
}
