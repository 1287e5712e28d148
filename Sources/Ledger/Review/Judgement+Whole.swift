import Diplomacy

/// What a person's word on a part amounts to for the whole statement, and whether it says anything.
extension Judgement {
    /// The same as a judgement on the whole statement, which counts as `stands`: the number of a part is
    /// that of one of these, from 1.
    func ofWhole(
        part: Int?,
        _ stands: [StatementCore],
        coded: StatementCore
    ) -> Judgement {
        var whole = self
        if kind == .accept, !stands.isEmpty, stands != [coded] { whole.readings = stands }
        guard let part, stands.count > 1, stands.indices.contains(part - 1),
            kind == .reject || kind == .correct || kind == .split
        else { return whole }
        whole.readings = stands
        whole.readings.replaceSubrange(part - 1..<part, with: readings)
        whole.kind = whole.readings.count > 1 ? .split : .correct
        return whole
    }

    /// Why it would say nothing, and what to do; nil where it says something.
    func problem(
        with stands: [StatementCore]
    ) -> (problem: String, cure: String)? {
        if reviewer.isEmpty { return ("has no reviewer", "Name one with --reviewer.") }
        switch kind {
        case .reject where words.isEmpty:
            return ("is to be rejected without a reason", "Say why with --reason.")
        case .note where words.isEmpty: return ("gets an empty note", "Write some words.")
        case .correct where readings.count != 1 || stands.contains(readings[0]):
            return (
                "is to be corrected, and nothing of it changes",
                "Name a field that is another, or accept the statement."
            )
        case .split where readings.count < 2 || Set(readings).count < readings.count:
            return ("is to be split, and not into two or more", "Name each part once.")
        case .undo: return ("cannot be undone so", "Undo a decision by its id.")
        case .accept, .reject, .correct, .split, .note: return nil
        }
    }
}
