import Assessment
import Testing

@Suite struct TextLayoutTests {
    @Test func `words are wrapped at spaces and never cut`() {
        var page = TextLayout(width: 12)
        page.paragraph("one two three Sicherheitszusammenarbeit four", indent: 2, hanging: 1)
        #expect(page.lines == ["  one two", "   three", "   Sicherheitszusammenarbeit", "   four"])
    }

    @Test func `a label that fits stands beside the words, a longer one above them`() {
        var page = TextLayout(width: 30)
        page.row("few", "words beside it", indent: 2, column: 8)
        page.row("many letters", "words under it", indent: 2, column: 8)
        #expect(
            page.lines == ["  few   words beside it", "  many letters", "        words under it"]
        )
    }

    @Test func `a shortened text ends at a word`() {
        #expect(TextLayout.shortened("Стратегічні союзники РФ", to: 15) == "Стратегічні…")
        #expect(TextLayout.shortened("short", to: 15) == "short")
    }
}
