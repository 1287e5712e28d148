import Foundation

/// What is left of a name when spelling, script and ending are taken away: its consonants, in classes.
///
/// `Peskov`, `Peskow`, `Песков` and `Пєсков` are all `pskf`; `Selenskyj`, `Zelensky` and `Зеленський`
/// all `slnsk`. So a name can be followed through four languages without a book of names. Two names may
/// share a skeleton; who compares them asks for more than one. A pure function of the letters.
enum NameSkeleton {
    /// The consonants of one word, doubled ones once; empty where it has none.
    static func of(_ word: some StringProtocol) -> String {
        var skeleton = String.UnicodeScalarView()
        skeleton.append(contentsOf: scalars(of: Array(word.unicodeScalars)[...]))
        return String(skeleton)
    }

    /// The same, letter by letter: a hot place where articles come in.
    static func scalars(of word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var letters = small(word)
        for (spelling, sound) in spellings where letters.count >= spelling.count {
            replace(spelling, with: sound, in: &letters)
        }
        var skeleton: [Unicode.Scalar] = []
        for letter in letters {
            for sound in sounds[letter] ?? [] where skeleton.last != sound {
                skeleton.append(sound)
            }
        }
        return skeleton
    }

    /// In small form, each letter with its accents as one.
    ///
    /// ASCII and the plain letters of Cyrillic, which are nearly all there are, need no table for it.
    private static func small(_ word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var letters: [Unicode.Scalar] = []
        letters.reserveCapacity(word.count)
        for scalar in word {
            switch scalar.value {
            case 0x61...0x7A, 0x430...0x45F: letters.append(scalar)
            case 0x41...0x5A, 0x410...0x42F:
                letters.append(Unicode.Scalar(scalar.value + 0x20) ?? scalar)
            case 0x400...0x40F: letters.append(Unicode.Scalar(scalar.value + 0x50) ?? scalar)
            default: return composed(word)
            }
        }
        return letters
    }

    private static func composed(_ word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word)
        return Array(String(text).lowercased().precomposedStringWithCanonicalMapping.unicodeScalars)
    }

    private static func replace(
        _ spelling: [Unicode.Scalar],
        with sound: Unicode.Scalar,
        in letters: inout [Unicode.Scalar]
    ) {
        var place = 0
        while place + spelling.count <= letters.count {
            let end = place + spelling.count
            if letters[place] == spelling[0], letters[place..<end].elementsEqual(spelling) {
                letters.replaceSubrange(place..<end, with: CollectionOfOne(sound))
            }
            place += 1
        }
    }

    /// The words of a name, each cut after five consonants: Slavic and German endings add vowels, and
    /// consonants only behind.
    static func key(_ name: String) -> String {
        words(of: name).map { String(of($0).prefix(5)) }.filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// Runs of letters; apostrophes do not part a word.
    static func words(of name: String) -> [Substring] {
        name.split { !($0.isLetter || $0 == "'" || $0 == "’" || $0 == "ʼ") }
    }

    /// Several letters for one sound, the longest first.
    private static let spellings: [([Unicode.Scalar], Unicode.Scalar)] = [
        ("dsch", "s"), ("tsch", "s"), ("sch", "s"), ("shch", "s"), ("sh", "s"), ("ch", "s"),
        ("kh", "k"), ("gh", "k"), ("zh", "s"), ("ts", "s"), ("tz", "s"), ("ph", "f"),
        ("ck", "k"), ("th", "t"),
    ].map { (Array(($0.0 as String).unicodeScalars), $0.1) }

    private static let sounds: [Unicode.Scalar: [Unicode.Scalar]] = {
        var sounds: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        for (sound, letters) in [
            ("b", "bб"), ("f", "fvwвф"), ("k", "cgkqğхкгґ"), ("t", "dtдт"), ("l", "lłл"),
            ("m", "mм"), ("n", "nñńн"), ("p", "pп"), ("r", "rр"), ("s", "szßçşćčšžжзсцчшщ"),
            ("ks", "x"),
        ] {
            for letter in letters.unicodeScalars { sounds[letter] = Array(sound.unicodeScalars) }
        }
        return sounds
    }()
}
