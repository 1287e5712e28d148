import Foundation
import Testing
import Text

struct SeparatedValuesTests {
    private func rows(_ text: String) -> [[String]] {
        SeparatedValues(Data(text.utf8)).rows.map(\.cells)
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
        ("a\n\"x, \"\"y\"\"\nz\"\n", [["x, \"y\"\nz"]]), ("a,b\n,\n", [["", ""]]),
        ("a\n\"\"\n", [[""]]), ("a\n\n1\n", [["1"]]), ("a\n\"open", [["open"]]), ("", []),
        ("a\n\"\"\"\"\n", [["\""]]), ("a,b\n\"1\",\"2\"\n", [["1", "2"]]),
    ])
    func `cells are read as RFC 4180 has them`(_ text: String, _ cells: [[String]]) {
        #expect(rows(text) == cells)
    }

    @Test func `columns have names in small letters, and rows the line they begin on`() throws {
        let table = SeparatedValues(Data("\u{FEFF}ID, Name \n1,\"a\nb\"\n2,c\n".utf8))
        #expect(table.columns == ["id", "name"])
        #expect(table.rows.map(\.line) == [2, 4])
        let last = try #require(table.rows.last)
        #expect(table.cell("name", in: last) == "c")
        #expect(table.cell("none", in: last) == nil)
    }
}
