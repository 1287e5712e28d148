import Diplomacy
import Foundation
import GRDB

/// How values go into columns and come back.
///
/// What SQLite asks about has a column of its own. What only travels (marks, trail, source map) is
/// JSON with sorted keys, so that the same value makes the same bytes.
enum Columns {
    /// The words as a list; what an encoder would write, where none of them needs an escape.
    static func json(_ words: [String]) throws -> String {
        let isPlain = words.allSatisfy { word in
            word.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
        }
        guard isPlain else { return try encoded(words) }
        return "[" + words.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }

    static func json(_ value: some Encodable) throws -> String { try encoded(value) }

    private static func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_: Value.Type, from json: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    /// A member of a closed vocabulary; the schema's checks make a stranger impossible but for a
    /// file that was changed by hand.
    static func member<Word: RawRepresentable<String>>(_: Word.Type, _ word: String) throws -> Word
    {
        guard let member = Word(rawValue: word) else {
            throw UnknownWord(description: "'\(word)' is no \(Word.self)")
        }
        return member
    }

    /// The interval between two day columns.
    ///
    /// Nil where they are empty or in the wrong order.
    static func interval(first: Int?, last: Int?, isApproximate: Bool) -> DayInterval? {
        guard let first, let last, first <= last else { return nil }
        return DayInterval(
            first: Day(number: first),
            last: Day(number: last),
            isApproximate: isApproximate
        )
    }

    private struct UnknownWord: Error, CustomStringConvertible {
        let description: String
    }
}

/// `name` as it is compared: composed and in small letters, of any script.
///
/// SQLite's own `LIKE` knows the cases of the Latin letters only.
func folded(_ name: String) -> String {
    name.precomposedStringWithCanonicalMapping.lowercased()
}

/// Joins conditions with `AND` behind `WHERE`; nothing where there are none.
func whereAll(_ conditions: [SQL]) -> SQL {
    conditions.isEmpty ? "" : "WHERE \(conditions.joined(operator: .and))"
}
