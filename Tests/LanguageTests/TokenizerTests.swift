import Testing

@testable import Language

struct TokenizerTests {
    @Test(arguments: [
        ("a hyphen divides", "Moscow-backed rebels", ["Moscow", "-", "backed", "rebels"]),
        ("a long dash divides", "Minsk – Brest", ["Minsk", "–", "Brest"]),
        ("a possessive is a token", "Russia's plan", ["Russia", "'s", "plan"]),
        ("with a curly apostrophe", "Russia’s plan", ["Russia", "’s", "plan"]),
        ("with a modifier letter", "Russiaʼs plan", ["Russia", "ʼs", "plan"]),
        ("a plural's apostrophe stays out", "the allies' help", ["the", "allies", "'", "help"]),
        ("n't is a token", "did not, didn't", ["did", "not", ",", "did", "n't"]),
        ("with a curly apostrophe", "didn’t", ["did", "n’t"]),
        ("in capitals", "DIDN'T", ["DID", "N'T"]),
        ("a bare n't is one word", "n't", ["n't"]),
        ("a Slavic apostrophe does not divide", "прем'єр і прем’єр", ["прем'єр", "і", "прем’єр"]),
        ("nor one of a name", "O'Neill", ["O'Neill"]),
        (
            "a stress mark before 's stays with its word", "Erdog\u{301}an's",
            ["Erdog\u{301}an", "'s"]
        ),
        ("a letter that shrinks when small", "ẞ's K's", ["ẞ", "'s", "K", "'s"]),
        ("a soft hyphen before n't", "did\u{AD}n't", ["did\u{AD}", "n't"]),
        (
            "figures with their marks are one number", "1,500.75 at 10:30",
            ["1,500.75", "at", "10:30"]
        ),
        ("a date in figures", "16.01.2026.", ["16.01.2026", "."]),
        ("letters and figures", "F16 T-72", ["F16", "T", "-", "72"]),
        ("an abbreviation keeps its stops apart", "U.S. troops", ["U", ".", "S", ".", "troops"]),
        ("a combining mark belongs to its letter", "заса\u{301}ди", ["заса\u{301}ди"]),
        ("a breve too", "Наи\u{306}важче", ["Наи\u{306}важче"]),
        ("an emoji is a mark", "так 🇺🇦!", ["так", "🇺", "🇦", "!"]),
        ("a zero-width space parts words", "один\u{200B}два", ["один", "два"]),
        ("a byte-order mark is no word", "\u{FEFF}Київ", ["Київ"]),
        ("a no-break space parts words", "10\u{A0}січня", ["10", "січня"]),
        ("quotes are single tokens", "«Ні», „ja“", ["«", "Ні", "»", ",", "„", "ja", "“"]),
        ("three stops are three", "so...", ["so", ".", ".", "."]),
        ("nothing holds nothing", " \n\t ", []),
    ])
    func `a text is divided`(_ what: String, _ text: String, _ words: [String]) {
        #expect(written(text) == words)
    }

    private func written(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Tokenizer.tokens(of: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test(arguments: [
        ("capitals become small", "НАТО", "нато"), ("umlauts too", "ÄÖÜ", "äöü"),
        ("Ukrainian letters", "ЄІЇҐ", "єіїґ"), ("ё is е", "Ёлка ещё", "елка еще"),
        ("curly apostrophes are straight", "прем’єр прем‘єр премʼєр", "прем'єр прем'єр прем'єр"),
        ("no-break hyphens are hyphens", "а‑б", "а-б"),
        ("a stress mark goes", "за\u{301}мок", "замок"),
        ("a soft hyphen goes", "Bünd\u{AD}nis", "bündnis"), ("ß stays", "Außen", "außen"),
        ("letters that only the tables know", "ĞÇŠ", "ğçš"),
    ])
    func `a word is folded for comparing`(_ what: String, _ word: String, _ folded: String) {
        #expect(Tokenizer.fold(word) == folded)
    }

    @Test func `folding twice changes nothing more`() {
        for word in ["Ёлка", "İstanbul", "ΑΣ", "Straße", "Ǆ", "Russia’s"] {
            #expect(Tokenizer.fold(Tokenizer.fold(word)) == Tokenizer.fold(word))
        }
    }

    @Test func `a token knows its capitals, its kind and whether a space stands before it`() {
        let tokens = Tokenizer.tokens(of: "США's Kyiv-based iPhone, 5")
        #expect(
            tokens.map(\.isCapitalised) == [true, false, true, false, false, false, false, false]
        )
        #expect(tokens.map(\.isAllCapitals).firstIndex(of: true) == 0)
        #expect(tokens.count(where: \.isAllCapitals) == 1)
        #expect(tokens.map(\.isGlued) == [false, true, false, true, true, false, true, false])
        #expect(
            tokens.map(\.kind) == [.word, .word, .word, .dash, .word, .word, .comma, .number]
        )
    }

    @Test(arguments: [
        ("U.S.", false), ("NATO's", true), ("Nato", false), ("A", false), ("ООН", true),
        ("F16", false),
        ("ЄС", true), ("COVID", true),
    ])
    func `two capitals and no small letter make an abbreviation`(
        _ word: String,
        _ isAbbreviation: Bool
    ) {
        #expect(Tokenizer.tokens(of: word)[0].isAllCapitals == isAbbreviation)
    }

    @Test func `a part of a text is divided as if it stood alone, with its own offsets`() {
        let bytes = Array("Росія й Іран".utf8)
        let tokens = Tokenizer.tokens(bytes, 14..<bytes.count)
        #expect(tokens.map(\.range) == [14..<22])
        #expect(tokens.map(\.isGlued) == [false])
    }
}
