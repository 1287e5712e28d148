import Assessment
import Diplomacy

/// One direction of a pair through time: conduct and trust as lines with their bands and a tick for each
/// event, and under them, over the same days, lanes for commitments, cases and disagreements.
struct PairDrawing {
    struct Size: Sendable {
        let width: Double
        /// Of one of the two panels.
        let panel: Double
        let isNarrow: Bool

        static let wide = Size(width: 960, panel: 170, isNarrow: false)
        static let narrow = Size(width: 360, panel: 140, isNarrow: true)
    }

    /// What happened between the two beside the events.
    struct Lanes {
        let commitments: [Commitment]
        let cases: [AllianceCase]
        /// With their places in the list of the page.
        let disagreements: [(place: Int, found: Disagreement)]
    }

    let standing: Standing
    /// Whose page it stands on.
    let pair: DirectedPair
    let lanes: Lanes
    let until: Day
    /// Unique on the page: `0` for the first direction.
    let place: Int
    let names: Tongue
    let question: Question

    private static let margin = (left: 34.0, right: 10.0, top: 30.0)
    private static let laneHeight = 30.0
    private static let axisHeight = 22.0
    /// As many commitments as lanes; the table has all.
    private static let mostCommitments = 5
    /// Each is a lane; the list has the others.
    private static let mostCases = 20

    private var phrases: Phrases { names.phrases }

    /// Nil where nothing is dated: there is nothing to draw.
    var html: HTML? {
        guard let wide = drawing(.wide), let narrow = drawing(.narrow) else { return nil }
        return wide.html(variant: "wide") + narrow.html(variant: "narrow")
    }

    var file: Drawing? { drawing(.wide) }

    var id: String { "standing-\(place)" }

    /// From the first that is drawn to the last day asked for.
    private var days: (first: Day, last: Day)? {
        let events = (standing.conduct.moves + standing.trust.moves).map(\.reading.day)
        let cases = lanes.cases.compactMap(\.interval?.first)
        let disputes = lanes.disagreements.compactMap { Self.days($0.found)?.first }
        guard let first = (events + cases + disputes).filter({ $0 <= until }).min() else {
            return nil
        }
        // A month at least, so that one day is not stretched over the page.
        return (min(first, until.advanced(by: -30)), until)
    }

    private func drawing(_ size: Size) -> Drawing? {
        guard let days else { return nil }
        let axis = TimeAxis(
            first: days.first,
            last: days.last,
            left: Self.margin.left,
            right: size.width - Self.margin.right,
            mostLabels: size.isNarrow ? 5 : 12
        )
        var top = Self.margin.top
        var content = HTML.empty
        var panels = HTML.empty
        for (series, title, short) in series {
            let panel = SeriesPanel(
                series: series,
                title: size.isNarrow ? short : title,
                top: top,
                height: size.panel,
                axis: axis,
                names: names,
                question: question
            )
            panels += panel.html
            top += size.panel + Self.margin.top + 8
        }
        let lanes = laneRows(axis, size)
        for (index, lane) in lanes.enumerated() {
            content += lane.html(top: top + Double(index) * Self.laneHeight, axis: axis)
        }
        top += Double(lanes.count) * Self.laneHeight
        let (patron, ally) = (names(standing.pair.source), names(standing.pair.target))
        return Drawing(
            id: size.isNarrow ? "\(id)-narrow" : id,
            title: phrases.text("pair.figure.title", patron, ally),
            description: description,
            width: size.width,
            height: top + Self.axisHeight,
            style: "series",
            content: axis.html(top: Self.margin.top, bottom: top) + panels + content,
            legend: [phrases.text("standing.hint")]
        )
    }

    /// What is drawn, with its title on a wide page and on a narrow one: one line where both are the same.
    private var series: [(StandingSeries, title: String, short: String)] {
        guard !standing.isOneSeries else {
            let (patron, ally) = (names(standing.pair.source), names(standing.pair.target))
            return [
                (
                    standing.conduct, phrases.text("series.both.title", patron, ally),
                    phrases.text("series.both").capitalised
                )
            ]
        }
        return [
            (standing.conduct, title(ofTrust: false), phrases.text("series.conduct").capitalised),
            (standing.trust, title(ofTrust: true), phrases.text("series.trust").capitalised),
        ]
    }

    func title(ofTrust isTrust: Bool) -> String {
        let (patron, ally) = (names(standing.pair.source), names(standing.pair.target))
        return isTrust
            ? phrases.text("series.trust.title", ally, patron)
            : phrases.text("series.conduct.title", patron, ally)
    }

    private var description: String {
        let both = [("series.conduct", standing.conduct), ("series.trust", standing.trust)]
        let told = standing.isOneSeries ? [("series.both", standing.conduct)] : both
        let parts = told.map {
            key,
            series -> String in
            guard let last = series.last else {
                return phrases.text("pair.figure.missing", phrases.text(key), "\(series.missing)")
            }
            return phrases.text(
                "pair.figure.line",
                phrases.text(key),
                LevelWords.band(last),
                names.words(for: last.day),
                phrases.count(series.moves.count, "event")
            )
        }
        return (parts + [phrases.text("pair.figure.table")]).joined(separator: " ")
    }

    // MARK: Lanes

    private func laneRows(_ axis: TimeAxis, _ size: Size) -> [Lane] {
        let letters = size.isNarrow ? 44 : 120
        let commitments = lanes.commitments.prefix(Self.mostCommitments).map { commitment in
            let name = phrases.called(commitment.name)
            return Lane(
                label: TextLayout.shortened(name, to: letters),
                style: "commitment",
                spans: [
                    .init(
                        first: (commitment.began ?? commitment.signed)?.first ?? axis.first,
                        last: commitment.ended?.last ?? axis.last,
                        hint: name,
                        link: question.commitment(commitment.id)
                    )
                ]
            )
        }
        let cases = lanes.cases.prefix(Self.mostCases).compactMap { found -> Lane? in
            guard let interval = found.interval else { return nil }
            return Lane(
                label: "\(found.id): \(names.verdict(found.political.verdict))",
                style: VerdictChip.style(found.political.verdict),
                spans: [
                    .init(
                        first: interval.first,
                        last: interval.last,
                        hint: names.headline(found),
                        link: question.found(found.id)
                    )
                ]
            )
        }
        let spans = lanes.disagreements.compactMap { place, found -> Lane.Span? in
            Self.days(found).map {
                .init(
                    first: $0.first,
                    last: $0.last,
                    hint: "\(names.kind(found.kind)): \(DisagreementWords(found, names).text)",
                    link: question.pair(pair.source, pair.target, at: "d-\(place)")
                )
            }
        }
        let disputes =
            spans.isEmpty
            ? [] : [Lane(label: phrases.text("disagreements.head"), style: "dispute", spans: spans)]
        return commitments + cases + disputes
    }

    /// From the first day that either side tells of to the last.
    private static func days(_ found: Disagreement) -> DayInterval? {
        let days = (found.yes.held + found.no.held).compactMap { told in
            // An article of unknown day says no more than after which it is.
            told.date ?? told.published.map { $0.isApproximate ? DayInterval($0.first) : $0 }
        }
        guard let first = days.map(\.first).min(), let last = days.map(\.last).max() else {
            return nil
        }
        return DayInterval(first: first, last: last)
    }
}
