import Assessment
import Testing
import Text

/// Ids that are held in short.
struct ShortIDTests {
    private static let ids = [
        "000006bf38656133", "ffffffffffffffff", "0000000000000000", "a1s1", "", "a1s1~2",
        "000006BF38656133", "00006bf38656133", "000006bf386561330", "000006bf38656133~1",
        "9000000000000000", "a000000000000000", "ґрунт",
    ]

    @Test(arguments: ids)
    func `an id comes back as it was`(_ id: String) throws {
        #expect(ShortID(id).text == id)
        #expect(try SortedJSON.bytes([ShortID(id)]) == SortedJSON.bytes([id]))
    }

    @Test func `ids stand in the order of their texts`() {
        #expect(Self.ids.map(ShortID.init).sorted().map(\.text) == Self.ids.sorted())
    }

    @Test func `an id of a ledger needs no memory of its own`() {
        #expect(ShortID("000006bf38656133") == .digits(0x6_bf38_6561_33))
        #expect(MemoryLayout<ShortID>.stride == 16)
    }
}
