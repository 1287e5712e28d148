package import Foundation

/// The pinned figures of `Evaluation/floors.json`: below them the scoreboard fails.
///
/// A floor holds for one state of its corpus, which its digest names: where articles or gold were
/// changed, the old figure says nothing about the new one, and the floors have to be pinned again.
package struct Floors: Hashable, Sendable, Codable {
    /// By part: `seeds`, `dev`, `examples`, `acceptance`, `ties`.
    package var parts: [String: Part]

    package struct Part: Hashable, Sendable, Codable {
        /// Of the articles and their gold.
        package var digest: String
        /// By key of the scorer.
        ///
        /// `false_alarms` is a ceiling.
        package var figures: [String: Double]

        package init(digest: String, figures: [String: Double]) {
            self.digest = digest
            self.figures = figures
        }
    }

    /// How far a figure may lie below its floor.
    ///
    /// The coder is deterministic, so there is no noise of its own; this is for the last digit of a
    /// floor, which is written with three decimals. One row lost on the seeds (about 120 rows) is
    /// 0.008, and so is always noticed.
    package static let margin = 0.002

    private static let ceilings: Set<String> = ["false_alarms"]
    private static let counts: Set<String> = ["false_alarms", "kinds", "pairs"]

    package init(parts: [String: Part] = [:]) { self.parts = parts }

    /// The floors of the file; none where it is not there yet.
    package init(_ url: URL) throws {
        guard FileManager.default.fileExists(atPath: url.path) else {
            self.init()
            return
        }
        do {
            self = try JSONDecoder().decode(Floors.self, from: Data(contentsOf: url))
        } catch {
            throw ScoringError(
                place: url.path,
                problem: "holds no floors: \(error)",
                cure: "Take it from the last commit, or delete it and run 'evaluate --update'."
            )
        }
    }

    /// Sorted and indented, so that a change of a floor is one line of a diff.
    package func write(to url: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try (encoder.encode(self) + Data("\n".utf8)).write(to: url)
    }

    // MARK: Today's figures

    /// The figures of `evaluation` that are pinned, in the form of floors.
    package init(of evaluation: Evaluation) {
        var parts: [String: Part] = [:]
        for set in evaluation.sets {
            let scores = set.scorer().scores
            var figures = [
                "tuple_f1": scores.tupleF1, "false_alarms": Double(scores.falseAlarms),
            ]
            figures["not_done_f1"] = scores.notDoneF1
            parts[set.gold.name.rawValue] = Part(digest: set.gold.digest, figures: figures)
        }
        if let scores = evaluation.report.acceptance, let seeds = evaluation.set(.seeds) {
            parts["acceptance"] = Part(
                digest: seeds.gold.digest,
                figures: ["kinds": Double(scores.kinds), "pairs": Double(scores.pairs)]
            )
        }
        if let ties = evaluation.ties {
            parts["ties"] = Part(
                digest: ties.digest,
                figures: ["f1": ties.all.f1, "precision": ties.all.precision]
            )
        }
        self.init(parts: parts)
    }

    // MARK: Comparing

    /// A sentence for each figure of `today` that is worse than its floor here, and for each part
    /// whose corpus changed or that has no floor.
    ///
    /// A part that `today` lacks was not run.
    package func complaints(about today: Floors) -> [String] {
        today.parts.sorted { $0.key < $1.key }.flatMap { name, part -> [String] in
            guard let pinned = parts[name] else {
                return ["\(name) has no floors yet. Pin them with 'evaluate --update'."]
            }
            if pinned.digest != part.digest {
                return [
                    "The corpus of \(name) has changed (digest \(part.digest), pinned "
                        + "\(pinned.digest)). Look at the figures and pin them with 'evaluate --update'."
                ]
            }
            return regressions(of: name, from: pinned, to: part)
        }
    }

    /// These floors raised to the figures of `today`.
    ///
    /// Nil figures and absent parts stay as they are. Throws a `ScoringError` that names each
    /// figure that would be lowered, unless `allowingRegression`.
    package func updated(to today: Floors, allowingRegression: Bool) throws -> Floors {
        let worse = today.parts.sorted { $0.key < $1.key }.flatMap { name, part in
            parts[name].map { regressions(of: name, from: $0, to: part) } ?? []
        }
        guard worse.isEmpty || allowingRegression else {
            throw ScoringError(
                place: "floors.json",
                problem: worse.joined(separator: " "),
                cure: "Mend the coder, or lower the floors with --allow-regression and say why."
            )
        }
        var floors = self
        for (name, part) in today.parts {
            var figures = part.figures
            for (key, value) in figures {
                // Written down, never up: a floor is not above the figure that it was taken from.
                let rounded = (value * 1000).rounded(.down) / 1000
                let pinned = parts[name]?.figures[key]
                let keeps =
                    pinned.map { !isWorse(key, rounded, than: $0, by: Self.margin) } ?? false
                figures[key] = keeps ? better(key, rounded, pinned) : rounded
            }
            floors.parts[name] = Part(digest: part.digest, figures: figures)
        }
        return floors
    }

    private func regressions(of name: String, from pinned: Part, to part: Part) -> [String] {
        pinned.figures.sorted { $0.key < $1.key }.compactMap { key, floor in
            let bound = Self.ceilings.contains(key) ? "ceiling" : "floor"
            guard let value = part.figures[key] else {
                return "\(name) \(key) has no value; its \(bound) is \(text(key, floor))."
            }
            return isWorse(key, value, than: floor, by: Self.margin)
                ? "\(name) \(key) is \(text(key, value)); its \(bound) is \(text(key, floor))."
                : nil
        }
    }

    private func isWorse(
        _ key: String,
        _ value: Double,
        than floor: Double,
        by margin: Double
    ) -> Bool {
        Self.ceilings.contains(key) ? value > floor + margin : value < floor - margin
    }

    private func better(_ key: String, _ value: Double, _ pinned: Double?) -> Double {
        guard let pinned else { return value }
        return Self.ceilings.contains(key) ? min(value, pinned) : max(value, pinned)
    }

    private func text(_ key: String, _ value: Double) -> String {
        Self.counts.contains(key) ? String(Int(value)) : String(format: "%.3f", value)
    }
}
