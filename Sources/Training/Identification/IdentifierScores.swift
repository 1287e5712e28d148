package import Language

/// How often the identifier is right, by language and length.
package struct IdentifierScores: Sendable, Encodable {
    package struct Row: Sendable, Encodable {
        package let language: String
        package let script: String
        package let length: LabelledSentences.Length
        package let pieces: Int
        package let right: Int
        /// Right too where a language of the same group was named.
        package let rightInGroup: Int

        private enum CodingKeys: String, CodingKey {
            case language, script, length, pieces, right
            case rightInGroup = "right_in_group"
        }
    }

    /// One wrong answer and how often it was given.
    package struct Confusion: Sendable, Encodable {
        package let length: LabelledSentences.Length
        package let language, script: String
        /// `none` where no language was named.
        package let taken: String
        package let times: Int
    }

    /// Guesses of like confidence: how many, and which share was right.
    package struct Band: Sendable, Encodable {
        package let from: Double
        package let pieces: Int
        package let right: Int
    }

    package private(set) var rows: [Row] = []
    package private(set) var confusions: [Confusion] = []
    /// By tenths of confidence, all lengths together.
    package private(set) var bands: [Band] = []

    /// Languages that differ by norm more than by words and of which the web's sentences are mixed
    /// up already in the training data: Bosnian and Croatian, Malay and Indonesian.
    ///
    /// The 51 languages that both sets have are 49 when these are one each.
    /// In Latin letters Serbian is of the first group too.
    private static func group(_ language: String, latin: Bool) -> String {
        switch language {
        case "bs": "hr"
        case "sr": latin ? "hr" : "sr"
        case "ms": "id"
        default: language
        }
    }

    package init(of identifier: LanguageIdentifier, on texts: [LabelledSentences]) {
        var bands = [(pieces: Int, right: Int)](repeating: (0, 0), count: 10)
        for length in LabelledSentences.Length.allCases {
            for text in texts {
                let (language, script) = (text.label.language, "\(text.label.script)")
                let isLatin = text.label.script == .latin
                let group = Self.group(language, latin: isLatin)
                var (right, inGroup) = (0, 0)
                var wrong: [String: Int] = [:]
                let pieces = text.pieces(length)
                for piece in pieces {
                    let guess = identifier.identify(piece)
                    let taken = guess?.language ?? "none"
                    let isRight = taken == language
                    let isInGroup = Self.group(taken, latin: isLatin) == group
                    if isRight { right += 1 } else { wrong[taken, default: 0] += 1 }
                    if isInGroup { inGroup += 1 }
                    let band = min(Int((guess?.confidence ?? 0) * 10), 9)
                    bands[band].pieces += 1
                    if isRight { bands[band].right += 1 }
                }
                rows.append(
                    Row(
                        language: language,
                        script: script,
                        length: length,
                        pieces: pieces.count,
                        right: right,
                        rightInGroup: inGroup
                    )
                )
                for (taken, times) in wrong.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
                {
                    confusions.append(
                        Confusion(
                            length: length,
                            language: language,
                            script: script,
                            taken: taken,
                            times: times
                        )
                    )
                }
            }
        }
        confusions.sort { $0.times > $1.times }
        self.bands = bands.enumerated().map {
            Band(from: Double($0.offset) / 10, pieces: $0.element.pieces, right: $0.element.right)
        }
    }

    /// The mean over the languages of the share that is right; variants of a language are one.
    ///
    /// Serbian counts in Cyrillic alone, as it is in the training data; its Latin rows stand apart.
    package func mean(_ length: LabelledSentences.Length, grouped: Bool) -> Double {
        var shares: [String: (right: Int, pieces: Int)] = [:]
        for row in rows where row.length == length {
            if row.language == "sr", row.script == "latin" { continue }
            let name =
                grouped ? Self.group(row.language, latin: row.script == "latin") : row.language
            let right = grouped ? row.rightInGroup : row.right
            let before = shares[name] ?? (0, 0)
            shares[name] = (before.right + right, before.pieces + row.pieces)
        }
        let sum = shares.values.reduce(0.0) { $0 + Double($1.right) / Double(max($1.pieces, 1)) }
        return sum / Double(max(shares.count, 1))
    }
}
