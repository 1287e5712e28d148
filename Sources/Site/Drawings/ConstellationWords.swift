import Assessment
import Diplomacy

/// What the constellation shows, in sentences: who is nearest, who farthest, and how sure that is.
struct ConstellationWords {
    let overview: PatronOverview
    let names: Tongue

    /// As many of each end as a sentence names, where there are twice as many.
    private static let ofEachEnd = 3

    private var phrases: Phrases { names.phrases }

    /// Those with a line that says something, the best first: no rank where the band spans the scale.
    private var placed: [(ally: PatronOverview.Ally, level: Double)] {
        overview.allies.compactMap { ally in
            ally.standing.conduct.last.flatMap { $0.spansScale ? nil : (ally, $0.level) }
        }
        .sorted { ($1.level, $0.ally.actor.rawValue) < ($0.level, $1.ally.actor.rawValue) }
    }

    var html: HTML {
        let placed = placed
        guard placed.count > 1 else { return .empty }
        let count = min(Self.ofEachEnd, placed.count / 2)
        let ends = phrases(
            "constellation.words",
            list(placed.prefix(count)),
            list(placed.suffix(count).reversed())
        )
        return "<p>\(ends) \(certainty(placed.map(\.ally)))</p>\n"
    }

    private func list(_ some: some Sequence<(ally: PatronOverview.Ally, level: Double)>) -> HTML {
        let items = some.map { ally, level -> HTML in
            "\(HTML.foreign(names(ally.actor))) (\(LevelWords.signed(level)))"
        }
        return HTML(joining: items, by: ", ")
    }

    private func certainty(_ allies: [PatronOverview.Ally]) -> HTML {
        let open = allies.filter { $0.lean == .open }.count
        if open == 0 { return .empty }
        return open == allies.count
            ? phrases["constellation.unsure.all"]
            : phrases("constellation.unsure.some", "\(open)", "\(allies.count)")
    }
}

/// What the end of a line says, where its band does not say more.
enum Leaning: String {
    case up, down, level

    /// Less than this is nothing on a scale whose figures have one digit and whose bands are some points wide.
    private static let least = 0.5

    init(_ ally: PatronOverview.Ally) {
        let level = ally.standing.conduct.last?.level ?? 0
        self = level >= Self.least ? .up : level <= -Self.least ? .down : .level
    }
}
