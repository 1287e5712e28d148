import Assessment
import Diplomacy
import Foundation
import Ledger
import Reading
import Testing
import Text

/// The ledger's own gold: statements as a careful reader codes them, with the happening that each tells
/// of and the root that it has; who passes on whom; and where they disagree.
///
/// See `Evaluation/README.md`. The statements are given, so the figures are those of the ledger alone.
struct LedgerGold {
    struct Row: Decodable {
        let doc, quote: String
        let source: ActorCode
        let target: ActorCode?
        let act: Act
        let polarity: Polarity
        let modality: Modality
        let speaker: [String]
        let date: DayInterval?
        let kind: SupportKind?
        let event, root: String
    }

    struct Edge: Hashable, Decodable {
        let doc, origin: String
        let reason: Relay.Reason
        /// True of two copies of one original: neither missed nor wrong.
        let optional: Bool
    }

    struct Quarrel: Decodable {
        let part: String
        let source, target: ActorCode
        let family: Act.Family
        let kind: Disagreement.Kind
    }

    /// Written after the rules, and not looked at while they were made.
    static let unseen: Set<String> = [
        "en-10-pyongyang-treaty", "uk-08-pkhenian-pereklad", "de-07-pjoengjang-kurz",
        "ru-07-seul-ne-reshil", "ru-08-damask", "ru-09-damask-perepechatka",
        "en-11-damascus-translated", "de-08-presseblick", "en-12-jets", "en-13-jets-reprint",
        "uk-09-litaky", "de-09-indien-korrektur",
    ]

    let rows: [Row]
    let edges: [Edge]
    let quarrels: [Quarrel]
    /// By the id of the statement.
    let labels: [String: Row]
    let documents: [String: String]
    let weighed: Weighed
    let disagreements: [Disagreement]

    /// Reads the gold and weighs its statements in a ledger in memory.
    init() throws {
        let rows: [Row] = try Self.lines("statements")
        self.rows = rows
        edges = try Self.lines("relays")
        quarrels = try Self.lines("disagreements")
        let reader = try ArticleReader(ResourceFolder())
        let finder = DocumentFinder()
        let ledger = try LedgerDatabase.inMemory()
        let wanted = Dictionary(grouping: rows, by: \.doc)
        var labels: [String: Row] = [:]
        var documents: [String: String] = [:]
        let places = ["Examples", "Evaluation/ledger/articles.jsonl"]
        let day = try #require(Day(year: 2026, month: 11, day: 26))
        for file in finder.files(at: places.map { House.root.appending(path: $0).path }) {
            for case .document(let document) in finder.documents(in: try file.get()) {
                guard let told = wanted[document.name] else { continue }
                let article = try reader.article(document) { _ in String(document.name.prefix(2)) }
                documents[article.id] = document.name
                let statements = try told.enumerated().map { place, row in
                    let statement = try Self.statement(row, place, in: article)
                    labels[statement.id] = row
                    return statement
                }
                _ = try ledger.record(
                    CodedArticle(article: article, statements: statements, omissions: []),
                    readOn: day,
                    source: nil
                )
            }
        }
        let recorded = try ledger.statements()
        let weighed = try ledger.weighed(recorded, clocks: .unset, everyArticle: true)
        self.labels = labels
        self.documents = documents
        self.weighed = weighed
        let cited = recorded.map { recorded in
            CitedStatement(
                recorded.statement,
                in: ReadArticle(
                    id: recorded.article.id,
                    document: recorded.article.document,
                    language: recorded.article.language,
                    publication: recorded.article.publication
                ),
                root: weighed.roots[recorded.id],
                event: weighed.eventOfStatement[recorded.id]
            )
        }
        disagreements =
            Brief(
                of: Material(statements: cited, articles: []),
                register: try CommitmentRegister(ResourceFolder())
            ).disagreements.held
    }

    private static func lines<Line: Decodable>(_ name: String) throws -> [Line] {
        let url = House.root.appending(path: "Evaluation/ledger/\(name).jsonl")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    private static func statement(
        _ row: Row,
        _ place: Int,
        in article: Article
    ) throws -> Statement {
        let found = try #require(article.text.range(of: row.quote), "\(row.doc): '\(row.quote)'")
        let bytes = article.text.utf8
        let start = bytes.distance(from: bytes.startIndex, to: found.lowerBound)
        let speakers = row.speaker == ["author"] ? [] : row.speaker
        return Statement(
            id: "\(row.doc)-\(place)",
            source: row.source,
            target: row.target,
            act: row.act,
            kind: row.kind,
            polarity: row.polarity,
            modality: row.modality,
            speakers: speakers.map { Voice(name: $0) },
            date: row.date,
            evidence: Evidence(range: start..<start + row.quote.utf8.count, in: article),
            confidence: 1,
            marks: [],
            trail: []
        )
    }
}

/// Scores of the ledger against its gold, over the statements of some documents.
struct LedgerScores {
    let gold: LedgerGold
    let isCounted: (String) -> Bool

    /// The statements that count, by id.
    private var ids: [String] {
        gold.labels.filter { isCounted($0.value.doc) }.keys.sorted()
    }

    /// B-cubed F1 of the happenings (Bagga and Baldwin 1998): for each statement, how much of its group
    /// belongs to it, and how much of what belongs to it is in its group.
    var eventF1: Double {
        let found = groups { gold.weighed.eventOfStatement[$0] ?? $0 }
        let wanted = groups { gold.labels[$0]?.event ?? $0 }
        var (precision, recall) = (0.0, 0.0)
        for id in ids {
            let (ours, theirs) = (found[id] ?? [], wanted[id] ?? [])
            let both = Double(ours.intersection(theirs).count)
            precision += both / Double(ours.count)
            recall += both / Double(theirs.count)
        }
        return f1(precision / Double(ids.count), recall / Double(ids.count))
    }

    /// The share of statements whose root is shared by exactly those that it should be shared by.
    var rootsExact: Double {
        let found = groups { gold.weighed.roots[$0]?.id ?? $0 }
        let wanted = groups { id in
            gold.labels[id].map { "\($0.root)@\($0.event)" } ?? id
        }
        return Double(ids.count { found[$0] == wanted[$0] }) / Double(ids.count)
    }

    /// On voices alone, whatever the happening: whether two statements of one happening in the gold
    /// share a root exactly where they should.
    var wrongRoots: [String] {
        let found = groups { gold.weighed.roots[$0]?.id ?? $0 }
        let wanted = groups { id in
            gold.labels[id].map { "\($0.root)@\($0.event)" } ?? id
        }
        return ids.filter { found[$0] != wanted[$0] }
    }

    /// Edges as (document, document or outlet), whatever the reason.
    var relays: (f1: Double, missed: [String], extra: [String]) {
        let all = Set(
            gold.weighed.graph.relays.compactMap { relay -> String? in
                guard let from = gold.documents[relay.article], isCounted(from) else { return nil }
                switch relay.origin {
                case .article(let id): return "\(from) → \(gold.documents[id] ?? id)"
                case .outlet(let name): return "\(from) → outlet:\(name)"
                }
            }
        )
        func edges(_ optional: Bool) -> Set<String> {
            Set(
                gold.edges.filter { isCounted($0.doc) && $0.optional == optional }
                    .map { "\($0.doc) → \($0.origin)" }
            )
        }
        let wanted = edges(false)
        let found = all.subtracting(edges(true))
        let both = Double(found.intersection(wanted).count)
        return (
            f1(both / Double(max(1, found.count)), both / Double(max(1, wanted.count))),
            wanted.subtracting(found).sorted(), found.subtracting(wanted).sorted()
        )
    }

    private func groups(_ key: (String) -> String) -> [String: Set<String>] {
        let groups = Dictionary(grouping: ids, by: key).values.map(Set.init)
        var byMember: [String: Set<String>] = [:]
        for group in groups {
            for id in group { byMember[id] = group }
        }
        return byMember
    }

    private func f1(_ precision: Double, _ recall: Double) -> Double {
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
}
