import Diplomacy
import Ledger

/// What a form of the review desk sends: one decision, written down in one transaction.
struct ReviewForm {
    /// A form with every field at its longest, in Cyrillic.
    static let largestBody = 16 << 10

    private let form: TrustedForm
    private let reviewer: Reviewer
    private let parties: @Sendable () throws -> PartyBook

    /// `parties` is asked where the form names one.
    init(
        _ fields: Query,
        _ reviewer: Reviewer,
        _ parties: @escaping @Sendable () throws -> PartyBook
    ) throws {
        form = try TrustedForm(fields, reviewer)
        self.reviewer = reviewer
        self.parties = parties
    }

    var fields: Query { form.fields }

    /// The desk with the statement that was to be decided on.
    var again: Address {
        let isOnOne = fields["action"].map { Self.kinds[$0] != nil } ?? false
        return Address("review", query: form.kept + [("id", isOnOne ? fields["id"] : nil)])
    }

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
        let words = fields["words"] ?? ""
        if kind == .reject, words.isEmpty { throw Self.needsReason }
        let decisions = try ledger.decide(
            together: ids.map {
                Judgement(kind, $0, by: reviewer.name, on: day, words: words, isBlind: true)
            }
        )
        return desk(done: decisions.first?.batch)
    }

    /// The words on one statement, by the buttons that say them.
    private static let kinds: [String: ReviewDecision.Kind] = [
        "accept": .accept, "reject": .reject, "note": .note, "correct": .correct, "split": .split,
    ]

    private func judgement(_ id: String, on day: Day) throws -> Judgement {
        guard let kind = fields["action"].flatMap({ Self.kinds[$0] }) else {
            throw SiteProblem(
                .badQuestion,
                "The form does not say what to decide.",
                cure: "Use the buttons of the review desk."
            )
        }
        let words = fields["words"] ?? ""
        if kind == .reject, words.isEmpty { throw Self.needsReason }
        if kind == .note, words.isEmpty { throw Self.needsWords }
        return Judgement(
            kind,
            id,
            by: reviewer.name,
            on: day,
            words: words,
            readings: try readings(kind),
            isBlind: true
        )
    }

    private static let needsReason = SiteProblem(
        .badQuestion,
        "A rejection needs a reason.",
        cure: "Write why the words do not say it."
    )

    private static let needsWords = SiteProblem(
        .badQuestion,
        "A note needs some words.",
        cure: "Write them into the field beside the button."
    )

    private func readings(_ kind: ReviewDecision.Kind) throws -> [StatementCore] {
        switch kind {
        case .correct: [try reading("")]
        case .split: [try reading("-1"), try reading("-2")]
        case .accept, .reject, .note, .undo: []
        }
    }

    /// What the fields whose names end in `part` say.
    private func reading(_ part: String) throws -> StatementCore {
        guard let source = try fields["source\(part)"].map(party),
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
            target: try fields["target\(part)"].map(party),
            act: act,
            kind: try fields.member("kind\(part)", of: SupportKind.self),
            polarity: polarity,
            modality: modality,
            date: try fields["date\(part)"].map(date),
            // An empty field, which a browser's form sends as nothing, is the article itself.
            speakers: fields["heard\(part)"] == nil
                ? nil : try VoiceChain.voices(fields["speaker\(part)"] ?? "", party: party),
            // A box without a tick is not sent.
            marks: fields["marked\(part)"] == nil
                ? nil : Mark.judged.filter { fields["mark-\($0.rawValue)\(part)"] != nil }
        )
    }

    /// Whom the words mean: of those that Casus knows.
    private func party(_ text: String) throws -> ActorCode {
        let book = try parties()
        if let code = book.code(text) { return code }
        let near = book.near(text).joined(separator: ", ")
        throw SiteProblem(
            .badQuestion,
            "Casus knows no party of the name “\(text)”.",
            cure: near.isEmpty
                ? "Choose one of the list, by its name or its code." : "Did you mean: \(near)?"
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
