import Assessment
import Diplomacy

/// Who passes on whom, as a graph in columns: origins on the left, each step one column further right; an
/// arrow leads from the one that is passed on to the one that passes on.
struct RelayDrawing {
    private static let columnWidth = 285.0
    private static let rowHeight = 34.0
    private static let box = (width: 225.0, height: 24.0)
    /// Longer chains are folded into the last column; the table has every step.
    private static let mostColumns = 4
    /// As many steps as four screens show; the table and its files have the rest.
    private static let mostSteps = 150

    let report: SourceReport
    let names: Tongue
    let question: Question

    private struct Node {
        let key: String
        let label: String
        let article: String?
        let column: Int
        let row: Int

        var x: Double { Double(column) * RelayDrawing.columnWidth + 4 }
        var y: Double { Double(row) * RelayDrawing.rowHeight + 6 }
    }

    var isEmpty: Bool { report.relays.isEmpty }

    private var steps: ArraySlice<SourceReport.Step> { report.relays.prefix(Self.mostSteps) }

    var drawing: Drawing {
        let nodes = nodes
        let columns = (nodes.values.map(\.column).max() ?? 0) + 1
        let rows = (nodes.values.map(\.row).max() ?? 0) + 1
        let edges = steps.compactMap { step -> HTML? in
            nodes[Self.key(step.relay.origin)].flatMap { from in
                nodes[step.relay.article].map { edge(step, from, $0) }
            }
        }
        let boxes = nodes.values.sorted { ($0.column, $0.row) < ($1.column, $1.row) }.map(box)
        return Drawing(
            id: "relay-graph",
            title: names.phrases.text("relays.head"),
            description: names.phrases.text(
                "relays.description",
                "\(nodes.count)",
                "\(steps.count)"
            ),
            width: Double(columns - 1) * Self.columnWidth + Self.box.width + 8,
            height: Double(rows) * Self.rowHeight + 8,
            style: "relays",
            content: """
                <defs><marker id="relay-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" \
                markerHeight="7" orient="auto"><path class="head" d="M0 0L8 4L0 8Z"></path></marker></defs>
                \(edges)\(boxes)
                """,
            legend: [names.phrases.text("relays.hint")]
        )
    }

    // MARK: Layout

    private static func key(_ origin: Relay.Origin) -> String {
        switch origin {
        case .article(let id): id
        case .outlet(let name): "outlet " + name
        }
    }

    /// Every end of an edge, in the column of its longest way from an origin.
    ///
    /// Within a column nodes stand in the order of those they come from, so that arrows seldom cross.
    private var nodes: [String: Node] {
        var origins: [String: [String]] = [:]
        var keys: [String] = []
        var seen: Set<String> = []
        for step in steps {
            let from = Self.key(step.relay.origin)
            origins[step.relay.article, default: []].append(from)
            for key in [from, step.relay.article] where seen.insert(key).inserted {
                keys.append(key)
            }
        }
        var columns: [String: Int] = [:]
        func column(_ key: String, _ path: Set<String>) -> Int {
            if let known = columns[key] { return known }
            // Two articles of one day may pass on each other: the way round is not followed.
            let before = (origins[key] ?? []).filter { !path.contains($0) }
            let found = before.map { column($0, path.union([key])) + 1 }.max() ?? 0
            columns[key] = min(found, Self.mostColumns - 1)
            return columns[key] ?? 0
        }
        for key in keys { _ = column(key, [key]) }
        let articles = Dictionary(
            report.articles.lazy.filter { seen.contains($0.id) }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var rows: [String: Int] = [:]
        var nodes: [String: Node] = [:]
        var next = [Int](repeating: 0, count: Self.mostColumns)
        for place in 0..<Self.mostColumns {
            let members = keys.filter { columns[$0] == place }.sorted { left, right in
                func first(_ key: String) -> Int {
                    (origins[key] ?? []).compactMap { rows[$0] }.min() ?? .max
                }
                return (first(left), left) < (first(right), right)
            }
            for key in members {
                let wish = (origins[key] ?? []).compactMap { rows[$0] }.min() ?? 0
                let row = max(next[place], place == 0 ? 0 : wish)
                next[place] = row + 1
                rows[key] = row
                let article = articles[key]
                nodes[key] = Node(
                    key: key,
                    label: article.map { $0.outlet ?? $0.name }
                        ?? String(key.trimmingPrefix("outlet ")),
                    article: article?.id,
                    column: place,
                    row: row
                )
            }
        }
        return nodes
    }

    // MARK: Parts

    private func edge(_ step: SourceReport.Step, _ from: Node, _ to: Node) -> HTML {
        let (startX, startY) = (from.x + Self.box.width, from.y + Self.box.height / 2)
        let (endX, endY) = (to.x, to.y + Self.box.height / 2)
        let bend = max(24, (endX - startX) / 2)
        let reason = step.relay.reason
        let style: HTML =
            switch reason {
            case .copy, .credit: "whole"
            case .translation: "translation"
            case .citation, .digest: "part"
            }
        let words = names.phrases.text("relay.\(reason.rawValue)")
        return """
            <path class="edge \(style)" marker-end="url(#relay-head)" d="M\(n(startX)) \(n(startY))C\
            \(n(startX + bend)) \(n(startY)) \(n(endX - bend)) \(n(endY)) \(n(endX - 2)) \(n(endY))">\
            <title>\(to.label) \(words) \(from.label)</title></path>

            """
    }

    private func box(_ node: Node) -> HTML {
        let label = TextLayout.shortened(node.label, to: 28)
        let inside: HTML = """
            <title>\(node.label)</title><rect class="box" x="\(n(node.x))" y="\(n(node.y))" \
            width="\(n(Self.box.width))" height="\(n(Self.box.height))" rx="3"></rect>\
            <text x="\(n(node.x + 8))" y="\(n(node.y + Self.box.height / 2))">\(label)</text>
            """
        guard let article = node.article else { return "<g class=\"outlet\">\(inside)</g>\n" }
        return "<a href=\"\(question.article(article).text)\">\(inside)</a>\n"
    }

    private func n(_ number: Double) -> String { Drawing.number(number) }
}
