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

    init(_ statements: [ExportedStatement], name: (ActorCode) -> String) {
        var groups: [Key: [ExportedStatement]] = [:]
        var leftOut: [String: Int] = [:]
        for exported in statements {
            let statement = exported.statement
            if let reason = Self.silence(on: statement) {
                leftOut[reason, default: 0] += 1
            } else if let target = statement.target {
                let key = Key(
                    source: statement.source,
                    target: target,
                    act: statement.act,
                    polarity: statement.polarity
                )
                groups[key, default: []].append(exported)
            }
        }
        edges = groups.map { key, members in
            Edge(
                key: key,
                roots: Set(members.map { $0.root?.id ?? $0.statement.id }).count,
                statements: members.count,
                spells: Self.merged(members.compactMap(\.statement.date))
            )
        }
        .sorted { $0.key.order.lexicographicallyPrecedes($1.key.order) }
        var spells: [ActorCode: [DayInterval]] = [:]
        for edge in edges {
            spells[edge.key.source, default: []] += edge.spells
            spells[edge.key.target, default: []] += edge.spells
        }
        nodes = spells.keys.sorted().map { code in
            Node(
                code: code,
                label: name(code),
                kind: code.isState ? "state" : code.isOrganisation ? "organisation" : "other",
                spells: Self.merged(spells[code] ?? [])
            )
        }
        self.leftOut = leftOut
    }

    private static func silence(on statement: Statement) -> String? {
        if statement.target == nil { return "without a named target" }
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
