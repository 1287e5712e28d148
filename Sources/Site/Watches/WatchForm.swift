import Assessment
import Diplomacy
import Ledger

/// What a form of the watches' page sends: a watch to be added, or taken away.
struct WatchForm {
    private let form: TrustedForm

    init(_ fields: Query, _ reviewer: Reviewer) throws {
        form = try TrustedForm(fields, reviewer)
    }

    /// Does it, looks at the watches anew, and gives the address of the page.
    func act(_ desk: Desk) throws -> Address {
        switch form.fields["action"] {
        case "add":
            _ = try desk.ledger.add(try watch(desk.today()))
            _ = try LedgerWatches.check(desk.ledger, assessor: desk.assessor, today: desk.today())
        case "remove":
            _ = try desk.ledger.removeWatch(form.fields["id"] ?? "")
        default:
            throw SiteProblem(
                .badQuestion,
                "The form does not say what to do.",
                cure: "Use the buttons of the page."
            )
        }
        return Address("watches", query: form.kept)
    }

    private func watch(_ today: Day) throws -> Watch {
        let fields = form.fields
        guard let source = try fields["source"].map({ try Question.actor($0) }),
            let target = try fields["target"].map({ try Question.actor($0) }), source != target
        else {
            throw SiteProblem(
                .badQuestion,
                "A watch needs two parties.",
                cure: "Choose who acts, and the other."
            )
        }
        return Watch(
            pair: DirectedPair(source: source, target: target),
            rule: Watch.Rule(
                series: try fields.member("series", of: Watch.Series.self) ?? .conduct,
                change: try fields.member("change", of: Watch.Change.self) ?? .falls,
                points: try points,
                days: try fields.number("days", in: Watch.Rule.daysRange, default: 30),
                roots: try fields.number("roots", in: Watch.Rule.rootsRange, default: 2)
            ),
            since: try fields.day("since") ?? today
        )
    }

    private var points: Double {
        get throws {
            let text = form.fields["points"] ?? "0.3"
            guard let points = Double(text.replacing(",", with: ".")),
                Watch.Rule.pointsRange.contains(points)
            else {
                throw SiteProblem(
                    .badQuestion,
                    "'\(text)' is no distance on the scale.",
                    cure: "Write points between 0.1 and 20, such as 0.3."
                )
            }
            return points
        }
    }
}
