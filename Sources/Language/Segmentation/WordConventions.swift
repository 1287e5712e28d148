package import Foundation
import Text

/// How the treebanks of a language divide words at marks, where one of them divides otherwise.
///
/// One line of `Languages/<language>/word-borders.tsv` a rule: what stands before the mark, the mark
/// (`hyphen`, `stop`, `comma`, `colon` or `slash`), what stands behind it, and the verdict, `joins` or `divides`. Before and behind are `letters`,
/// `digits`, `any` (also nothing), or a word in small letters. The first rule that fits counts. The
/// trainer takes the verdict for what the annotators did; the segmenter learns it.
package struct WordConventions: Hashable, Sendable {
    private enum Side: Hashable {
        case letters, digits, any
        case word(UInt32)

        init(_ cell: String) {
            self =
                switch cell {
                case "letters": .letters
                case "digits": .digits
                case "any": .any
                default: .word(AtomScanner.hash(of: cell))
                }
        }

        /// `atom`: nil where a space or nothing stands.
        func fits(_ atom: Atom?) -> Bool {
            switch self {
            case .any: true
            case .letters: atom?.shape.isWord ?? false
            case .digits: atom?.shape.isNumber ?? false
            case .word(let hash): atom?.hash == hash && atom?.shape.isWord == true
            }
        }
    }

    private struct Rule: Hashable {
        let before: Side
        /// The hash of the mark.
        let mark: UInt32
        let after: Side
        let joins: Bool
    }

    private let rules: [Rule]

    package static let none = WordConventions(rules: [])

    private init(rules: [Rule]) {
        self.rules = rules
    }

    /// The rules of a language; none where it has no file.
    package init(_ folder: URL, language: String) throws {
        let file = folder.appending(path: "\(language)/word-borders.tsv")
        guard FileManager.default.fileExists(atPath: file.path) else {
            self = .none
            return
        }
        let table = try TableFile(file, columns: 4)
        let marks: [String: Unicode.Scalar] = [
            "hyphen": "-", "stop": ".", "comma": ",", "colon": ":", "slash": "/",
        ]
        let verdicts = ["joins": true, "divides": false]
        rules = try table.rows.map { row in
            guard let mark = marks[row.cells[1]], let joins = verdicts[row.cells[3]] else {
                throw table.error(
                    row,
                    "says '\(row.cells[3])' of the mark '\(row.cells[1])'",
                    cure: "Write 'joins' or 'divides' of hyphen, stop, comma, colon or slash."
                )
            }
            return Rule(
                before: Side(row.cells[0]),
                mark: mixed(1, mark.value),
                after: Side(row.cells[2]),
                joins: joins
            )
        }
    }

    /// Whether the atom `place` belongs to the token before it; nil where no rule says.
    func joins(_ atoms: [Atom], _ place: Int, _ chunk: Range<Int>) -> Bool? {
        if rules.isEmpty { return nil }
        // The gap before a mark, and the one behind it; not those among several marks.
        if let verdict = verdict(atoms, place, chunk) { return verdict }
        let isWord = atoms[place].shape.isWord || atoms[place].shape.isNumber
        return isWord && place - 1 > chunk.lowerBound ? verdict(atoms, place - 1, chunk) : nil
    }

    private func verdict(_ atoms: [Atom], _ mark: Int, _ chunk: Range<Int>) -> Bool? {
        let after = mark + 1 < chunk.upperBound ? atoms[mark + 1] : nil
        return rules.first {
            $0.mark == atoms[mark].hash && !atoms[mark].shape.isWord
                && $0.before.fits(atoms[mark - 1]) && $0.after.fits(after)
        }?
        .joins
    }
}

extension WordConventions {
    /// The tokens that a form is divided into where the rules divide it; the form alone where none does.
    package func pieces(of form: String) -> [String] {
        let bytes = Array(form.utf8)
        var atoms: [Atom] = []
        guard AtomScanner().scan(bytes, from: 0, into: &atoms) == bytes.count, !atoms.isEmpty,
            atoms.dropFirst().allSatisfy({ $0.space == .none })
        else { return [form] }
        var pieces: [String] = []
        var start = 0
        for place in atoms.indices.dropFirst() where joins(atoms, place, atoms.indices) == false {
            pieces.append(String(decoding: bytes[start..<atoms[place].start], as: UTF8.self))
            start = atoms[place].start
        }
        return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}
