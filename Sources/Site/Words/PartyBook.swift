package import Diplomacy
import Foundation
import Text

/// The parties that Casus knows, for a person who names one: by its code, or by a name in any language.
///
/// What is in no book is no party: a mistyped name must not found a new one.
package struct PartyBook: Sendable {
    /// How many names a refusal offers.
    private static let mostOffered = 3

    private let codes: Set<ActorCode>
    /// By the name as `folded` writes it.
    private let codesByName: [String: ActorCode]

    /// `names` are spellings of the parties, in any language; of a name that two bear it means the first.
    ///
    /// A party whose name stands nowhere is known by its code, an organisation also without `IGO:`.
    package init(codes: [ActorCode], names: [(code: ActorCode, name: String)]) {
        self.codes = Set(codes)
        var known = Dictionary(
            names.map { (Self.folded($0.name), $0.code) },
            uniquingKeysWith: { first, _ in first }
        )
        for code in codes {
            known[Self.folded(code.rawValue)] = code
            if code.isOrganisation {
                let short = Self.folded(String(code.rawValue.dropFirst("IGO:".count)))
                known[short] = known[short] ?? code
            }
        }
        codesByName = known
    }

    /// Knows nobody.
    package static let empty = PartyBook(codes: [], names: [])

    /// Nil where no party is called so.
    package func code(_ text: String) -> ActorCode? { codesByName[Self.folded(text)] }

    /// Whom the text may go on to name: the party that it names, then those with a name that begins so, the shortest
    /// names first.
    package func beginning(_ text: String) -> [ActorCode] {
        let begun = Self.folded(text)
        guard !begun.isEmpty else { return [] }
        let going = codesByName.filter { name, _ in name.hasPrefix(begun) && name != begun }
            .sorted { ($0.key.utf8.count, $0.key) < ($1.key.utf8.count, $1.key) }
        return ((codesByName[begun].map { [$0] } ?? []) + going.map(\.value)).eachOnce
    }

    /// Names near to one that nobody bears, each with the code of its party: `Estonia (EST)`.
    package func near(_ text: String) -> [String] {
        let name = Self.folded(text)
        let length = name.unicodeScalars.count
        // Two edits change the length by two at most.
        var left = codesByName.filter { abs($0.key.unicodeScalars.count - length) <= 2 }
        var offered: [(code: ActorCode, name: String)] = []
        while offered.count < Self.mostOffered, let found = nearest(to: name, among: left.keys) {
            guard let code = left[found] else { break }
            offered.append((code, found))
            left = left.filter { $0.value != code }
        }
        let begins = codesByName.filter { length > 2 && $0.key.hasPrefix(name) }
        for (spelling, code) in begins.sorted(by: { $0.key < $1.key })
        where !offered.contains(where: { $0.code == code }) {
            offered.append((code, spelling))
        }
        return offered.prefix(Self.mostOffered).map {
            "\(Self.shown($0.name)) (\($0.code.rawValue))"
        }
    }

    /// One of them by its code, for who chooses from a list.
    package var all: [ActorCode] { codes.sorted() }

    private static func shown(_ name: String) -> String {
        name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }

    /// Letters alone decide: no case, no accents, no article, one space between words.
    private static func folded(_ name: String) -> String {
        let words = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .replacing("’", with: "'")
            .split(whereSeparator: \.isWhitespace)
        return (words.first == "the" ? words.dropFirst() : words[...]).joined(separator: " ")
    }
}
