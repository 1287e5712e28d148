import Foundation

/// A hunspell dictionary as a source of word forms, each with its dictionary form and part of speech.
///
/// The files name no parts of speech, but the endings of entries and the endings that their classes take away tell verbs
/// and adjectives from nouns in the Slavic languages. Read from Debian's packages; nothing of them is kept but what the
/// network has learnt.
struct SpellingDictionary {
    struct Form {
        let form: String
        let lemma: String
        /// `VERB`, `ADJ`, `NOUN`, `PROPN`.
        let tag: String
    }

    private struct Ending {
        let strip: [Unicode.Scalar]
        let add: String
        /// Each element: the letters allowed at that place from the end; negated where so marked.
        let condition: [(letters: Set<Unicode.Scalar>, isNegated: Bool)]

        func fits(_ stem: [Unicode.Scalar]) -> Bool {
            guard stem.count > strip.count, stem.suffix(strip.count).elementsEqual(strip),
                stem.count >= condition.count
            else { return false }
            return zip(stem.suffix(condition.count), condition).allSatisfy { letter, place in
                place.letters.isEmpty || place.letters.contains(letter) != place.isNegated
            }
        }
    }

    /// Every word that the dictionary lists, those that do not inflect included, participles left out.
    let lemmas: [String]
    private let entries: [(stem: [Unicode.Scalar], tag: String, flags: [Unicode.Scalar])]
    private let endings: [Unicode.Scalar: [Ending]]

    /// Reads `name.aff` and `name.dic` of the folder.
    ///
    /// `verbs` and `adjectives` are the endings of dictionary forms that tell them; what ends like one of `participles` is
    /// left out: a list of spellings has them as words of their own, the treebanks of some languages as forms of verbs.
    init(
        folder: URL,
        name: String,
        verbs: [String],
        adjectives: [String],
        participles: [String] = []
    ) throws {
        func lines(_ suffix: String) throws -> [Substring] {
            let file = folder.appending(path: name + suffix)
            guard let data = try? Data(contentsOf: file) else {
                throw TrainingError(
                    problem: "'\(file.path)' is not there",
                    cure: "Install Debian's hunspell-uk and hunspell-ru."
                )
            }
            return String(decoding: data, as: UTF8.self).split(separator: "\n")
        }
        var endings: [Unicode.Scalar: [Ending]] = [:]
        for line in try lines(".aff") where line.hasPrefix("SFX") {
            let cells = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
            guard cells.count >= 5, let flag = cells[1].unicodeScalars.first else { continue }
            endings[flag, default: []].append(
                Ending(
                    strip: cells[2] == "0" ? [] : Array(cells[2].unicodeScalars),
                    add: cells[3] == "0" ? "" : String(cells[3].prefix { $0 != "/" }),
                    condition: Self.condition(cells[4])
                )
            )
        }
        self.endings = endings
        let listed = try lines(".dic").dropFirst().filter { line in
            let word = line.prefix { $0 != "/" && $0 != " " && $0 != "\t" }
            return !participles.contains(where: word.hasSuffix)
        }
        lemmas = listed.map { line in String(line.prefix { $0 != "/" && $0 != " " && $0 != "\t" }) }
        entries = listed.compactMap { line in
            let sides = line.split(separator: "/", maxSplits: 1)
            guard sides.count == 2 else { return nil }
            let stem = String(sides[0])
            let flags = sides[1].prefix { $0 != " " && $0 != "\t" }.unicodeScalars
            let tag: String
            if stem != stem.lowercased() {
                tag = "PROPN"
            } else if verbs.contains(where: stem.hasSuffix) {
                tag = "VERB"
            } else if adjectives.contains(where: stem.hasSuffix) {
                tag = "ADJ"
            } else {
                tag = "NOUN"
            }
            return (Array(stem.unicodeScalars), tag, Array(flags))
        }
    }

    /// A form of a random entry with a random one of its endings; nil where the draw gives none.
    func draw(_ randomness: inout Randomness) -> Form? {
        guard let entry = entries.randomElement(using: &randomness) else { return nil }
        let fitting = entry.flags.flatMap { endings[$0] ?? [] }.filter { $0.fits(entry.stem) }
        guard let ending = fitting.randomElement(using: &randomness) else { return nil }
        var form = String.UnicodeScalarView()
        form.append(contentsOf: entry.stem.dropLast(ending.strip.count))
        var lemma = String.UnicodeScalarView()
        lemma.append(contentsOf: entry.stem)
        return Form(form: String(form) + ending.add, lemma: String(lemma), tag: entry.tag)
    }

    /// `[^аб]в.`: three places.
    private static func condition(
        _ text: Substring
    ) -> [(letters: Set<Unicode.Scalar>, isNegated: Bool)] {
        var places: [(letters: Set<Unicode.Scalar>, isNegated: Bool)] = []
        var group: (letters: Set<Unicode.Scalar>, isNegated: Bool)?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "[": group = ([], false)
            case "]":
                if let group { places.append(group) }
                group = nil
            case "^" where group?.letters.isEmpty == true: group?.isNegated = true
            case ".": places.append(([], true))
            default:
                if group == nil {
                    places.append(([scalar], false))
                } else {
                    group?.letters.insert(scalar)
                }
            }
        }
        return places
    }
}
