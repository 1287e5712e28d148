package import Language

/// The sentences of one language in one script, to learn from or to measure on.
package struct LabelledSentences: Sendable {
    package let label: IdentifierModel.Label
    package let sentences: [String]

    package init(label: IdentifierModel.Label, sentences: [String]) {
        self.label = label
        self.sentences = sentences
    }

    /// Every tenth sentence, from the tenth on: never trained on, used for tuning and calibration.
    package var heldOut: LabelledSentences {
        LabelledSentences(label: label, sentences: parted.heldOut)
    }

    /// The other nine tenths.
    package var learnt: LabelledSentences {
        LabelledSentences(label: label, sentences: parted.learnt)
    }

    private var parted: (learnt: [String], heldOut: [String]) {
        var parted: (learnt: [String], heldOut: [String]) = ([], [])
        for (place, sentence) in sentences.enumerated() {
            if place % 10 == 9 {
                parted.heldOut.append(sentence)
            } else {
                parted.learnt.append(sentence)
            }
        }
        return parted
    }

    /// The pieces that the language is to be told from, by their length.
    package enum Length: String, CaseIterable, Sendable, Codable {
        case sixWords = "six words"
        case sentence
        case threeSentences = "three sentences"
    }

    /// Eighteen signs of a script without spaces say about as much as six words.
    private static let signsForSixWords = 18
    private static let withoutSpaces: Set<String> = ["ja", "th", "zh"]

    /// The pieces of a length: the first six words of each sentence that has as many; the sentences;
    /// each three that follow one another.
    package func pieces(_ length: Length) -> [String] {
        switch length {
        case .sentence: sentences
        case .threeSentences:
            stride(from: 0, to: sentences.count - 2, by: 3).map {
                sentences[$0..<$0 + 3].joined(separator: " ")
            }
        case .sixWords:
            sentences.compactMap { sentence in
                if Self.withoutSpaces.contains(label.language) {
                    return String(sentence.prefix(Self.signsForSixWords))
                }
                let words = sentence.split(whereSeparator: \.isWhitespace)
                return words.count < 6 ? nil : words.prefix(6).joined(separator: " ")
            }
        }
    }

    /// The same sentences of Serbian in Latin letters: the two alphabets match letter by letter.
    package var inSerbianLatin: LabelledSentences {
        LabelledSentences(
            label: .init(language: label.language, script: .latin),
            sentences: sentences.map { sentence in
                sentence.map { letter in
                    if let latin = Self.serbian[letter] { return latin }
                    guard let small = letter.lowercased().first, let latin = Self.serbian[small]
                    else { return String(letter) }
                    return latin.prefix(1).uppercased() + latin.dropFirst()
                }
                .joined()
            }
        )
    }

    private static let serbian: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "đ", "е": "e", "ж": "ž", "з": "z",
        "и": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n", "њ": "nj", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "ć", "у": "u", "ф": "f", "х": "h", "ц": "c",
        "ч": "č", "џ": "dž", "ш": "š",
    ]
}
