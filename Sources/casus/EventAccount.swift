import Assessment
import Diplomacy
import Ledger

/// The happening that a statement tells of: who else tells of it, from which roots, and who disputes it.
struct EventAccount {
    let statement: RecordedStatement
    let event: Event?
    private let others: [RecordedStatement]
    private let weighed: Weighed
    private let decisions: [EventDecision]

    /// Weighs everything between the two parties of the statement.
    init(
        of recorded: RecordedStatement,
        in ledger: LedgerDatabase,
        _ clocks: Clocks = .unset
    ) throws {
        let statement = recorded.statement
        let filter =
            statement.target.map { StatementFilter(clocks: clocks, pair: (statement.source, $0)) }
            ?? StatementFilter(clocks: clocks, source: statement.source)
        // Without a named target, only what has none is of the same two.
        others = try ledger.statements(filter).filter {
            statement.target != nil || $0.statement.target == nil
        }
        weighed = try ledger.weighed(others, clocks: clocks)
        self.statement = recorded
        let id = weighed.eventOfStatement[recorded.id]
        event = weighed.events.first { $0.id == id }
        let told = Set((event?.statements ?? []) + (event?.disputes ?? []))
        decisions = try ledger.decisions().filter {
            told.contains($0.one) || told.contains($0.other)
        }
    }

    var text: String {
        var page = TextLayout()
        page.paragraph("\(PlainSentence(statement.statement).text(ActorDirectory.called)).")
        write(to: &page)
        return page.text
    }

    /// The root of the statement, the chain that leads to it, and the happening with its statements.
    func write(to page: inout TextLayout) {
        writeRoot(&page)
        guard let event else { return }
        let naming = Naming(articles: [], party: ActorDirectory.called)
        page.heading("The happening")
        let articles = Set(
            others.filter { event.statements.contains($0.id) }.map(\.article.id)
        )
        page.paragraph(
            "\(event.interval?.edtf ?? "undated"): told by \(counted(event.roots.count, "root")) in "
                + "\(counted(articles.count, "article"))"
                + (event.disputes.isEmpty
                    ? "." : ", disputed by \(counted(event.disputingRoots.count, "root")).")
        )
        for (label, ids) in [("told", event.statements), ("disputed", event.disputes)] {
            for other in others where ids.contains(other.id) {
                let root = weighed.roots[other.id].map(Self.words) ?? "root not known"
                page.row(
                    "\(label) \(naming.short(other.id))",
                    "\(other.article.document), \(other.statement.date?.edtf ?? "undated"): \(root). "
                        + "“\(other.statement.evidence.quote)”",
                    indent: 2,
                    column: 22
                )
            }
        }
        for decision in decisions {
            let word = decision.isTogether ? "kept together" : "kept apart"
            page.paragraph(
                "By hand, \(decision.decidedOn): \(naming.short(decision.one)) and "
                    + "\(naming.short(decision.other)) \(word)."
                    + (decision.reason.isEmpty ? "" : " \(decision.reason)"),
                indent: 2,
                hanging: 2
            )
        }
    }

    private func writeRoot(_ page: inout TextLayout) {
        page.heading("Where it comes from")
        page.paragraph(
            "Root: \(weighed.roots[statement.id].map(Self.words) ?? "not known").",
            indent: 2,
            hanging: 2
        )
        var here = statement.article.id
        var seen: Set<String> = []
        while seen.insert(here).inserted,
            let relay = weighed.graph.relays.first(where: { $0.article == here && $0.isWhole })
        {
            let origin: String
            switch relay.origin {
            case .article(let id):
                origin = "article \(id)"
                here = id
            case .outlet(let name): origin = name
            }
            page.paragraph(
                "Its article \(relay.reason.words) \(origin): \(relay.detail).",
                indent: 2,
                hanging: 2
            )
        }
    }

    private static func words(_ root: Root) -> String {
        let outlet = root.outlet.map { " of \($0)" } ?? ""
        switch root.kind {
        case .named: return "\(root.name ?? "a voice"), a named voice"
        case .unnamed: return "somebody not named\(root.outlet.map { ", to \($0)" } ?? "")"
        case .account: return "the account\(outlet.isEmpty ? " of the article itself" : outlet)"
        }
    }
}
