/// Writes values as JSON with sorted keys: the same bytes for the same value.
///
/// They are the bytes of Foundation's `JSONEncoder` with sorted keys and slashes as they are, which tests hold. That
/// one makes a tree of boxes of everything first, four times the memory and three times the work of all else that an
/// answer with some thousand sentences takes; here a value goes to bytes as it is met, and only the members of one
/// object wait until they can be sorted.
///
/// Not a number and infinity have no place in JSON, and throw `EncodingError`.
package enum SortedJSON {
    /// `isSpread`: over many lines, for people too; then `depth` is how deep the value stands in others.
    package static func bytes(
        _ value: some Encodable,
        isSpread: Bool = false,
        depth: Int = 0
    ) throws -> [UInt8] {
        let shelf = JSONShelf(isSpread: isSpread)
        // Parts know their shelf.
        defer { shelf.clear() }
        let whole = JSONPart(shelf)
        whole.begin(depth: depth)
        try whole.add(value, key: "")
        return whole.content
    }
}

/// Parts that were used and may be used again: making one takes as long as what goes into most.
final class JSONShelf {
    let isSpread: Bool
    private var free: [JSONPart] = []

    init(isSpread: Bool) { self.isSpread = isSpread }

    func take(depth: Int) -> JSONPart {
        let part = free.popLast() ?? JSONPart(self)
        part.begin(depth: depth)
        return part
    }

    func clear() { free.removeAll() }

    /// Who still holds it may go on writing, to nobody.
    func giveBack(_ part: consuming JSONPart) {
        if isKnownUniquelyReferenced(&part) { free.append(part) }
    }
}

/// One value of a document while it is written.
///
/// Not `Sendable`: who encodes a value owns all of its parts from start to end.
final class JSONPart {
    enum Kind {
        /// Nothing yet; at the end that is an object without members.
        case open
        case single, list, object
    }

    /// An item of a list, or a member of an object: up to where its bytes go, or what it is still made in.
    private struct Item {
        let key: String
        let end: Int
        let part: JSONPart?
    }

    private let shelf: JSONShelf
    private var depth = 0
    var kind = Kind.open
    /// The values, one behind the other.
    private(set) var content: [UInt8] = []
    private var items: [Item] = []

    init(_ shelf: JSONShelf) { self.shelf = shelf }

    func begin(depth: Int) {
        self.depth = depth
        kind = .open
        content.removeAll(keepingCapacity: true)
        items.removeAll(keepingCapacity: true)
    }

    var count: Int { items.count }

    // MARK: What goes in

    /// A value, with its key where this is an object.
    @inline(__always)
    func add<Value: Encodable>(_ value: Value, key: String) throws {
        if try !addPlain(value) { try addMade(value) }
        if kind != .single { items.append(Item(key: key, end: content.count, part: nil)) }
    }

    func addNothing(key: String) {
        content += "null".utf8
        if kind != .single { items.append(Item(key: key, end: content.count, part: nil)) }
    }

    /// A value that is written piece by piece.
    func addPart(key: String) -> JSONPart {
        let part = shelf.take(depth: depth + 1)
        items.append(Item(key: key, end: content.count, part: part))
        return part
    }

    private func addMade(_ value: some Encodable) throws {
        let part = shelf.take(depth: kind == .single || kind == .open ? depth : depth + 1)
        try value.encode(to: JSONWriting(part: part))
        part.write(to: &content)
        shelf.giveBack(part)
    }

    /// False where it is none that JSON has a sign for.
    @inline(__always)
    private func addPlain<Value: Encodable>(_ value: Value) throws -> Bool {
        if Value.self == String.self, let text = value as? String {
            Self.write(text, to: &content)
        } else if Value.self == Int.self, let number = value as? Int {
            content += String(number).utf8
        } else if Value.self == Double.self, let number = value as? Double {
            try write(number, number.isFinite)
        } else if Value.self == Bool.self, let truth = value as? Bool {
            content += (truth ? "true" : "false").utf8
        } else if Self.isWhole(Value.self), let number = value as? any BinaryInteger {
            content += "\(number)".utf8
        } else if Value.self == Float.self, let number = value as? Float {
            try write(number, number.isFinite)
        } else {
            return false
        }
        return true
    }

    @inline(__always)
    private static func isWhole<Value>(_ type: Value.Type) -> Bool {
        type == Int64.self || type == UInt32.self || type == UInt8.self || type == Int32.self
            || type == UInt64.self || type == UInt.self || type == Int8.self
            || type == Int16.self || type == UInt16.self
    }

    private func write(_ number: some CustomStringConvertible, _ isFinite: Bool) throws {
        guard isFinite else {
            let context = EncodingError.Context(
                codingPath: [],
                debugDescription: "JSON has no sign for \(number)."
            )
            throw EncodingError.invalidValue(number, context)
        }
        let digits = number.description.utf8
        content += digits.suffix(2).elementsEqual(".0".utf8) ? digits.dropLast(2) : digits[...]
    }

    // MARK: What comes out

    /// The bytes of the whole value.
    func write(to bytes: inout [UInt8]) {
        switch kind {
        case .single: bytes += content
        case .list:
            bytes.append(UInt8(ascii: "["))
            var start = 0
            for place in items.indices {
                begin(place, &bytes)
                write(items[place], from: start, to: &bytes)
                start = items[place].end
            }
            end(UInt8(ascii: "]"), &bytes)
        case .object, .open:
            bytes.append(UInt8(ascii: "{"))
            var written = 0
            for place in sortedPlaces {
                begin(written, &bytes)
                Self.write(items[place].key, to: &bytes)
                bytes += (shelf.isSpread ? " : " : ":").utf8
                write(items[place], from: place > 0 ? items[place - 1].end : 0, to: &bytes)
                written += 1
            }
            end(UInt8(ascii: "}"), &bytes)
        }
    }

    /// By key; of members of the same key the last counts.
    private var sortedPlaces: [Int] {
        let sorted = items.indices.sorted { (items[$0].key, $0) < (items[$1].key, $1) }
        return sorted.enumerated().filter { rank, place in
            rank + 1 == sorted.count || items[sorted[rank + 1]].key != items[place].key
        }.map(\.element)
    }

    private func write(_ item: Item, from start: Int, to bytes: inout [UInt8]) {
        guard let part = item.part else {
            bytes += content[start..<item.end]
            return
        }
        part.write(to: &bytes)
    }

    private func begin(_ place: Int, _ bytes: inout [UInt8]) {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        if shelf.isSpread { breakLine(depth + 1, &bytes) }
    }

    private func end(_ bracket: UInt8, _ bytes: inout [UInt8]) {
        if shelf.isSpread {
            // Foundation leaves a line empty where there is nothing.
            if items.isEmpty { bytes.append(UInt8(ascii: "\n")) }
            breakLine(depth, &bytes)
        }
        bytes.append(bracket)
    }

    private func breakLine(_ depth: Int, _ bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    /// In quotation marks: these, backslashes and control characters written out.
    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { letters in
            var start = 0
            for place in letters.indices {
                let letter = letters[place]
                guard letter < 0x20 || letter == 0x22 || letter == 0x5C else { continue }
                bytes += letters[start..<place]
                start = place + 1
                switch letter {
                case 0x08: bytes += #"\b"#.utf8
                case 0x09: bytes += #"\t"#.utf8
                case 0x0A: bytes += #"\n"#.utf8
                case 0x0C: bytes += #"\f"#.utf8
                case 0x0D: bytes += #"\r"#.utf8
                case 0x22: bytes += #"\""#.utf8
                case 0x5C: bytes += #"\\"#.utf8
                default:
                    bytes += (letter < 0x10 ? #"\u000"# : #"\u00"#).utf8
                    bytes += String(letter, radix: 16).utf8
                }
            }
            bytes += letters[start...]
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
