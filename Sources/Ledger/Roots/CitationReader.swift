import Diplomacy

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
    static let reach = 4

    /// Words of a name that signs an article: given names, a surname of two parts.
    private static let longestName = 4

    let book: OutletBook

    /// What stands between a signer and an outlet; asked of scalars, because it is asked of every short block.
    private static func partsSigner(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", "|", "–", "—": true
        default: false
        }
    }

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

    /// "Jane Porter, Reuters": who signs for an outlet wrote for it, whatever page it stands on.
    ///
    /// A byline, or a line of its own that holds a name, a comma and an outlet that the book knows.
    private func signature(_ words: String, _ block: Block) -> Citation? {
        guard let comma = words.unicodeScalars.lastIndex(where: Self.partsSigner),
            let outlet = book.outlet(String(words[words.unicodeScalars.index(after: comma)...]))
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
        guard words.utf8.contains(UInt8(ascii: "(")) else { return nil }
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
}
