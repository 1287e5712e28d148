/// Reads treebanks in CoNLL-U.
///
/// Tolerant where files differ: comments in any order and spelling, carriage returns, a missing
/// empty line at the end, empty nodes (skipped, as are the columns XPOS and DEPS). Strict where a
/// tree would be wrong: columns, numbering, tags, heads.
package enum ConlluReader {
    /// The sentences of the file `name` that holds `bytes`; throws a `ConlluError`.
    ///
    /// `isKept` is asked of each sentence, with its number in the file, counted from 0, and the names
    /// of its document and its own (`# sent_id`): what is held out is as if the file did not have it.
    /// Linear.
    package static func read(
        _ bytes: [UInt8],
        name: String,
        keeping isKept: @escaping TreebankFilter = { _, _, _ in true }
    ) throws -> Treebank {
        var builder = TreebankBuilder(name: name, keeping: isKept)
        var place = 0
        var number = 0
        while place < bytes.count {
            let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            number += 1
            var line = bytes[place..<end]
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            try read(line, ConlluLine(file: name, number: number), &builder)
            place = end + 1
        }
        try builder.finishSentence()
        return builder.treebank
    }

    private static func read(
        _ line: ArraySlice<UInt8>,
        _ position: ConlluLine,
        _ builder: inout TreebankBuilder
    ) throws {
        if line.allSatisfy({ $0 == UInt8(ascii: " ") }) { return try builder.finishSentence() }
        if line.first == UInt8(ascii: "#") {
            return builder.comment(String(decoding: line.dropFirst(), as: UTF8.self))
        }
        let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard cells.count == 10 else {
            throw position.error(
                "has \(cells.count) columns where 10 are expected",
                cure: "Separate the columns with one tab and write an empty one as '_'."
            )
        }
        if cells[0].contains(".") { return }
        if cells[0].contains("-") {
            try builder.range(cells, position)
        } else {
            try builder.word(cells, position)
        }
    }
}

/// Whether a sentence is read: its number in the file, its document's name, its own.
package typealias TreebankFilter = (_ number: Int, _ document: String, _ name: String) -> Bool

/// One line of a file, for those who complain about it.
struct ConlluLine {
    let file: String
    let number: Int

    func error(_ problem: String, cure: String) -> ConlluError {
        ConlluError(file: file, line: number, problem: problem, cure: cure)
    }
}

/// The text between two tokens, as the last column of CoNLL-U says it.
enum ConlluSpace {
    /// What follows a token: one space where nothing is said.
    static func after(_ misc: String) -> String {
        for item in misc.split(separator: "|") {
            // A treebank has `SpacesAfter=No` for `SpaceAfter=No`.
            if item == "SpaceAfter=No" || item == "SpacesAfter=No" { return "" }
            if item.hasPrefix("SpacesAfter=") { return unescaped(item.dropFirst(12)) }
        }
        return " "
    }

    static func before(_ misc: String) -> String {
        for item in misc.split(separator: "|") where item.hasPrefix("SpacesBefore=") {
            return unescaped(item.dropFirst(13))
        }
        return ""
    }

    /// White space as it stands in the column: `\s`, `\t`, `\r`, `\n`, and any other as it is.
    static func escaped(_ text: some Sequence<Unicode.Scalar>) -> String {
        var result = ""
        for scalar in text {
            if let letter = escapes.first(where: { $0.scalar == scalar })?.letter {
                result += "\\" + String(letter)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let escapes: [(letter: Character, scalar: Unicode.Scalar)] = [
        ("s", " "), ("t", "\t"), ("r", "\r"), ("n", "\n"), ("p", "|"), ("\\", "\\"),
    ]

    private static func unescaped(_ text: Substring) -> String {
        var result = ""
        var isEscape = false
        for letter in text {
            if isEscape {
                let scalar = escapes.first { $0.letter == letter }?.scalar
                if let scalar {
                    result.unicodeScalars.append(scalar)
                } else {
                    result.append(letter)
                }
                isEscape = false
            } else if letter == "\\" {
                isEscape = true
            } else {
                result.append(letter)
            }
        }
        return result
    }
}
