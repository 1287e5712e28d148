package import Diplomacy

/// A person's word on two statements: that they tell of one happening, or of two.
///
/// It outlives re-reading, because it names statements by their ids, and those by place and core.
package struct EventDecision: Hashable, Sendable, Codable {
    /// The ids of the two statements, the smaller first.
    package let one: String
    package let other: String
    package let isTogether: Bool
    package let decidedOn: Day
    /// The person's reason; empty where none was given.
    package let reason: String

    package init(
        _ first: String,
        _ second: String,
        isTogether: Bool,
        decidedOn: Day,
        reason: String
    ) {
        precondition(first != second, "a statement is one happening with itself")
        one = min(first, second)
        other = max(first, second)
        self.isTogether = isTogether
        self.decidedOn = decidedOn
        self.reason = reason
    }
}

/// The groups of a merger after what persons decided.
///
/// First what is kept together, whole groups at a time; then what is kept apart: of two statements in one
/// group the later one leaves it, and stands alone.
struct Decided {
    /// Places in the items; each group in order, the groups by their first place.
    let groups: [[Int]]

    init(_ groups: [[Int]], _ items: [Testified], _ decisions: [EventDecision]) {
        guard !decisions.isEmpty else {
            self.groups = groups
            return
        }
        let places = Dictionary(
            items.enumerated().map { ($1.statement.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var group = [Int](repeating: 0, count: items.count)
        for (number, members) in groups.enumerated() {
            for place in members { group[place] = number }
        }
        let known = decisions.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
            .compactMap { decision in
                places[decision.one].flatMap { one in
                    places[decision.other].map { (one, $0, decision.isTogether) }
                }
            }
        for (one, other, isTogether) in known where isTogether {
            let (keeps, gives) = (min(group[one], group[other]), max(group[one], group[other]))
            for place in group.indices where group[place] == gives { group[place] = keeps }
        }
        var next = groups.count
        for (one, other, isTogether) in known where !isTogether && group[one] == group[other] {
            group[max(one, other)] = next
            next += 1
        }
        self.groups = Dictionary(grouping: group.indices, by: { group[$0] }).values
            .map { $0.sorted() }
            .sorted { $0[0] < $1[0] }
    }
}
