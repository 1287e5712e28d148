/// A table of a page: shown as HTML, and handed out as CSV or JSON with the same rows.
struct Table: Sendable {
    struct Column: Sendable {
        /// The name in a file; never translated, never changed.
        let key: String
        let title: HTML
        var isFigure = false
        /// Whether a narrow page does without it.
        var isLesser = false

        init(_ key: String, _ title: HTML, isFigure: Bool = false, isLesser: Bool = false) {
            self.isLesser = isLesser
            self.key = key
            self.title = title
            self.isFigure = isFigure
        }
    }

    /// What a cell holds in a file.
    enum Value: Hashable, Sendable {
        case text(String)
        case whole(Int)
        case number(Double)
        case none
    }

    struct Cell: Sendable {
        let html: HTML
        let value: Value

        init(_ html: HTML, _ value: Value) {
            self.html = html
            self.value = value
        }

        static func text(_ text: String?) -> Cell {
            Cell(text.map { HTML.foreign($0) } ?? .empty, text.map { .text($0) } ?? .none)
        }

        static func whole(_ number: Int) -> Cell {
            Cell(HTML(text: CountWords.grouped(number)), .whole(number))
        }

        /// On the scale of standings; nothing where there is no line.
        static func level(_ number: Double?) -> Cell {
            number.map { Cell(HTML(text: LevelWords.signed($0)), .number($0)) }
                ?? Cell("<span class=\"nothing\">–</span>", .none)
        }
    }

    /// A narrow page shows so many, and the rest where it is asked for: some two screens of short rows.
    private static let mostNarrow = 15

    /// On the page; the files hold all that is held.
    static let mostRows = 200

    /// The name of its file, and its id on the page.
    let id: String
    let caption: HTML
    let columns: [Column]
    /// How many rows there are, those included that are not held.
    let count: Int
    private let held: Int
    private let row: @Sendable (Int) -> [Cell]

    init(_ id: String, caption: HTML, columns: [Column], rows: [[Cell]]) {
        self.init(id, caption: caption, columns: columns, of: rows) { $0 }
    }

    /// A row is made where it is shown: a page shows few of many, and a file is seldom asked for.
    ///
    /// `count`: where more are counted than held.
    init<Value: Sendable>(
        _ id: String,
        caption: HTML,
        columns: [Column],
        of values: [Value],
        count: Int? = nil,
        row: @escaping @Sendable (Value) -> [Cell]
    ) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.count = count ?? values.count
        held = values.count
        self.row = { place in
            let cells = row(values[place])
            precondition(cells.count == columns.count, "a row fills its columns")
            return cells
        }
    }

    /// The name under which a browser saves a file of it, which says where it is a beginning.
    func fileName(_ ending: String) -> String {
        held < count ? "\(id)-first-\(held)-of-\(count).\(ending)" : "\(id).\(ending)"
    }

    /// Those that are held, each made as it is asked for.
    var rows: some Collection<[Cell]> { (0..<held).lazy.map(row) }
}

extension Table {
    /// The table with its ways out: the first column heads each row; on a narrow page a row becomes a
    /// list of labelled values.
    func html(_ question: Question, _ phrases: Phrases) -> HTML {
        let heads = columns.map { column -> HTML in
            "<th scope=\"col\"\(column.isFigure ? " class=\"figure\"" : .empty)>\(column.title)</th>"
        }
        let shown = rows.prefix(Self.mostRows)
        let labels = columns.map(\.title.plainText)
        return """
            <div class="table" id="\(id)-all"><table id="\(id)" class="records"><caption>\(caption)</caption>
            <thead><tr>\(heads)</tr></thead>
            <tbody>\(shown.map { markup($0, labels) })</tbody></table>
            \(rest(of: shown.count, phrases))\(LongList.note(count - shown.count, phrases))
            \(exports(question, phrases))</div>

            """
    }

    /// `labels` are the titles of the columns, for a narrow page.
    private func markup(_ cells: [Cell], _ labels: [HTML]) -> HTML {
        let items = cells.indices.map { place -> HTML in
            let html = cells[place].html
            guard place > 0 else { return "<th scope=\"row\">\(html)</th>" }
            let column = columns[place]
            let styles = [column.isFigure ? "figure" : nil, column.isLesser ? "lesser" : nil]
                .compactMap(\.self).joined(separator: " ")
            let style: HTML = styles.isEmpty ? .empty : " class=\"\(styles)\""
            return "<td\(style) data-label=\"\(labels[place])\">\(html)</td>"
        }
        return "<tr>\(items)</tr>\n"
    }

    /// The way to the rows that a narrow page leaves out, for who has no script either.
    private func rest(of shown: Int, _ phrases: Phrases) -> HTML {
        guard shown > Self.mostNarrow else { return .empty }
        return """
            <p class="rest"><a href="#\(id)-all">\(phrases("list.more", "\(shown - Self.mostNarrow)"))</a></p>
            """
    }

    private func exports(_ question: Question, _ phrases: Phrases) -> HTML {
        """
        <p class="exports">\(phrases["export.save"]) \
        <a href="\(question.export("\(id).csv").text)" download="">CSV</a> \
        <a href="\(question.export("\(id).json").text)" download="">JSON</a></p>
        """
    }
}
