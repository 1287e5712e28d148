import Diplomacy

/// The directed graph of actors that statements make: a node for each party, an edge for each act that one
/// does, or does not do, to another.
///
/// Only what is told as a fact or claimed makes an edge. The weight of an edge is the number of its roots,
/// never of its articles.
struct ActorGraph {
    struct Node {
        let code: ActorCode
        let label: String
        /// state, organisation or other.
        let kind: String
        /// The days of its edges, merged.
        var spells: [DayInterval]
    }

    struct Edge {
        let key: Key
        let roots: Int
        let statements: Int
        /// The days that its statements name, merged; empty where none is dated.
        let spells: [DayInterval]

        /// "aid", "not: aid".
        var label: String {
            key.polarity == .done ? key.act.rawValue : "not: \(key.act.rawValue)"
        }
    }

    /// What the statements of one edge share.
    struct Key: Hashable {
        let source: ActorCode
        let target: ActorCode
        let act: Act
        let polarity: Polarity

        var order: [String] {
            [source.rawValue, target.rawValue, act.rawValue, polarity.rawValue]
        }
    }

    /// By code.
    let nodes: [Node]
    /// By source, target, act and polarity.
    let edges: [Edge]
    let leftOut: [String: Int]

    /// Gathers statements one by one; of each it keeps its root and its days.
    struct Builder {
        private struct Group {
            var roots: Set<String> = []
            var statements = 0
            var days: Set<DayInterval> = []
        }

        private var groups: [Key: Group] = [:]
        private var leftOut: [String: Int] = [:]

        mutating func add(_ exported: ExportedStatement) {
            let statement = exported.statement
            guard let target = statement.target, silence(on: statement) == nil else {
                leftOut[silence(on: statement) ?? "without a named target", default: 0] += 1
                return
            }
            let key = Key(
                source: statement.source,
                target: target,
                act: statement.act,
                polarity: statement.polarity
            )
            groups[key, default: Group()].statements += 1
            groups[key]?.roots.insert(exported.root?.id ?? statement.id)
            if let date = statement.date { groups[key]?.days.insert(date) }
        }

        func graph(name: (ActorCode) -> String) -> ActorGraph {
            let edges = groups.map { key, group in
                Edge(
                    key: key,
                    roots: group.roots.count,
                    statements: group.statements,
                    spells: merged(Array(group.days))
                )
            }
            .sorted { $0.key.order.lexicographicallyPrecedes($1.key.order) }
            var spells: [ActorCode: [DayInterval]] = [:]
            for edge in edges {
                spells[edge.key.source, default: []] += edge.spells
                spells[edge.key.target, default: []] += edge.spells
            }
            let nodes = spells.keys.sorted().map { code in
                Node(
                    code: code,
                    label: name(code),
                    kind: code.isState ? "state" : code.isOrganisation ? "organisation" : "other",
                    spells: merged(spells[code] ?? [])
                )
            }
            return ActorGraph(nodes: nodes, edges: edges, leftOut: leftOut)
        }
    }

    private static func silence(on statement: Statement) -> String? {
        if statement.modality == .denied { return "denied" }
        return statement.isForeseen ? "only foreseen" : nil
    }

    /// The same days as intervals that neither overlap nor touch, in order.
    static func merged(_ intervals: [DayInterval]) -> [DayInterval] {
        var merged: [DayInterval] = []
        for interval in intervals.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
            if let last = merged.last, interval.first <= last.last.advanced(by: 1) {
                merged[merged.count - 1] = DayInterval(
                    first: last.first,
                    last: max(last.last, interval.last)
                )
            } else {
                merged.append(DayInterval(first: interval.first, last: interval.last))
            }
        }
        return merged
    }
}
