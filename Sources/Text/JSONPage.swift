/// Writes one object of JSON member by member and list by list, for what is too much to hold: the bytes that
/// `SortedJSON` makes of the same value, spread over many lines.
///
/// Members are written in the order of their keys.
package struct JSONPage {
    package typealias Hand = ([UInt8]) throws -> Void

    private let hand: Hand
    private let depth: Int
    private var lastKey: String?

    private init(_ hand: @escaping Hand, depth: Int) {
        (self.hand, self.depth) = (hand, depth)
    }

    /// Hands the bytes of the object that `write` fills to `hand`, some at a time.
    package static func write(
        to hand: @escaping Hand,
        _ write: (inout JSONPage) throws -> Void
    ) throws {
        try object(hand, depth: 0, write)
    }

    fileprivate static func object(
        _ hand: @escaping Hand,
        depth: Int,
        _ write: (inout JSONPage) throws -> Void
    ) throws {
        try hand(Array("{".utf8))
        var page = JSONPage(hand, depth: depth)
        try write(&page)
        if page.lastKey == nil { try hand(Array("\n".utf8)) }
        try hand(Self.line(depth) + Array("}".utf8))
    }

    /// Nothing for nil.
    package mutating func member(_ key: String, _ value: (some Encodable)?) throws {
        guard let value else { return }
        try begin(key)
        try hand(try SortedJSON.bytes(value, isSpread: true, depth: depth + 1))
    }

    package mutating func object(
        _ key: String,
        _ write: (inout JSONPage) throws -> Void
    ) throws {
        try begin(key)
        try Self.object(hand, depth: depth + 1, write)
    }

    package mutating func list(
        _ key: String,
        _ write: (inout JSONList) throws -> Void
    ) throws {
        try begin(key)
        try hand(Array("[".utf8))
        var list = JSONList(hand, depth: depth + 2)
        try write(&list)
        if list.isEmpty { try hand(Array("\n".utf8)) }
        try hand(Self.line(depth + 1) + Array("]".utf8))
    }

    private mutating func begin(_ key: String) throws {
        precondition(lastKey.map { $0 < key } ?? true, "'\(key)' stands behind a later key")
        let comma = lastKey == nil ? "" : ","
        lastKey = key
        let name = try SortedJSON.bytes(key)
        try hand(Array(comma.utf8) + Self.line(depth + 1) + name + Array(" : ".utf8))
    }

    fileprivate static func line(_ depth: Int) -> [UInt8] {
        [UInt8(ascii: "\n")] + Array(repeating: UInt8(ascii: " "), count: 2 * depth)
    }
}

/// The items of a list that is a member of a page of JSON.
package struct JSONList {
    private let hand: JSONPage.Hand
    private let depth: Int
    fileprivate private(set) var isEmpty = true

    fileprivate init(_ hand: @escaping JSONPage.Hand, depth: Int) {
        (self.hand, self.depth) = (hand, depth)
    }

    package mutating func add(_ value: some Encodable) throws {
        try add(written: try SortedJSON.bytes(value, isSpread: true, depth: depth))
    }

    /// An item as `SortedJSON` has written it for this depth.
    package mutating func add(written item: [UInt8]) throws {
        try begin()
        try hand(item)
    }

    /// An object as an item, member by member.
    package mutating func object(_ write: (inout JSONPage) throws -> Void) throws {
        try begin()
        try JSONPage.object(hand, depth: depth, write)
    }

    private mutating func begin() throws {
        try hand((isEmpty ? [] : Array(",".utf8)) + JSONPage.line(depth))
        isEmpty = false
    }
}
