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

    private let fields: Query
    private let reviewer: Reviewer

    init(_ body: String, _ reviewer: Reviewer) throws {
        fields = try Query(encoded: body)
        self.reviewer = reviewer
        guard fields["token"] == reviewer.token else {
            throw SiteProblem(
                .foreignOrigin,
                "This form is not one of this site, or is older than its last start.",
                cure: "Load the review desk again, and decide there."
            )
        }
    }

    /// Decides, and gives the address of the desk with the decision to be taken back.
    func decide(_ ledger: LedgerDatabase, on day: Day) throws -> Address {
        let id = fields["id"] ?? ""
        let decision: ReviewDecision
        do {
            if fields["action"] == "undo" {
                _ = try ledger.undo(id, by: reviewer.name, on: day)
                return desk(done: nil)
            }
            decision = try ledger.decide(try judgement(id, on: day))
        } catch let error as LedgerError where error.kind == .refused {
            throw SiteProblem(.badQuestion, "This decision \(error.problem).", cure: error.cure)
        }
        return desk(done: decision.id)
    }

    private func judgement(_ id: String, on day: Day) throws -> Judgement {
        let kinds: [String: ReviewDecision.Kind] = [
            "accept": .accept, "reject": .reject, "note": .note, "correct": .correct,
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
            readings: kind == .correct ? [try reading] : []
        )
    }

    private var reading: StatementCore {
        get throws {
            guard let source = try fields["source"].map({ try Question.actor($0) }),
                let act = try fields.member("act", of: Act.self),
                let polarity = try fields.member("polarity", of: Polarity.self),
                let modality = try fields.member("modality", of: Modality.self)
            else {
                throw SiteProblem(
                    .badQuestion,
                    "A correction needs who acts, an act, whether it was done, and how it is told.",
                    cure: "Fill these fields."
                )
            }
            return StatementCore(
                source: source,
                target: try fields["target"].map { try Question.actor($0) },
                act: act,
                kind: try fields.member("kind", of: SupportKind.self),
                polarity: polarity,
                modality: modality,
                date: try date
            )
        }
    }

    private var date: DayInterval? {
        get throws {
            guard let text = fields["date"] else { return nil }
            guard let interval = DayInterval(edtf: text) else {
                throw SiteProblem(
                    .badQuestion,
                    "'\(text)' is no date of EDTF.",
                    cure: "Write a day, a month or a year, such as 2025-06-13, 2025-06 or 2025."
                )
            }
            return interval
        }
    }

    /// The desk with the filters it had.
    private func desk(done: String?) -> Address {
        let kept = fields.pairs.compactMap { name, value -> (name: String, value: String?)? in
            name.hasPrefix("keep-") ? (String(name.dropFirst("keep-".count)), value) : nil
        }
        return Address("review", query: kept + [("done", done)])
    }
}
