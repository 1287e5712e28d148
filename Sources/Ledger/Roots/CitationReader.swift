import Diplomacy
import Foundation

/// Finds where an article says whose words it passes on.
///
/// A credit stands in a block of its own, at the head or the end, and takes in the whole article:
/// "Originally published by Greenwich Dispatch", "БРЮСЕЛЬ (Reuters) -". A citation stands in a sentence
/// and takes in that sentence: "as Bloomberg writes". Names that the book does not know are noted too:
/// whoever asks later knows of which outlets articles are at hand. So what is found depends on the
/// article alone.
struct CitationReader {
    /// A credit is a line, not a paragraph; in UTF-8 bytes.
    private static let longestCredit = 200
    /// An agency's tag stands in the dateline, within so many letters of the beginning.
    private static let longestDateline = 60
    /// How many words away from the phrase the outlet may stand: "как пишет в пятницу газета X".
    private static let reach = 4

    /// Words of a name that signs an article: given names, a surname of two parts.
    private static let longestName = 4

    let book: OutletBook

    /// What the article cites, and whether it says that it was written in another language.
    func read(_ article: Article) -> (citations: [Citation], isTranslation: Bool) {
        let phrases = book.phrases(article.language)
        let translation = phrases.filter { $0.form == .translation }
        var found: [Citation] = []
        var isTranslation = false
        for (place, block) in article.blocks.enumerated() {
            let words = article.words(at: block.range)
            let folded = Folded(words)
            let isShort = words.utf8.count <= Self.longestCredit
            if isShort, !isTranslation {
                isTranslation = translation.contains { opening($0, of: folded, block) != nil }
            }
            if isShort, let credit = credit(words, folded, phrases, block) {
                found.append(credit)
            } else if isShort, let signature = signature(words, block) {
                found.append(signature)
            } else if block.isKept {
                if place < 8, let tag = datelineTag(words, block) { found.append(tag) }
                if phrases.contains(where: { $0.form.isOfSentence && folded.mayHold($0) }) {
                    found += cited(words, phrases, at: block.range.lowerBound)
                }
            }
        }
        if let byline = article.byline, let first = article.blocks.first,
            let signature = signature(
                byline,
                Block(range: first.range, role: first.role, discard: .byline)
            )
        {
            found.append(signature)
        }
        let own = book.key(of: article)
        return (found.filter { $0.outlet != own }, isTranslation)
    }

    // MARK: Credits

    private func credit(
        _ words: String,
        _ folded: Folded,
        _ phrases: [OutletBook.Phrase],
        _ block: Block
    ) -> Citation? {
        let isTranslation = phrases.contains {
            $0.form == .translation && opening($0, of: folded, block) != nil
        }
        for phrase in phrases where phrase.form == .credit || phrase.form == .translation {
            // Behind "translated from German" the credit stands anywhere in the note.
            let place =
                isTranslation && phrase.form == .credit
                ? end(of: phrase, in: folded) : opening(phrase, of: folded, block)
            guard let before = place, before <= words.count,
                let (name, key) = self.name(
                    behind: String(words.dropFirst(before)),
                    orCapitals: phrase.form == .credit
                )
            else { continue }
            return Citation(
                outlet: key,
                name: name,
                isKnown: true,
                isCredit: true,
                range: block.range
            )
        }
        return nil
    }

    private func end(of phrase: OutletBook.Phrase, in folded: Folded) -> Int? {
        guard folded.mayHold(phrase) else { return nil }
        let text = folded.text
        return text.firstRange(of: phrase.words)
            .map { text.distance(from: text.startIndex, to: $0.upperBound) }
    }

    /// How many letters end with the phrase, where the block opens with it.
    ///
    /// A note begins with the phrase; a discarded line may hold it behind another.
    private func opening(
        _ phrase: OutletBook.Phrase,
        of folded: Folded,
        _ block: Block
    ) -> Int? {
        let text = folded.text
        guard folded.mayHold(phrase), let place = text.firstRange(of: phrase.words) else {
            return nil
        }
        let opens = text[..<place.lowerBound].allSatisfy { !$0.isLetter }
        guard opens || block.discard == .provenance else { return nil }
        return text.distance(from: text.startIndex, to: place.upperBound)
    }

    /// The outlet named behind a credit's phrase: one that is known, else what stands in quotation
    /// marks, else the words with capitals where they are asked for.
    private func name(
        behind text: String,
        orCapitals takesCapitals: Bool
    ) -> (name: String, key: String)? {
        let words = spaced(text)
        if let known = known(in: Array(words.prefix(Self.reach * 2))) {
            return (known.name, known.name)
        }
        let plain: String
        if let open = text.firstIndex(where: { "«“„\"".contains($0) }),
            let close = text[text.index(after: open)...].firstIndex(where: { "»”“\"".contains($0) })
        {
            plain = trimmed(String(text[open..<close]))
        } else {
            guard takesCapitals else { return nil }
            let name = words.drop { !($0.first?.isUppercase ?? false) }
                .prefix { $0.first?.isUppercase ?? false }
                .prefix(Self.reach)
            plain = trimmed(name.joined(separator: " "))
        }
        return book.key(ofOutlet: plain).map { (plain, $0) }
    }

    /// "Jane Porter, Reuters": who signs for an outlet wrote for it, whatever page it stands on.
    ///
    /// A byline, or a line of its own that holds a name, a comma and an outlet that the book knows.
    private func signature(_ words: String, _ block: Block) -> Citation? {
        guard let comma = words.lastIndex(where: { ",|–—".contains($0) }),
            let outlet = book.outlet(String(words[words.index(after: comma)...]))
        else { return nil }
        let signer = spaced(String(words[..<comma]))
        let isName =
            (2...Self.longestName).contains(signer.count)
            && signer.allSatisfy { $0.first?.isUppercase ?? false }
            && book.outlet(String(words[..<comma])) == nil
        guard isName || block.discard == .byline else { return nil }
        return Citation(
            outlet: outlet.name,
            name: outlet.name,
            isKnown: true,
            isCredit: true,
            range: block.range
        )
    }

    /// "BRUSSELS (Reuters) -", "КИЇВ, 7 березня (Степ-Інформ).": an agency in brackets, early.
    private func datelineTag(_ words: String, _ block: Block) -> Citation? {
        let head = words.prefix(Self.longestDateline)
        guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")"),
            head[..<open].split(separator: " ").first.map(isCapitals) ?? false
        else { return nil }
        let name = String(head[head.index(after: open)..<close])
        guard name.first?.isUppercase ?? false || book.outlet(name) != nil,
            let key = book.key(ofOutlet: name)
        else { return nil }
        return Citation(
            outlet: key,
            name: book.outlet(name)?.name ?? name,
            isKnown: true,
            isCredit: true,
            range: block.range
        )
    }

    private func isCapitals(_ word: Substring) -> Bool {
        let letters = word.filter(\.isLetter)
        return letters.count > 1 && letters.allSatisfy(\.isUppercase)
    }

    // MARK: Citations in a sentence

    private func cited(
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

    /// The longest run of `words` that names an outlet of the book.
    private func known(in words: [String]) -> OutletBook.Outlet? {
        for length in stride(from: min(4, words.count), to: 0, by: -1) {
            for start in 0...(words.count - length) {
                let name = trimmed(words[start..<start + length].joined(separator: " "))
                if name.contains(where: \.isUppercase) || name == "dpa",
                    let outlet = book.outlet(name)
                {
                    return outlet
                }
            }
        }
        return nil
    }

    /// The run of words with capitals that stands nearest to the phrase.
    private func nearestName(in words: [String], _ form: OutletBook.Form) -> String? {
        if let quoted = quotedName(in: words, form) { return quoted }
        let isName = { (word: String) in trimmed(word).first?.isUppercase ?? false }
        let ordered = form == .follows ? words : words.reversed()
        var run: [String] = []
        for word in ordered.prefix(Self.reach).drop(while: { !isName($0) }) {
            // A mark behind a word ends the name: "Africanews, Россия".
            let ends = ",;:)»”“\"".contains(word.last ?? " ")
            if !isName(word) || (form == .precedes && ends && !run.isEmpty) { break }
            run.append(word)
            if form == .follows && ends { break }
        }
        let name = trimmed((form == .follows ? run : run.reversed()).joined(separator: " "))
        return name.isEmpty ? nil : name
    }

    /// The name in quotation marks that stands nearest to the phrase, whole: "пише «Степовий вісник»".
    private func quotedName(in words: [String], _ form: OutletBook.Form) -> String? {
        let opens = words.indices.filter { words[$0].first.map { "«“„\"".contains($0) } ?? false }
        guard let start = form == .follows ? opens.first : opens.last,
            let end = words[start...].firstIndex(where: { word in
                word.dropFirst().contains { "»”“\"".contains($0) }
            })
        else { return nil }
        let name = trimmed(words[start...end].joined(separator: " "))
        return name.first?.isUppercase ?? false ? name : nil
    }

    // MARK: Words

    private func spaced(_ text: String) -> [String] {
        text.split { $0.isWhitespace || $0 == "/" }.map(String.init)
    }

    private func trimmed(_ name: String) -> String {
        let kept = name.drop { !$0.isLetter && !$0.isNumber }
        let end = kept.lastIndex { $0.isLetter || $0.isNumber }
        return end.map { String(kept[...$0]) } ?? ""
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

/// Words in small letters, in which phrases are looked for.
private struct Folded {
    let text: String
    private let bytes: [UInt8]
    private let twos: ByteTwos
    /// Accents that stand by themselves: then equal letters may have other bytes.
    private let hasLooseAccents: Bool

    init(_ words: String) {
        text = words.lowercased()
        bytes = Array(text.utf8)
        twos = ByteTwos(bytes)
        // U+0300 to U+036F begin with these.
        hasLooseAccents = bytes.contains { $0 == 0xCC || $0 == 0xCD }
    }

    private static func holds(
        _ text: UnsafeRawBufferPointer,
        _ sought: UnsafeRawBufferPointer
    ) -> Bool {
        guard let start = text.baseAddress, let phrase = sought.baseAddress else { return false }
        // Where the phrase may begin, from here on.
        var (place, left) = (start, text.count - sought.count + 1)
        while left > 0, let found = memchr(place, Int32(sought[0]), left) {
            if memcmp(found, phrase, sought.count) == 0 { return true }
            left -= UnsafeRawPointer(found) - place + 1
            place = UnsafeRawPointer(found) + 1
        }
        return false
    }

    /// False where the phrase surely does not stand in the text: nearly always, and found out over bytes.
    func mayHold(_ phrase: OutletBook.Phrase) -> Bool {
        if hasLooseAccents { return true }
        return twos.contains(phrase.twos)
            && bytes.withUnsafeBytes { text in
                phrase.bytes.withUnsafeBytes { sought in Self.holds(text, sought) }
            }
    }
}
