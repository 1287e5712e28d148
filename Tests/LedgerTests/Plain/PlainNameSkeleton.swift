/// The plain version of `NameSkeleton`: what is left of a name when spelling, script and ending are taken away: its consonants, in classes.
///
/// `Peskov`, `Peskow`, `Песков` and `Пєсков` are all `pskf`; `Selenskyj`, `Zelensky` and `Зеленський`
/// all `slnsk`. So a name can be followed through four languages without a book of names. Two names may
/// share a skeleton; who compares them asks for more than one. A pure function of the letters.
enum PlainNameSkeleton {
    /// The consonants of one word, doubled ones once; empty where it has none.
    static func of(_ word: some StringProtocol) -> String {
        var letters = word.lowercased()
        for (spelling, sound) in spellings where letters.contains(spelling) {
            letters = letters.replacing(spelling, with: sound)
        }
        var skeleton: [Character] = []
        for letter in letters {
            for sound in sounds[letter] ?? "" where skeleton.last != sound {
                skeleton.append(sound)
            }
        }
        return String(skeleton)
    }

    /// Several letters for one sound, the longest first.
    private static let spellings: [(String, String)] = [
        ("dsch", "s"), ("tsch", "s"), ("sch", "s"), ("shch", "s"), ("sh", "s"), ("ch", "s"),
        ("kh", "k"), ("gh", "k"), ("zh", "s"), ("ts", "s"), ("tz", "s"), ("ph", "f"),
        ("ck", "k"), ("th", "t"),
    ]

    private static let sounds: [Character: String] = {
        var sounds: [Character: String] = [:]
        for (sound, letters) in [
            ("b", "bб"), ("f", "fvwвф"), ("k", "cgkqğхкгґ"), ("t", "dtдт"), ("l", "lłл"),
            ("m", "mм"), ("n", "nñńн"), ("p", "pп"), ("r", "rр"), ("s", "szßçşćčšžжзсцчшщ"),
            ("ks", "x"),
        ] {
            for letter in letters { sounds[letter] = sound }
        }
        return sounds
    }()
}
