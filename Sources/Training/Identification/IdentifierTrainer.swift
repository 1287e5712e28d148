import Foundation
package import Language

/// Trains the language identifier: counts groups of letters, keeps those that tell languages apart,
/// and fits how sure it may be.
///
/// Deterministic; under half a minute on one core.
package struct IdentifierTrainer: Sendable {
    package struct Settings: Sendable {
        /// What each count is held against, in occurrences: small enough that one occurrence speaks
        /// (log 11 = 2.4).
        ///
        /// Of 0.01, 0.03, 0.1 and 1 the best on held-out text.
        package var smoothing = 0.1
        /// A group seen fewer times in all languages together is left out: nothing is lost on
        /// held-out text, and a name seen once in one language speaks for it no more.
        package var leastCount = 2
        /// So many groups are kept, those that carry most information (card: size against score).
        package var groups = 160_000
        /// Of a group, this share of how often its commonest other language has it is taken for sentences that were filed under
        /// the wrong language, or quoted.
        package var misfiled = 0.01
        package init() {}
    }

    private let settings: Settings

    package init(_ settings: Settings = Settings()) {
        self.settings = settings
    }

    /// A model of the sentences, calibrated on `heldOut`.
    ///
    /// The scripts that one language alone is written in need no model and are passed over.
    package func model(
        of sentences: [LabelledSentences],
        heldOut: [LabelledSentences]
    ) -> IdentifierModel {
        let taught = sentences.filter { Self.isTaught($0.label.script) }
        // 1. Count.
        let counts = taught.map { Self.counts(of: $0) }
        // 2. Weigh, 3. choose.
        let chosen = choose(weigh(counts, scripts: taught.map(\.label.script)))
        // 4. Write the weights in bytes.
        let most = chosen.flatMap { $0.entries.map(\.weight) }.max() ?? 1
        let step = most / 255
        let groups = chosen.map { group in
            IdentifierModel.Group(
                key: group.key,
                entries: group.entries.map { ($0.label, UInt8(($0.weight / step).rounded())) }
            )
        }
        let raw = IdentifierModel(
            labels: taught.map(\.label),
            calibration: .init(
                step: Float(step),
                sharpness: 1,
                damping: 0,
                leastFamiliarity: 0
            ),
            groups: groups
        )
        // 5. Calibrate.
        return IdentifierCalibrator(model: raw).calibrated(on: heldOut)
    }

    static func isTaught(_ script: Script) -> Bool {
        switch script {
        case .latin, .cyrillic, .arabic, .devanagari: true
        default: false
        }
    }

    private typealias Count = (key: UInt32, count: Int)

    private struct Weighed {
        let key: UInt32
        let entries: [(label: UInt8, weight: Double)]
        let information: Double
    }

    /// How often each group occurs, in rising order of the keys.
    private static func counts(of text: LabelledSentences) -> [Count] {
        var keys: [UInt32] = []
        for sentence in text.sentences {
            keys.append(contentsOf: LanguageIdentifier.groups(of: sentence, text.label.script))
        }
        keys.sort()
        var counts: [Count] = []
        for key in keys {
            if let last = counts.last, last.key == key {
                counts[counts.count - 1].count += 1
            } else {
                counts.append((key, 1))
            }
        }
        return counts
    }

    private func weigh(_ counts: [[Count]], scripts: [Script]) -> [Weighed] {
        let totals = counts.map { $0.reduce(0) { $0 + $1.count } }
        let mean = Double(totals.reduce(0, +)) / Double(max(totals.count, 1))
        let languages = Dictionary(scripts.map { ($0, 1) }, uniquingKeysWith: +)
        var all: [(key: UInt32, label: Int, count: Int)] = []
        all.reserveCapacity(counts.reduce(0) { $0 + $1.count })
        for (label, counts) in counts.enumerated() {
            for count in counts { all.append((count.key, label, count.count)) }
        }
        all.sort { ($0.key, $0.label) < ($1.key, $1.label) }
        var weighed: [Weighed] = []
        var start = 0
        while start < all.count {
            var end = start
            while end < all.count, all[end].key == all[start].key { end += 1 }
            defer { start = end }
            let group = all[start..<end]
            guard group.reduce(0, { $0 + $1.count }) >= settings.leastCount else { continue }
            let scaled = group.map { Double($0.count) * mean / Double(max(totals[$0.label], 1)) }
            let kept = zip(group, own(scaled)).filter { $0.1 > 0 }
            let entries = kept.map { entry, count in
                (label: UInt8(entry.label), weight: log(1 + count / settings.smoothing))
            }
            // What the group says in the training text: each time, how much more it speaks for the
            // language than for the mean one of its script.
            let rivals = Double(languages[scripts[all[start].label]] ?? 1)
            let average = entries.reduce(0) { $0 + $1.weight } / rivals
            let information = zip(kept, entries).reduce(0) {
                $0 + Double($1.0.0.count) * max(0, $1.1.weight - average)
            }
            weighed.append(
                Weighed(key: all[start].key, entries: entries, information: information)
            )
        }
        return weighed
    }

    /// How often languages have a group themselves, when what may be misfiled is taken away.
    private func own(_ counts: [Double]) -> [Double] {
        guard let first = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return [] }
        let second = counts.indices.filter { $0 != first }.map { counts[$0] }.max() ?? 0
        return counts.indices.map { index in
            max(0, counts[index] - settings.misfiled * (index == first ? second : counts[first]))
        }
    }

    private func choose(_ weighed: [Weighed]) -> [Weighed] {
        weighed.sorted { ($1.information, $0.key) < ($0.information, $1.key) }
            .prefix(settings.groups)
            .sorted { $0.key < $1.key }
    }
}
