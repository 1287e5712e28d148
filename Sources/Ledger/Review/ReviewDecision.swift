package import Diplomacy
import Text

/// A person's word on a statement: one record, never changed and never deleted.
///
/// It stands on the words of the article and on what the coder made of them, not on a row of the ledger, so
/// it outlives a new reading and a new coding. What it undoes stays as well.
package struct ReviewDecision: Hashable, Sendable, Codable, Identifiable {
    package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// The statement is what the words say; where it had been corrected before, `readings` are.
        case accept
        /// The words do not say it; it does not count any more.
        case reject
        /// The words say the first of `readings`.
        case correct
        /// The words say two or more things: `readings`.
        case split
        /// A remark that changes nothing.
        case note
        /// Takes back the decision `undoes`.
        case undo

        /// Whether it says what the statement counts as.
        var isVerdict: Bool {
            switch self {
            case .accept, .reject, .correct, .split: true
            case .note, .undo: false
            }
        }
    }

    /// A hash of the rest and of how many came before it on the same statement; the same in every ledger.
    package let id: String
    package let kind: Kind
    package let reviewer: String
    package let decidedOn: Day
    /// The reason of a rejection, the text of a note; empty where none was given.
    package let words: String
    /// The id of the decision that is taken back; nil but for `undo`.
    package let undoes: String?
    /// The id of the statement when it was decided on.
    package let statement: String
    /// The id of its article, and the article's address where it has one.
    package let article: String
    package let address: String?
    /// The words decided on.
    package let anchor: TextAnchor
    /// What the coder had made of them.
    package let coded: StatementCore
    /// What they say instead: one of a correction, more of a split, else none as a rule.
    package let readings: [StatementCore]
    /// The same for all that were made together; nil where it was made alone.
    package let batch: String?

    private enum CodingKeys: String, CodingKey {
        case id, kind, reviewer, words, undoes, statement, article, anchor, coded, readings, batch
        case decidedOn = "decided_on"
        case address = "url"
    }
}

/// What a reviewer judges of a statement, apart from its words.
package struct StatementCore: Hashable, Sendable, Codable {
    package var source: ActorCode
    package var target: ActorCode?
    package var act: Act
    package var kind: SupportKind?
    package var polarity: Polarity
    package var modality: Modality
    package var date: DayInterval?
    /// Who says so, the outermost voice first; none: the article itself.
    ///
    /// Nil: whom the coder heard.
    package var speakers: [Voice]?
    /// Those of `Mark.judged` that it bears; nil: those that the coder gave it.
    package var marks: [Mark]?

    package init(
        source: ActorCode,
        target: ActorCode?,
        act: Act,
        kind: SupportKind? = nil,
        polarity: Polarity = .done,
        modality: Modality = .claim,
        date: DayInterval? = nil,
        speakers: [Voice]? = nil,
        marks: [Mark]? = nil
    ) {
        self.speakers = speakers
        self.marks = marks
        self.source = source
        self.target = target
        self.act = act
        self.kind = kind
        self.polarity = polarity
        self.modality = modality
        self.date = date
    }

    package init(_ statement: Statement) {
        source = statement.source
        target = statement.target
        act = statement.act
        kind = statement.kind
        polarity = statement.polarity
        modality = statement.modality
        date = statement.date
    }

    /// What a statement counts as; its voices and marks only where they are not those that the coder gave it.
    init(_ statement: Statement, coded: Statement) {
        self.init(statement)
        speakers = statement.speakers
        marks = statement.marks
        self = standing(on: coded)
    }

    /// The same, which leaves the coder's voices and marks standing where it names just these.
    func standing(on coded: Statement) -> StatementCore {
        var core = self
        if speakers == coded.speakers { core.speakers = nil }
        core.marks = marks.map { own in Mark.judged.filter(own.contains) }
        if core.marks == Mark.judged.filter(coded.marks.contains) { core.marks = nil }
        return core
    }

    /// Whether both say that the same was, or was not, done by one to the other: the tuple of the codebook.
    package func isSameTuple(as other: Self) -> Bool {
        source == other.source && target == other.target && act == other.act
            && polarity == other.polarity
    }
}

/// What a reviewer asks the ledger to write down.
package struct Judgement: Hashable, Sendable {
    /// The id of the statement, or its beginning.
    package var statement: String
    package var kind: ReviewDecision.Kind
    package var reviewer: String
    package var decidedOn: Day
    package var words: String
    package var readings: [StatementCore]
    /// Whether it is a word on what the coder read, whatever others have made of it since.
    package var isBlind: Bool

    package init(
        _ kind: ReviewDecision.Kind,
        _ statement: String,
        by reviewer: String,
        on decidedOn: Day,
        words: String = "",
        readings: [StatementCore] = [],
        isBlind: Bool = false
    ) {
        self.isBlind = isBlind
        self.kind = kind
        self.statement = statement
        self.reviewer = reviewer
        self.decidedOn = decidedOn
        self.words = words
        self.readings = readings
    }
}

/// What a statement that is no longer the coder's alone carries with it.
package struct ReviewMark: Hashable, Sendable, Codable {
    package enum State: String, CaseIterable, Hashable, Sendable, Codable {
        case accepted, rejected, corrected
        /// One of several readings of the same words.
        case split
    }

    package let state: State
    package let reviewer: String
    package let decidedOn: Day
    /// The reviewer's reason; empty where none was given.
    package let words: String
    /// The id of the decision.
    package let decision: String

    private enum CodingKeys: String, CodingKey {
        case state, reviewer, words, decision
        case decidedOn = "decided_on"
    }

    package init(
        state: State,
        reviewer: String,
        decidedOn: Day,
        words: String,
        decision: String
    ) {
        self.state = state
        self.reviewer = reviewer
        self.decidedOn = decidedOn
        self.words = words
        self.decision = decision
    }

    /// "corrected by Ana on 2026-02-01: wrong party".
    package var sentence: String {
        let reason = words.isEmpty ? "" : ": \(words)"
        let verb = state == .split ? "split from another reading" : state.rawValue
        return "\(verb) by \(reviewer) on \(decidedOn)\(reason)"
    }
}
