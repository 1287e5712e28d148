import Diplomacy

/// What a translation keeps in its order: the numbers and the names of an article.
///
/// Numbers have two digits or more, without their separators, so that 2.26 and 2,26 are one. Names are
/// the skeletons of words with a capital that do not open a sentence. German writes every noun so; there
/// a word behind an article, a possessive or an inflected adjective is no name.
struct Landmarks: Sendable {
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

    /// The length of the longest sequence that stands in both, in order.
    ///
    /// Costs the product of the two lengths, about 5000 steps for two reports.
    func aligned(with other: Landmarks) -> Int {
        var before = [Int](repeating: 0, count: other.all.count + 1)
        for mark in all {
            var diagonal = 0
            for (place, candidate) in other.all.enumerated() {
                let above = before[place + 1]
                before[place + 1] =
                    mark == candidate ? diagonal + 1 : max(above, before[place])
                diagonal = above
            }
        }
        return before[other.all.count]
    }

    private static func collect(
        _ words: String,
        nounsAreCapital: Bool,
        into marks: inout [UInt64]
    ) {
        let letters = Array(words.unicodeScalars)
        let kinds = letters.map(LetterKind.of)
        var place = 0
        var opensSentence = true
        var previous = ""
        while place < letters.count {
            switch kinds[place] {
            case .number:
                let start = place
                while place < letters.count, isPartOfNumber(letters, kinds, start, place) {
                    place += 1
                }
                let digits = (start..<place).filter { kinds[$0] == .number }.map { letters[$0] }
                if digits.count > 1 { marks.append(hash("#", digits)) }
                (opensSentence, previous) = (false, "")
            case .capital, .letter:
                let start = place
                while place < letters.count, kinds[place].isPartOfWord { place += 1 }
                let follows = nounsAreCapital && bindsNoun(previous)
                if kinds[start] == .capital, !opensSentence, !follows {
                    let skeleton = NameSkeleton.scalars(of: letters[start..<place])
                    if skeleton.count >= leastLength {
                        marks.append(hash("", skeleton.prefix(nameLength)))
                    }
                }
                opensSentence = false
                previous = nounsAreCapital ? text(letters[start..<place]) : ""
            case .stop:
                opensSentence = true
                place += 1
            case .space, .mark, .other:
                place += 1
            }
        }
    }

    private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }

    private static func isPartOfNumber(
        _ letters: [Unicode.Scalar],
        _ kinds: [LetterKind],
        _ start: Int,
        _ place: Int
    ) -> Bool {
        if kinds[place] == .number { return true }
        let next = place + 1
        guard next < letters.count, kinds[next] == .number else { return false }
        if letters[place] == "." || letters[place] == "," { return true }
        // "10 000": a space, of whatever width, before just three digits.
        guard kinds[place] == .space else { return false }
        let group = kinds[next...].prefix { $0 == .number }.count
        let before = kinds[start..<place].reversed().prefix { $0 == .number }.count
        return group == 3 && before <= 3
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

    /// Of the UTF-8 bytes of `sign` and of the letters behind it.
    private static func hash(_ sign: String, _ letters: some Sequence<Unicode.Scalar>) -> UInt64 {
        var hash = sign.utf8.reduce(0 as UInt64) { mixed($0 ^ UInt64($1)) }
        for letter in letters {
            for byte in UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter {
                hash = mixed(hash ^ UInt64(byte))
            }
        }
        return hash
    }
}
