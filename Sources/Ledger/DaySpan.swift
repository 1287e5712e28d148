package import Diplomacy

/// From one day to another, both included; an end that is not given is open.
package struct DaySpan: Hashable, Sendable {
    package let first: Day?
    package let last: Day?

    package init(first: Day?, last: Day?) {
        self.first = first
        self.last = last
    }

    package static let ever = DaySpan(first: nil, last: nil)

    /// Whether no day is in it.
    package var isEmpty: Bool {
        guard let first, let last else { return false }
        return last < first
    }
}
