import Diplomacy
import Hummingbird
import Ledger
import Text

/// Who decides from this site, and the secret by which the desk knows its own forms.
package struct Reviewer: Sendable {
    let name: String
    /// In every form of the desk, and in nobody else's: another site cannot guess it.
    let token: String

    /// `secret` must be new for each start of the site and known to nobody.
    package init(name: String, secret: String) {
        self.name = name
        token = ContentHash.name(of: secret, "review", name)
    }
}

/// What a form of the review desk sends: one decision, written down in one transaction.
struct ReviewForm {
    /// A form with every field at its longest, in Cyrillic.
    static let largestBody = 16 << 10

    private let form: TrustedForm
    private let reviewer: Reviewer

    init(_ fields: Query, _ reviewer: Reviewer) throws {
        form = try TrustedForm(fields, reviewer)
        self.reviewer = reviewer
    }

    private var fields: Query { form.fields }

    /// Decides, and gives the address of the desk with the decision to be taken back.
    func decide(_ ledger: LedgerDatabase, on day: Day) throws -> Address {
        let id = fields["id"] ?? ""
        return try TrustedForm.refusals {
            switch fields["action"] {
            case "undo":
                _ = try ledger.undo(id, by: reviewer.name, on: day)
                return desk(done: nil)
            case "undo-all":
                _ = try ledger.undo(batch: id, by: reviewer.name, on: day)
                return desk(done: nil)
            case "accept-all": return try decide(.accept, on: day, ledger)
            case "reject-all": return try decide(.reject, on: day, ledger)
            default: return desk(done: try ledger.decide(try judgement(id, on: day)).id)
            }
        }
    }

    /// One word on all statements that were marked.
    private func decide(
        _ kind: ReviewDecision.Kind,
        on day: Day,
        _ ledger: LedgerDatabase
    ) throws -> Address {
        let mark = "pick-"
        let ids = fields.pairs.map(\.name).filter { $0.hasPrefix(mark) }.map {
            String($0.dropFirst(mark.count))
        }
        guard !ids.isEmpty else {
            throw SiteProblem(
                .badQuestion,
                "No statement is marked.",
                cure: "Mark those that the word is for."
            )
        }
        let decisions = try ledger.decide(
            together: ids.map {
                Judgement(kind, $0, by: reviewer.name, on: day, words: fields["words"] ?? "")
            }
        )
        return desk(done: decisions.first?.batch)
    }

    private func judgement(_ id: String, on day: Day) throws -> Judgement {
        let kinds: [String: ReviewDecision.Kind] = [
            "accept": .accept, "reject": .reject, "note": .note, "correct": .correct,
            "split": .split,
        ]
        guard let kind = fields["action"].flatMap({ kinds[$0] }) else {
            throw SiteProblem(
                .badQuestion,
                "The form does not say what to decide.",
                cure: "Use the buttons of the review desk."
            )
        }
        return Judgement(
            kind,
            id,
            by: reviewer.name,
            on: day,
            words: fields["words"] ?? "",
            readings: try readings(kind)
        )
    }

    private func readings(_ kind: ReviewDecision.Kind) throws -> [StatementCore] {
        switch kind {
        case .correct: [try reading("")]
        case .split: [try reading("-1"), try reading("-2")]
        case .accept, .reject, .note, .undo: []
        }
    }

    /// What the fields whose names end in `part` say.
    private func reading(_ part: String) throws -> StatementCore {
        guard let source = try fields["source\(part)"].map({ try Question.actor($0) }),
            let act = try fields.member("act\(part)", of: Act.self),
            let polarity = try fields.member("polarity\(part)", of: Polarity.self),
            let modality = try fields.member("modality\(part)", of: Modality.self)
        else {
            throw SiteProblem(
                .badQuestion,
                "A reading needs who acts, an act, whether it was done, and how it is told.",
                cure: "Fill these fields."
            )
        }
        return StatementCore(
            source: source,
            target: try fields["target\(part)"].map { try Question.actor($0) },
            act: act,
            kind: try fields.member("kind\(part)", of: SupportKind.self),
            polarity: polarity,
            modality: modality,
            date: try fields["date\(part)"].map(date)
        )
    }

    private func date(_ text: String) throws -> DayInterval {
        guard let interval = DayInterval(edtf: text) else {
            throw SiteProblem(
                .badQuestion,
                "'\(text)' is no date of EDTF.",
                cure: "Write a day, a month or a year, such as 2025-06-13, 2025-06 or 2025."
            )
        }
        return interval
    }

    /// The desk with the filters it had.
    private func desk(done: String?) -> Address {
        Address("review", query: form.kept + [("done", done)])
    }
}
