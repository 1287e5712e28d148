import Assessment

/// A list that shows its beginning, and the rest on demand: `details` needs no script.
///
/// Of a large ledger a list can be longer than a page that anybody reads: then the page says how much it leaves
/// to the search and to programs.
struct LongList {
    /// Ten screens of findings; more are looked for, not leafed through.
    static let mostOnPage = 100

    private let items: [HTML]
    private let count: Int
    /// How many are shown at once.
    private let most: Int
    private let names: Tongue
    private let style: HTML

    /// Makes the markup of as many values as stand on the page, at most `mostOnPage`.
    init<Value>(
        _ values: [Value],
        most: Int,
        mostOnPage: Int = Self.mostOnPage,
        names: Tongue,
        style: HTML,
        _ item: (Value) -> HTML
    ) {
        items = values.prefix(mostOnPage).map(item)
        count = values.count
        self.most = most
        self.names = names
        self.style = style
    }

    /// The same of a list whose beginning is held.
    init<Value>(
        _ values: Excerpt<Value>,
        most: Int,
        mostOnPage: Int = Self.mostOnPage,
        names: Tongue,
        style: HTML,
        _ item: (Value) -> HTML
    ) {
        items = values.held.prefix(mostOnPage).map(item)
        count = values.count
        self.most = most
        self.names = names
        self.style = style
    }

    init(items: [HTML], most: Int, names: Tongue, style: HTML) {
        self.init(items, most: most, names: names, style: style) { $0 }
    }

    var html: HTML {
        let note = Self.note(count - items.count, names.phrases)
        guard items.count > most else { return "<ul class=\"\(style)\">\(items)</ul>\(note)" }
        let rest = count - most
        return """
            <ul class="\(style)">\(Array(items.prefix(most)))</ul>
            <details class="more"><summary>\(names.phrases("list.more", "\(rest)"))</summary>
            <ul class="\(style)">\(Array(items.dropFirst(most)))</ul>\(note)</details>
            """
    }

    /// Says that so many more are not on the page; nothing for none.
    static func note(_ left: Int, _ phrases: Phrases) -> HTML {
        left > 0
            ? "<p class=\"hint\">\(phrases("list.cut", "\(CountWords.grouped(left))"))</p>" : .empty
    }
}
