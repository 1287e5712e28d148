/// The languages of a page: of each block, and of the whole.
package struct PageLanguages: Hashable, Sendable {
    /// Of each block in order; nil where a block has no words of a language we know.
    package let blocks: [LanguageIdentifier.Guess?]
    /// The language of most letters; its confidence is the share of the page's letters that it has.
    package let main: LanguageIdentifier.Guess?
}

extension LanguageIdentifier {
    /// Below it a block's own guess gives way to the page's language: one guess in ten is wrong
    /// where 0.9 is given, and nearly all blocks of a page are in its main language.
    static let leastCertainty = 0.9

    /// The language of each of the blocks `ranges` of `bytes`, and the main one of them all.
    ///
    /// Each block speaks with its letters times its confidence. A block too short to be sure of
    /// (a title of names) takes the main language if that is in the same script.
    package func languages(_ bytes: [UInt8], _ ranges: [Range<Int>]) -> PageLanguages {
        let guesses = ranges.map { identify(bytes, $0) }
        var votes: [String: Double] = [:]
        for case let guess? in guesses {
            votes[guess.language, default: 0] += Double(guess.letters) * guess.confidence
        }
        guard let most = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            let speaker = guesses.compactMap(\.self).first(where: { $0.language == most.key })
        else { return PageLanguages(blocks: guesses, main: nil) }
        let main = Guess(
            language: most.key,
            script: speaker.script,
            confidence: most.value / votes.values.reduce(0, +),
            letters: guesses.reduce(0) { $0 + ($1?.language == most.key ? $1?.letters ?? 0 : 0) }
        )
        let blocks = guesses.map { guess -> Guess? in
            guard let guess, guess.confidence < Self.leastCertainty, guess.script == main.script
            else { return guess }
            return Guess(
                language: main.language,
                script: main.script,
                confidence: guess.language == main.language
                    ? guess.confidence : 1 - guess.confidence,
                letters: guess.letters
            )
        }
        return PageLanguages(blocks: blocks, main: main)
    }

    /// The main language of a text whose lines are its blocks.
    package func mainLanguage(of text: String) -> Guess? {
        let bytes = Array(text.utf8)
        let blocks = bytes.indices.split { bytes[$0] == 0x0A }.map { $0.startIndex..<$0.endIndex }
        return languages(bytes, blocks).main
    }
}
