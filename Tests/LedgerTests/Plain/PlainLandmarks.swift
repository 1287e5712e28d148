import Diplomacy

@testable import Ledger

/// The plain version of `Landmarks`, over letters as a reader sees them: what a translation keeps in its order: the numbers and the names of an article.
///
/// Numbers have two digits or more, without their separators, so that 2.26 and 2,26 are one. Names are
/// the skeletons of words with a capital that do not open a sentence. German writes every noun so; there
/// a word behind an article, a possessive or an inflected adjective is no name.
struct PlainLandmarks {
    /// Consonants of a name that count: endings differ (`Australia`, `Australien`).
    private static let nameLength = 4
    /// Fewer consonants are shared by too many names: `Иран` and `Эрне` are both `rn`.
    private static let leastLength = 3

    /// In the order of the text, as hashes.
    let all: [UInt64]
    let set: Set<UInt64>

    init(of article: Article) {
        var all: [UInt64] = []
        for block in article.blocks where block.isKept {
            Self.collect(
                article.words(at: block.range),
                nounsAreCapital: article.language == "de",
                into: &all
            )
        }
        self.all = all
        set = Set(all)
    }

    private static func collect(
        _ words: String,
        nounsAreCapital: Bool,
        into marks: inout [UInt64]
    ) {
        let letters = Array(words)
        var place = 0
        var opensSentence = true
        var previous = ""
        while place < letters.count {
            let letter = letters[place]
            if letter.isNumber {
                let start = place
                while place < letters.count, isPartOfNumber(letters, start, place) { place += 1 }
                let digits = letters[start..<place].filter(\.isNumber)
                if digits.count > 1 { marks.append(hash("#" + String(digits))) }
                (opensSentence, previous) = (false, "")
            } else if letter.isLetter {
                let start = place
                while place < letters.count, letters[place].isLetter { place += 1 }
                let word = String(letters[start..<place])
                let follows = nounsAreCapital && bindsNoun(previous)
                if letter.isUppercase, !opensSentence, !follows {
                    let skeleton = PlainNameSkeleton.of(word)
                    if skeleton.count >= leastLength {
                        marks.append(hash(String(skeleton.prefix(nameLength))))
                    }
                }
                (opensSentence, previous) = (false, word)
            } else {
                if ".!?:—–\n".contains(letter) { opensSentence = true }
                place += 1
            }
        }
    }

    private static func isPartOfNumber(
        _ letters: [Character],
        _ start: Int,
        _ place: Int
    ) -> Bool {
        if letters[place].isNumber { return true }
        let next = place + 1
        guard next < letters.count, letters[next].isNumber else { return false }
        if ".,".contains(letters[place]) { return true }
        // "10 000": a space, of whatever width, before just three digits.
        let group = letters[next...].prefix { $0.isNumber }.count
        let before = letters[start..<place].reversed().prefix { $0.isNumber }.count
        return letters[place].isWhitespace && !letters[place].isNewline && group == 3
            && before <= 3
    }

    /// Whether a German noun follows: an article, or a small word that is inflected like one.
    private static func bindsNoun(_ word: String) -> Bool {
        guard let first = word.first, first.isLowercase, !unbound.contains(word) else {
            return articles.contains(word.lowercased())
        }
        return articles.contains(word)
            || ["e", "en", "er", "es", "em"].contains { word.hasSuffix($0) }
    }

    private static let articles: Set<String> = [
        "am", "ans", "beim", "das", "dem", "den", "der", "des", "die", "ein", "im", "ins", "kein",
        "sein", "vom", "zum", "zur", "unser", "ihr", "viel", "mehr",
    ]

    /// Prepositions and verbs before names that end like adjectives.
    private static let unbound: Set<String> = [
        "gegen", "habe", "haben", "hatte", "hatten", "neben", "ohne", "sagte", "unter", "warnte",
        "werden", "wurde", "wurden", "würde", "zwischen", "über",
    ]

    private static func hash(_ mark: String) -> UInt64 {
        mark.utf8.reduce(0) { mixed($0 ^ UInt64($1)) }
    }
}
