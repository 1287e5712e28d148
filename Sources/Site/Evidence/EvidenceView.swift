import Assessment
import Diplomacy
import Text

/// An article as it was written, with what was coded in it lit, what was left out dotted, and what
/// was no part of the report greyed: the page that every figure opens into.
///
/// Each block is a row: its words, and beside them (below, on a narrow page) a note for each
/// statement that begins in it. A number after the words leads to the note, the note's number back.
struct EvidenceView {
    let article: Article
    let statements: [Statement]
    let omissions: [Omission]
    let names: Tongue
    let question: Question

    private let bytes: ArticleBytes
    /// Statements in the order of their places in the text; their numbers on the page are one more.
    private let ranges: [ByteRange]
    private let omitted: [ByteRange]

    init(
        article: Article,
        statements: [Statement],
        omissions: [Omission],
        names: Tongue,
        question: Question
    ) {
        self.article = article
        self.statements = statements.enumerated().sorted { left, right in
            let (one, other) = (left.element.evidence.range, right.element.evidence.range)
            return (one.lowerBound, one.upperBound, left.offset)
                < (other.lowerBound, other.upperBound, right.offset)
        }.map(\.element)
        self.omissions = omissions
        self.names = names
        self.question = question
        bytes = ArticleBytes(article.text)
        ranges = self.statements.map(\.evidence.range)
        omitted = omissions.map(\.range)
    }

    /// So many blocks in a row that are no part of the report are folded away: menus and banners above the first
    /// sentence are a screen of a telephone; the line that stands for them takes no more of it than one of them.
    private static let leastFolded = 2

    var html: HTML {
        let parts = runs.map { run -> HTML in
            let shown = HTML(joining: run.map(row))
            return run.count < Self.leastFolded ? shown : folded(run, shown)
        }
        return "<div class=\"sheet\">\(parts)</div>"
    }

    private var phrases: Phrases { names.phrases }
    private var uncoded: String { phrases.text("evidence.uncoded") }

    private func reason(ofOmission place: Int) -> String {
        phrases.text("omission.\(omissions[place].reason.rawValue)")
    }

    // MARK: Rows

    /// A block, or words that stand in none.
    private struct Row {
        let range: ByteRange
        let block: Block?

        var isLeftOut: Bool { block?.isKept != true }
    }

    /// The blocks in their order, and between them whatever words no block holds: the article is
    /// shown whole.
    private var rows: [Row] {
        var rows: [Row] = []
        var shown = 0
        func show(_ range: ByteRange, _ block: Block?) {
            guard !range.isEmpty, !bytes.isBlank(range) else { return }
            rows.append(Row(range: range, block: block))
        }
        for block in article.blocks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            let start = max(block.range.lowerBound, shown)
            let end = min(block.range.upperBound, bytes.all.upperBound)
            if shown < start { show(shown..<min(start, bytes.all.upperBound), nil) }
            if start < end { show(start..<end, block) }
            shown = max(shown, end)
        }
        if shown < bytes.all.upperBound { show(shown..<bytes.all.upperBound, nil) }
        return rows
    }

    /// The rows in their order, those together that follow each other and are left out without a note.
    private var runs: [[Row]] {
        var runs: [[Row]] = []
        var isOpen = false
        for row in rows {
            let isSilent = row.isLeftOut && notes(of: row).isEmpty
            if isSilent, isOpen {
                runs[runs.count - 1].append(row)
            } else {
                runs.append([row])
            }
            isOpen = isSilent
        }
        return runs
    }

    private func folded(_ run: [Row], _ shown: HTML) -> HTML {
        let summary = phrases(
            "evidence.leftout.run",
            names.count(run.count, "block"),
            HTML(joining: run.map(discard).eachOnce, by: ", ")
        )
        return """
            <details class="left-out run"><summary>\(summary)</summary>
            \(shown)</details>

            """
    }

    private func row(_ row: Row) -> HTML {
        let shown = row.block?.discard == .tooLong ? bytes.beginning(of: row.range) : row.range
        let text = LitText(block: shown, statements: ranges, omissions: omitted)
        let words = HTML(joining: text.pieces.map(piece)) + (shown == row.range ? "" : " …")
        let notes = notes(of: row)
        return """
            <section class="row\(row.isLeftOut ? " left-out" : "")" id="b-\(row.range.lowerBound)">
            <div class="words" lang="\(article.language)" dir="auto">\(element(row, reason(row) + words))</div>
            \(notes.isEmpty ? .empty : "<ol class=\"notes\">\(notes)</ol>")
            </section>

            """
    }

    /// Why the words are greyed, before them.
    private func reason(_ row: Row) -> HTML {
        guard row.isLeftOut else { return .empty }
        return
            "<span class=\"reason\" lang=\"\(phrases.language)\" dir=\"ltr\">\(phrases("evidence.leftout", discard(row)))</span> "
    }

    private func discard(_ row: Row) -> HTML {
        phrases["discard.\(row.block?.discard?.rawValue ?? "none")"]
    }

    private func element(_ row: Row, _ words: HTML) -> HTML {
        guard row.block?.isKept == true else { return "<p>\(words)</p>" }
        switch row.block?.role {
        case .title: return "<p class=\"headline\">\(words)</p>"
        case .heading: return "<p class=\"subhead\">\(words)</p>"
        case .listItem: return "<p class=\"item\">\(words)</p>"
        default: return "<p>\(words)</p>"
        }
    }

    // MARK: Words

    private func piece(_ piece: LitText.Piece) -> HTML {
        var words = HTML(text: bytes.words(piece.range))
        if !piece.statements.isEmpty {
            let told = piece.statements.map { statements[$0] }
            let title = told.map { StatementSentence(statement: $0, names: names).text }
            words = """
                <mark class="\(LitStyle(told).classes)" title="\(title.joined(separator: "; "))">\(words)</mark>
                """
        } else if !piece.omissions.isEmpty {
            words = """
                <span class="omitted" title="\(title(ofOmissions: piece.omissions))">\(words)</span>
                """
        }
        return words + HTML(joining: piece.endingStatements.map(reference))
            + HTML(joining: piece.endingOmissions.map(omissionReference))
    }

    private func title(ofOmissions places: [Int]) -> String {
        places.map { "\(uncoded) \(reason(ofOmission: $0))" }.joined(separator: "; ")
    }

    private func reference(_ place: Int) -> HTML {
        let statement = statements[place]
        let sentence = StatementSentence(statement: statement, names: names).text
        let isMissing = statement.polarity == .notDone
        return """
            <a class="ref\(isMissing ? " missing" : "")" id="r-\(statement.id)" href="#s-\(statement.id)" \
            lang="\(phrases.language)" aria-label="\(phrases.text("evidence.statement", "\(place + 1)", sentence))">\(isMissing ? MissingSign.html : .empty)\(place + 1)</a>
            """
    }

    private func omissionReference(_ place: Int) -> HTML {
        """
        <a class="ref omission" id="q-\(place + 1)" href="#o-\(place + 1)" lang="\(phrases.language)" \
        aria-label="\(uncoded) \(reason(ofOmission: place))">\(Self.letters(place))</a>
        """
    }

    /// `a` to `z`, then `aa`: omissions are counted in letters, statements in numbers.
    static func letters(_ place: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(97 + place % 26)))
        return place < 26 ? letter : letters(place / 26 - 1) + letter
    }

    // MARK: Notes

    private func notes(of row: Row) -> [HTML] {
        func begins(_ range: ByteRange) -> Bool { row.range.contains(range.lowerBound) }
        let told = ranges.indices.filter { begins(ranges[$0]) }.map { place in
            StatementNote(
                statement: statements[place],
                number: place + 1,
                names: names,
                question: question,
                previous: place > 0 ? statements[place - 1].id : nil,
                next: place + 1 < statements.count ? statements[place + 1].id : nil
            ).html
        }
        let untold = omitted.indices.filter { begins(omitted[$0]) }.map(omissionNote)
        return told + untold
    }

    private func omissionNote(_ place: Int) -> HTML {
        let omission = omissions[place]
        return """
            <li class="note omission" id="o-\(place + 1)">
            <p><a class="number" href="#q-\(place + 1)">\(Self.letters(place))</a> \(uncoded) \
            \(omission.detail.isEmpty ? HTML(text: reason(ofOmission: place)) : ToldStep(step: omission.detail, names: names).html)</p>
            </li>

            """
    }
}

/// How a piece of text is lit that one or several statements cover.
struct LitStyle {
    let classes: String

    /// What did not come is the rarer and weightier thing, so it wins over what came; and conflict
    /// over cooperation.
    init(_ statements: [Statement]) {
        let sides = Set(statements.map(\.act.side))
        let side = [ActSide.conflict, .cooperation].first(where: sides.contains) ?? .neutral
        let isMissing = statements.contains { $0.polarity == .notDone }
        let isDeed = statements.contains(where: \.act.isDeed)
        let parts = ["lit", isMissing ? "missing" : side.rawValue, isDeed ? "deed" : "word"]
        classes = (parts + (statements.count > 1 ? ["several"] : [])).joined(separator: " ")
    }
}
