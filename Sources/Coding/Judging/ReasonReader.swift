import Diplomacy
import Language
import Text

/// Reads why help stayed away, where its sentence says so: *Moscow no longer has the power to help*.
///
/// A reason is one of the words of `reasons.tsv`, said of who did not help: the party spoken of last before them in
/// their clause is that one, or a pronoun that may mean it, or the clause names none. So *A did not help B, because C was too weak* gives none.
struct ReasonReader {
    let read: ReadSentence
    let mentions: [Mention]
    let clauses: [Clause]

    /// In the order of `Mark.reasons`.
    func reasons(of draft: Draft) -> [Mark] {
        guard Self.needsReason(draft) else { return [] }
        let told = read.reasons.filter { isSaid($0, of: draft.source) }.map(\.reason)
        return Mark.reasons.filter(told.contains)
    }

    /// Help that did not come, or was refused.
    private static func needsReason(_ draft: Draft) -> Bool {
        switch draft.act {
        case .support, .aid: draft.polarity == .notDone && draft.modality != .denied
        case .reject: draft.polarity == .done
        default: false
        }
    }

    private func isSaid(_ cue: ReadSentence.ReasonCue, of source: ActorCode) -> Bool {
        let start =
            clauses.first { $0.tokens.contains(cue.tokens.lowerBound) }?.tokens.lowerBound ?? 0
        let subject = mentions.last { mention in
            mention.actor != nil && !mention.isModifier && mention.tokens.lowerBound >= start
                && mention.tokens.upperBound <= cue.tokens.lowerBound
        }
        return subject.map {
            $0.actor == source || $0.choices.contains { $0.actors.contains(source) }
        } ?? true
    }
}

extension LexiconBuilder {
    /// Reads `reasons.tsv`.
    mutating func addReasons() throws {
        let table = try self.table("reasons.tsv", columns: 2)
        let reasons = Mark.reasons.map(\.rawValue)
        for row in table.rows {
            guard reasons.contains(row.cells[1]), let reason = Mark(rawValue: row.cells[1]) else {
                throw table.error(
                    row,
                    "unknown reason '\(row.cells[1])'",
                    cure: hint(row.cells[1], reasons)
                )
            }
            add(try pattern(row.cells[0], row, table), .reason(reason))
        }
    }
}
