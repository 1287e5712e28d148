package import Foundation
import Text

/// Which tokens are several words, and which: `don't` is *do n't*, German *im* is *in dem*.
///
/// One line of `Languages/<language>/multiwords.tsv` a rule: the token, and its words. Tokens are
/// compared in small letters with a straight apostrophe. A `*` stands for any letters before an
/// ending: `*n't` is `* n't`, `*s'` is `*s '`. Where the words spell the token, they are cut out of it as it is
/// written; else they follow its capitals: *Im* is *In dem*.
package struct MultiwordRules: Hashable, Sendable {
    struct Rule: Hashable, Sendable {
        /// Folded; without the `*`.
        let token: [UInt8]
        let words: [String]
        /// Of each word but the first: how many scalars of the token it takes; empty where the words
        /// do not spell the token.
        let cuts: [Int]
        let isEnding: Bool
    }

    /// In the order of the file: of two endings the first that fits counts.
    let rules: [Rule]

    /// The lines that it was made of.
    var entries: [(token: String, words: String)] {
        rules.map { rule in
            let token = String(decoding: rule.token, as: UTF8.self)
            return ((rule.isEnding ? "*" : "") + token, rule.words.joined(separator: " "))
        }
    }

    private let whole: [[UInt8]: Int]
    private let endings: [Int]
    /// In bytes.
    private let longest: Int
    /// With which bytes a token ends that has a rule, to pass over most without a look at them.
    private var lastBytes = [Bool](repeating: false, count: 256)

    package static let none = MultiwordRules([])

    /// `entries`: tokens, and their words with one space between.
    package init(_ entries: [(token: String, words: String)]) {
        let rules = entries.map { entry in
            let isEnding = entry.token.hasPrefix("*")
            let token = isEnding ? String(entry.token.dropFirst()) : entry.token
            let words = entry.words.split(separator: " ").map(String.init)
            let spelt = isEnding ? words.joined().dropFirst() : words.joined()[...]
            let isSpelt = spelt == token
            return Rule(
                token: Array(token.utf8),
                words: words,
                cuts: isSpelt ? words.dropFirst().map(\.unicodeScalars.count) : [],
                isEnding: isEnding
            )
        }
        self.rules = rules
        whole = Dictionary(
            rules.indices.filter { !rules[$0].isEnding }.map { (rules[$0].token, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        endings = rules.indices.filter { rules[$0].isEnding }
        longest = rules.map(\.token.count).max() ?? 0
        for rule in rules {
            lastBytes[Int((rule.token.last ?? 0) | 0x20)] = true
            // A curly apostrophe's last byte.
            if rule.token.last == UInt8(ascii: "'") { lastBytes[0x99 | 0x20] = true }
        }
    }

    /// The rules of a language; none where it has no file.
    package init(_ folder: URL, language: String) throws {
        let file = folder.appending(path: "\(language)/multiwords.tsv")
        guard FileManager.default.fileExists(atPath: file.path) else {
            self = .none
            return
        }
        let table = try TableFile(file, columns: 2)
        self.init(table.rows.map { ($0.cells[0], $0.cells[1]) })
    }

    /// The place in `rules` of the one for the token that these atoms make, or nil.
    @inline(__always)
    func rule(_ atoms: ArraySlice<Atom>, _ bytes: [UInt8]) -> Int? {
        guard let first = atoms.first, let last = atoms.last else { return nil }
        let range = first.start..<last.end
        // The last byte's bit 5 is the case of an ASCII letter.
        guard lastBytes[Int(bytes[range.upperBound - 1] | 0x20)] else { return nil }
        return rule(range, bytes)
    }

    private func rule(_ range: Range<Int>, _ bytes: [UInt8]) -> Int? {
        let folded = Self.folded(bytes[range.suffix(2 * longest + 4)])
        if range.count <= 2 * longest, let place = whole[folded] { return place }
        return endings.first { place in
            let ending = rules[place].token
            guard folded.count > ending.count, folded.suffix(ending.count).elementsEqual(ending)
            else { return false }
            let before = folded[folded.count - ending.count - 1]
            return before >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(before)
        }
    }

    /// Small ASCII letters, straight apostrophes.
    private static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let byte = bytes[place]
            if byte == 0xE2, bytes[place...].starts(with: "’".utf8) {
                folded.append(UInt8(ascii: "'"))
                place += 3
                continue
            }
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            folded.append(isCapital ? byte | 0x20 : byte)
            place += 1
        }
        return folded
    }
}

extension MultiwordRules.Rule {
    /// The words of `token`, with its capitals.
    func words(of token: String) -> [String] {
        if cuts.isEmpty { return recased(token) }
        let scalars = Array(token.unicodeScalars)
        var end = scalars.count
        var pieces: [String] = []
        for cut in cuts.reversed() {
            pieces.append(Self.string(scalars[end - cut..<end]))
            end -= cut
        }
        pieces.append(Self.string(scalars[..<end]))
        return pieces.reversed()
    }

    private func recased(_ token: String) -> [String] {
        guard let first = token.unicodeScalars.first, first.properties.isUppercase else {
            return words
        }
        if token == token.uppercased() { return words.map { $0.uppercased() } }
        return words.enumerated().map { place, word in
            place == 0 ? word.prefix(1).uppercased() + word.dropFirst() : word
        }
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var string = ""
        string.unicodeScalars.append(contentsOf: scalars)
        return string
    }
}
