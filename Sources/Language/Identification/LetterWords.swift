/// The words of a text as the identifier sees them: small letters only, each word of one script.
///
/// What says nothing about the language is left out: numbers, marks, addresses, words that are glued
/// to a digit or have a capital after a small letter (`h3x`, `iPhone`, base64). Latin look-alikes in
/// a Cyrillic word, and Cyrillic ones in a Latin word, are put right.
struct LetterWords {
    struct Word {
        /// Places in `scalars`.
        let range: Range<Int>
        let script: Script
        /// Whether it has a capital although it opens no text: likely a name, which may be of any
        /// language.
        var isName: Bool
    }

    private(set) var scalars: [UInt32] = []
    private(set) var words: [Word] = []
    /// Letters of each script, each with the weight of its script.
    private(set) var weights = [Int](repeating: 0, count: Script.allCases.count)
    private(set) var letters = 0

    /// A longer run of letters is no word of a language with spaces; one of Thai, Chinese or
    /// Japanese may be: their words are not looked at.
    private static let longestWord = 60

    /// Reads `bytes[ranges]`, which must begin and end on scalar borders.
    ///
    /// Linear.
    init(_ bytes: [UInt8], _ ranges: [Range<Int>]) {
        for range in ranges { read(bytes, range) }
        dropNamesOfTitles()
    }

    /// The script of most letters, nil where there is none; kana and Chinese signs are one, named
    /// `han`.
    ///
    /// Latin letters count half: names in them stand in texts of every script, the other way round it is a word
    /// here and there.
    var mainScript: Script? {
        var weights = weights.map { 2 * $0 }
        weights[Int(Script.latin.rawValue)] /= 2
        weights[Int(Script.han.rawValue)] += weights[Int(Script.kana.rawValue)]
        weights[Int(Script.kana.rawValue)] = 0
        guard let most = weights.max(), most > 0 else { return nil }
        return weights.firstIndex(of: most).flatMap { Script(rawValue: UInt8($0)) }
    }

    private mutating func read(_ bytes: [UInt8], _ range: Range<Int>) {
        var place = range.lowerBound
        var opensText = true
        while place < range.upperBound {
            let end = Self.tokenEnd(bytes, place, range.upperBound)
            if !Self.isAddress(bytes[place..<end]) {
                readToken(bytes, place..<end, &opensText)
            }
            place = end
            while place < range.upperBound, bytes[place] <= 0x20 { place += 1 }
        }
    }

    private static func tokenEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
        var place = start
        while place < limit, bytes[place] > 0x20 { place += 1 }
        return place
    }

    /// `name@host`, `https://…`, `www.…`, `site.com`: an at-sign, a slash pair, or a small ASCII
    /// letter straight after a stop.
    private static func isAddress(_ token: ArraySlice<UInt8>) -> Bool {
        var last: UInt8 = 0
        var beforeLast: UInt8 = 0
        for byte in token {
            if byte == UInt8(ascii: "@") { return true }
            if byte == UInt8(ascii: "/"), last == UInt8(ascii: "/") { return true }
            if last == UInt8(ascii: "."), isSmall(byte), isSmall(beforeLast) || isDigit(beforeLast)
            {
                return true
            }
            beforeLast = last
            last = byte
        }
        return false
    }

    private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private mutating func readToken(
        _ bytes: [UInt8],
        _ range: Range<Int>,
        _ opensText: inout Bool
    ) {
        var place = range.lowerBound
        var run = Run(start: scalars.count)
        while place < range.upperBound {
            let (scalar, width) = Tokenizer.scalar(bytes, place, range.upperBound)
            place += width
            let value = scalar.value
            if let script = Script.of(value) {
                let small = SmallLetters.of(value)
                run.add(script, isCapital: small != value)
                if script == .kana || script == .han && JapaneseSigns.contains(value) {
                    run.japanese += 1
                }
                scalars.append(small)
            } else if (0x30...0x39).contains(value) {
                run.hasDigit = true
            } else if value == 0x27 || value == 0x2019 || value == 0x2BC {
                // An apostrophe belongs to the word: it tells Ukrainian, French and English.
                if run.letters > 0 { scalars.append(0x27) }
            } else if !Self.isInvisible(value) {
                end(&run, &opensText)
            }
        }
        end(&run, &opensText)
    }

    /// Stress marks, vowel points, soft hyphens and joiners, which a word may have or not.
    private static func isInvisible(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x300...0x36F, 0x591...0x5C7, 0x640, 0x64B...0x670, 0x200B...0x200F, 0xFEFF:
            true
        default: false
        }
    }

    /// A run of letters that is being read.
    private struct Run {
        var start: Int
        var letters = 0
        var latin = 0
        var cyrillic = 0
        /// Kana, and signs that Japanese alone writes so.
        var japanese = 0
        var script: Script = .other
        var isCapitalised = false
        var hasDigit = false
        var capitalAfterSmall = false
        private var lastIsSmall = false

        init(start: Int) { self.start = start }

        mutating func add(_ script: Script, isCapital: Bool) {
            if letters == 0 { isCapitalised = isCapital }
            if isCapital, lastIsSmall { capitalAfterSmall = true }
            lastIsSmall = !isCapital
            letters += 1
            switch script {
            case .latin: latin += 1
            case .cyrillic: cyrillic += 1
            default: break
            }
            self.script = script
        }
    }

    private mutating func end(_ run: inout Run, _ opensText: inout Bool) {
        defer { run = Run(start: scalars.count) }
        guard run.letters > 0 else {
            scalars.removeSubrange(run.start...)
            return
        }
        while scalars.last == 0x27 { scalars.removeLast() }
        var script = run.script
        if run.latin > 0, run.cyrillic > 0 {
            script = run.cyrillic >= run.latin ? .cyrillic : .latin
            for place in run.start..<scalars.count {
                scalars[place] = LookAlikes.repaired(scalars[place], in: script)
            }
        }
        letters += run.letters
        if script == .han || script == .kana {
            weights[Int(Script.kana.rawValue)] += run.japanese * script.weight
            weights[Int(Script.han.rawValue)] += (run.letters - run.japanese) * script.weight
        } else {
            weights[Int(script.rawValue)] += run.letters * script.weight
        }
        if run.hasDigit || run.capitalAfterSmall || run.letters > Self.longestWord {
            scalars.removeSubrange(run.start...)
        } else {
            let isName = run.isCapitalised && !opensText
            words.append(Word(range: run.start..<scalars.count, script: script, isName: isName))
        }
        opensText = false
    }

    /// In a title with capitals everywhere a capital tells nothing.
    private mutating func dropNamesOfTitles() {
        let names = words.count(where: \.isName)
        guard names * 3 > words.count * 2 else { return }
        for place in words.indices { words[place].isName = false }
    }
}
