import Foundation
import Testing
import Text

/// The bytes are those of Foundation's encoder, which is slow and takes much memory.
struct SortedJSONTests {
    private enum Kind: String, Codable { case help, harm }

    private struct Leaf: Encodable {
        var zeta = 1
        var alpha: String? = "a"
        var kind = Kind.help
        var level = -0.5
        var missing: Int?
    }

    private struct Tree: Encodable {
        var name = "north \"wind\" \\ / \u{0}\u{8}\u{c}\n\r\t\u{1f}\u{7f}\u{2028}é\u{10FFFC}"
        var leaves = [Leaf(), Leaf(alpha: nil, kind: .harm, level: 3)]
        var none: [Leaf] = []
        var byName = ["z": [1, 2], "a10": [], "a2": [3], "A": [4], "": [5], "Я": [6], "é": [7]]
        var byNumber = [12: true, 3: false]
        var byKind = [Kind.harm: Leaf()]
        var several: [Leaf?] = [nil, Leaf()]
        var days: ClosedRange<Int> = 3...9
        var small: [UInt8] = [0, 255]
        var wide: [UInt64] = [.max]
        var low: Int32 = -7
        var thin: Float = 0.1
        var numbers = [
            1, 1e16, 1e-5, 0.1, -0.0, 123_456_789.125, .leastNonzeroMagnitude, 0.1 + 0.2, 1e20,
        ]
    }

    /// Writes what synthesised values never do.
    private struct ByHand: Encodable {
        enum Key: String, CodingKey { case c, b, a, list, nested, inner, empty }
        struct Nothing: Encodable { func encode(to encoder: any Encoder) throws {} }

        func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: Key.self)
            try members.encode(1, forKey: .c)
            var list = members.nestedUnkeyedContainer(forKey: .list)
            var nested = members.nestedContainer(keyedBy: Key.self, forKey: .nested)
            // Two that are open at a time.
            try list.encode("one")
            try nested.encode(Leaf(), forKey: .b)
            try list.encodeNil()
            var inner = list.nestedContainer(keyedBy: Key.self)
            try inner.encode(Nothing(), forKey: .empty)
            var deep = list.nestedUnkeyedContainer()
            try deep.encode(["k": 1])
            try nested.encodeNil(forKey: .a)
            try Leaf().encode(to: members.superEncoder(forKey: .inner))
            try Leaf().encode(to: members.superEncoder())
            try Leaf().encode(to: list.superEncoder())
            // The last of a key counts, and who asks again goes on in the same object.
            try members.encode(2, forKey: .c)
            var again = encoder.container(keyedBy: Key.self)
            try again.encode("late", forKey: .a)
        }
    }

    private func bytes(_ value: some Encodable, isSpread: Bool) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if isSpread { encoder.outputFormatting.insert(.prettyPrinted) }
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test(arguments: [false, true])
    func `every value is written as Foundation writes it`(isSpread: Bool) throws {
        let values: [any Encodable] = [
            Tree(), ByHand(), [Tree(), Tree()], [ByHand()], 3, "text", Int?.none, [Int](),
            [String: Int](), true, 2.0, Kind.harm, [[[]], [[1]]] as [[[Int]]],
        ]
        for value in values {
            let written = try SortedJSON.bytes(value, isSpread: isSpread)
            let expected = try bytes(value, isSpread: isSpread)
            #expect(String(decoding: written, as: UTF8.self) == expected)
        }
    }

    @Test func `what JSON has no sign for is refused`() {
        for number in [Double.nan, .infinity, -.infinity] {
            #expect(throws: EncodingError.self) { try SortedJSON.bytes([number]) }
        }
    }

    @Test func `a second value of a kind does not show what was written before`() throws {
        let one = try SortedJSON.bytes([Leaf(zeta: 5), Leaf(zeta: 6, alpha: nil)])
        #expect(
            String(decoding: one, as: UTF8.self)
                == #"[{"alpha":"a","kind":"help","level":-0.5,"zeta":5},"#
                + #"{"kind":"help","level":-0.5,"zeta":6}]"#
        )
    }
}
