package import Diplomacy
import Text

/// The statements of a question with their roots, the happenings they tell of, and the relay graph.
///
/// Made from what the two clocks let through, and from nothing else; so nothing that became known or
/// true later can have a say.
package struct Weighed: Sendable {
    package let events: [Event]
    /// By the id of the statement.
    package let roots: [String: Root]
    /// The event of each statement, by the statement's id.
    package let eventOfStatement: [String: Event.ID]
    package let graph: RelayGraph

    /// Weighs `items`, which stand in the order of the ledger.
    package init(_ items: [Testified], graph: RelayGraph, decisions: [EventDecision] = []) {
        var roots: [String: Root] = [:]
        var eventOfStatement: [String: Event.ID] = [:]
        var events: [Event] = []
        roots.reserveCapacity(items.count)
        eventOfStatement.reserveCapacity(items.count)
        for places in EventMerger.events(of: items, decisions: decisions) {
            let group = places.map { items[$0] }
            guard let first = group.first else { continue }
            let found = Self.roots(of: group, event: first.statement.id)
            for item in group {
                roots[item.statement.id] = found[item.voiceKey]
                eventOfStatement[item.statement.id] = first.statement.id
            }
            events.append(Self.event(of: group, found))
        }
        self.events = events
        self.roots = roots
        self.eventOfStatement = eventOfStatement
        self.graph = graph
    }

    /// How many roots of its happening say the same, by the id of the statement.
    var agreeing: [String: Int] {
        var agreeing: [String: Int] = [:]
        agreeing.reserveCapacity(eventOfStatement.count)
        for event in events {
            for id in event.statements { agreeing[id] = event.roots.count }
            for id in event.disputes { agreeing[id] = event.disputingRoots.count }
        }
        return agreeing
    }

    /// One root for each voice of a happening, by the voice's key.
    private static func roots(of group: [Testified], event: Event.ID) -> [String: Root] {
        var roots: [String: Root] = [:]
        for item in group where roots[item.voiceKey] == nil {
            roots[item.voiceKey] = item.root(in: event)
        }
        return roots
    }

    private static func event(of group: [Testified], _ roots: [String: Root]) -> Event {
        let first = group[0].statement
        func side(_ saysDone: Bool) -> (statements: [String], roots: [Root.ID]) {
            let items = group.filter { $0.statement.saysDone == saysDone }
            return (
                items.map(\.statement.id),
                items.compactMap { roots[$0.voiceKey]?.id }.eachOnce
            )
        }
        let (done, notDone) = (side(true), side(false))
        // What more roots say; of as many, what was known first.
        let isDone =
            done.roots.count == notDone.roots.count
            ? first.saysDone : done.roots.count > notDone.roots.count
        let (told, disputed) = isDone ? (done, notDone) : (notDone, done)
        return Event(
            id: first.id,
            source: first.source,
            target: first.target,
            family: first.act.family,
            polarity: isDone ? .done : .notDone,
            isForeseen: first.isForeseen,
            interval: interval(of: group.compactMap(\.statement.date)),
            statements: told.statements,
            disputes: disputed.statements,
            roots: told.roots,
            disputingRoots: disputed.roots
        )
    }

    /// The narrowest of the dates that all agree with; else from the first day to the last.
    private static func interval(of dates: [DayInterval]) -> DayInterval? {
        guard let first = dates.map(\.first).min(), let last = dates.map(\.last).max() else {
            return nil
        }
        let agreed = (dates.map(\.first).max() ?? first, dates.map(\.last).min() ?? last)
        let isApproximate = dates.allSatisfy(\.isApproximate)
        return agreed.0 <= agreed.1
            ? DayInterval(first: agreed.0, last: agreed.1, isApproximate: isApproximate)
            : DayInterval(first: first, last: last, isApproximate: isApproximate)
    }
}
