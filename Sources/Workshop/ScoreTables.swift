import Foundation
import Scoring

/// The scoreboard as a person reads it.
struct ScoreTables {
    let evaluation: Evaluation
    let gaps: KnownGaps

    var text: String {
        (evaluation.sets.map(table) + [totals, calibration, ties, acceptance].compactMap(\.self)
            + evaluation.absent.map { "Absent: \($0)." })
            .joined(separator: "\n\n")
    }

    /// How often the 90 % band of a standing holds the true level, on made-up pairs.
    static func standing(_ coverage: StandingCoverage) -> String {
        var table = TextTable("world", "events", "pairs", "held", "half width")
        for line in coverage.lines {
            table.add(
                line.world.rawValue,
                "\(line.events)",
                "\(line.pairs)",
                String(format: "%.3f", line.coverage),
                String(format: "%.2f", line.reach)
            )
        }
        let all = String(format: "%.3f", coverage.coverage)
        return table.text + "\nThe 90 % band holds the true level on \(all) of the days asked for."
    }

    /// How often one article's relation to another is seen, by part and kind.
    static func relays(_ scores: RelayScores) -> String {
        var table = TextTable("part", "kind", "pairs", "right")
        for line in scores.lines {
            table.add(line.part.rawValue, line.kind.rawValue, "\(line.pairs)", "\(line.right)")
        }
        let shares = RelayPair.Part.allCases.map { part in
            "\(part.rawValue) " + String(format: "%.3f", scores.share(of: part))
        }
        let wrong = scores.lines.flatMap(\.wrong)
        return table.text + "\nSeen rightly: \(shares.joined(separator: ", "))."
            + (wrong.isEmpty ? "" : "\nOtherwise: \(wrong.joined(separator: "; ")).")
    }

    /// A line for each document and for each language.
    private func table(_ set: CodedSet) -> String {
        let scorer = set.scorer()
        var table = TextTable(set.gold.name.rawValue, "gold", "coded", "P", "R", "F1")
        // Hundreds of passages are a figure, not a list.
        for line in set.gold.name.kinds.isEmpty ? scorer.lines : [] {
            table.add(
                line.name,
                "\(line.gold)",
                "\(line.coded)",
                share(line.tuple.precision),
                share(line.tuple.recall),
                share(line.tuple.f1)
            )
        }
        for language in set.languages {
            add(set.scorer(language: language).scores, "all in \(language)", to: &table)
        }
        add(scorer.scores, "all \(set.gold.name.rawValue)", to: &table)
        let waiting = set.gold.withoutGold
        return waiting.isEmpty
            ? table.text
            : table.text + "\nNot scored, no gold yet: \(waiting.joined(separator: ", "))."
    }

    private func add(_ scores: StatementScores, _ name: String, to table: inout TextTable) {
        table.add(
            name,
            "\(scores.gold)",
            "\(scores.coded)",
            share(scores.tuplePrecision),
            share(scores.tupleRecall),
            share(scores.tupleF1)
        )
    }

    /// The other figures of each set.
    private var totals: String? {
        if evaluation.sets.isEmpty { return nil }
        var table = TextTable(
            "all figures",
            "tuple",
            "strict",
            "pair",
            "not_done",
            "modality",
            "speaker",
            "date",
            "quote",
            "false alarms"
        )
        for set in evaluation.sets {
            let scores = set.scorer().scores
            table.add(
                set.gold.name.rawValue,
                share(scores.tupleF1),
                share(scores.strictF1),
                share(scores.pairF1),
                share(scores.notDoneF1),
                share(scores.modality),
                share(scores.speaker),
                share(scores.date),
                share(scores.quote),
                "\(scores.falseAlarms)"
            )
        }
        return table.text
    }

    /// How often statements of each confidence are right.
    private var calibration: String? {
        if evaluation.sets.isEmpty { return nil }
        let calibration = evaluation.calibration
        var table = TextTable("confidence", "tuples", "mean", "right")
        for bin in calibration.bins {
            table.add(
                String(format: "%.1f to %.1f", bin.from, bin.from + 0.1),
                "\(bin.tuples)",
                share(bin.confidence),
                share(bin.right)
            )
        }
        return table.text
            + "\nConfidence is \(share(calibration.error)) from the share that is right, in the mean."
    }

    /// The ties of the corpus' held-out passages, on kind, holder and other party; and of our sentences kept
    /// apart, on kinds alone.
    private var ties: String? {
        guard let set = evaluation.ties else { return nil }
        var table = TextTable("ties, held out", "gold", "coded", "P", "R", "F1")
        let lines = set.languages.sorted { $0.key < $1.key } + [("all ties", set.all)]
        let kinds =
            set.sentences.sorted { $0.key < $1.key }.map { ("kinds in \($0.key)", $0.value) }
            + [("all kinds", set.allSentences)]
        for (name, scores) in lines + kinds {
            table.add(
                name,
                "\(scores.gold)",
                "\(scores.coded)",
                share(scores.precision),
                share(scores.recall),
                share(scores.f1)
            )
        }
        return table.text
    }

    private var acceptance: String? {
        guard let scores = evaluation.report.acceptance else { return nil }
        let findings = evaluation.acceptance ?? []
        let (closed, lost) = (gaps.closed(by: findings), gaps.lost(by: findings))
        return [
            "acceptance: \(scores.kinds) of \(scores.kindsTotal) kinds and \(scores.pairs) of "
                + "\(scores.pairsTotal) pairs are shown",
            scores.shown.joined(separator: " "),
            closed.isEmpty
                ? nil : "Shown now, take off known-gaps.txt: \(closed.joined(separator: " "))",
            lost.isEmpty
                ? nil : "Not shown, and no known gap: \(lost.joined(separator: " "))",
        ].compactMap(\.self).joined(separator: "\n")
    }

    /// Each check of the acceptance list with what it found.
    var findings: String {
        (evaluation.acceptance ?? []).map { check, finding in
            let state = finding.isShown ? "shown" : check.missingVocabulary == nil ? "GAP" : "later"
            return "\(check.id) \(state): \(check.title)\n    \(finding.sentence)"
        }
        .joined(separator: "\n")
    }

    private func share(_ value: Double?) -> String {
        value.map { String(format: "%.3f", $0) } ?? "-"
    }
}
