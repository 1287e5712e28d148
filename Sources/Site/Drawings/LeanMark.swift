import Assessment
import Diplomacy

/// The mark of a party in a drawing: a circle, a square on its tip, a triangle that points down, or a hollow ring.
///
/// The shape says what the colour says; it grows with the roots that tell of the two.
enum LeanMark {
    /// From the middle to the edge; it stops growing at sixteen roots.
    static func reach(_ ally: PatronOverview.Ally) -> Double {
        ally.lean == nil ? 4 : 5 + min(4, Double(ally.roots).squareRoot())
    }

    static func html(_ lean: StandingSeries.Lean?, x: Double, y: Double, reach: Double) -> HTML {
        func n(_ number: Double) -> String { Drawing.number(number) }
        switch lean {
        case .friendly, nil:
            return
                "<circle class=\"mark\" cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(reach))\"></circle>"
        case .open:
            return """
                <path class="mark" d="M\(n(x)) \(n(y - reach))L\(n(x + reach)) \(n(y))L\(n(x)) \
                \(n(y + reach))L\(n(x - reach)) \(n(y))Z"></path>
                """
        case .hostile:
            return """
                <path class="mark" d="M\(n(x - reach)) \(n(y - reach))H\(n(x + reach))L\(n(x)) \
                \(n(y + reach))Z"></path>
                """
        }
    }

    /// What a pointer and a screen reader are told: who, where the line ends, on which side, by how many roots.
    static func label(_ ally: PatronOverview.Ally, _ names: Tongue) -> String {
        let phrases = names.phrases
        let level =
            ally.standing.conduct.last.map { LevelWords.band($0) }
            ?? phrases.text("standing.none.short")
        return phrases.text(
            "constellation.label",
            names.heading(ally.actor),
            level,
            phrases.text("lean.\(ally.lean?.rawValue ?? "none")"),
            phrases.count(ally.roots, "root")
        )
    }
}
