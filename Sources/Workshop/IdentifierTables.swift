import Foundation
import Language
import Scoring
import Text
import Training

/// The identifier's scores on held-out sentences of the web and on news, for people or as JSON.
struct IdentifierTables: Encodable {
    /// Sentences of lingua that were not trained on.
    let heldOut: IdentifierScores
    /// News sentences of NTREX: another kind of text, never trained on nor tuned with.
    let news: IdentifierScores
    /// UTF-8 bytes a second over a long text.
    let bytesPerSecond: Double
    let loadSeconds: Double

    private enum CodingKeys: String, CodingKey {
        case heldOut = "held_out"
        case news
        case bytesPerSecond = "bytes_per_second"
        case loadSeconds = "load_seconds"
    }

    /// Nil where `shared` lacks the sentences.
    init(shared: URL, root: URL) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let identifier = try LanguagePack(ResourceFolder()).identifier
        loadSeconds = (clock.now - start) / .seconds(1)
        let ntrex = try IdentifierSources.ntrex(shared)
        let known = Set(ntrex.map(\.label.language))
        let lingua = try IdentifierSources.parts(shared, root: root).heldOut
            .filter { known.contains($0.label.language) }
        heldOut = IdentifierScores(of: identifier, on: lingua)
        news = IdentifierScores(of: identifier, on: ntrex)
        bytesPerSecond = Self.speed(identifier, ntrex)
    }

    /// Texts of 100 kB, one a language, each read once.
    private static func speed(
        _ identifier: LanguageIdentifier,
        _ texts: [LabelledSentences]
    ) -> Double {
        let pages = texts.map { Array($0.sentences.joined(separator: "\n").utf8.prefix(100_000)) }
        let clock = ContinuousClock()
        let start = clock.now
        let named = pages.count { identifier.identify($0, 0..<$0.count) != nil }
        let seconds = (clock.now - start) / .seconds(1)
        return named == 0 ? 0 : Double(pages.reduce(0) { $0 + $1.count }) / seconds
    }

    var text: String {
        [
            table("held-out web sentences", heldOut), table("news (NTREX)", news),
            confusions("news", news),
            String(
                format: "speed: %.0f MB/s on texts of 100 kB; loaded in %.0f ms",
                bytesPerSecond / 1e6,
                loadSeconds * 1000
            ),
        ].joined(separator: "\n\n")
    }

    private func table(_ name: String, _ scores: IdentifierScores) -> String {
        let lengths = LabelledSentences.Length.allCases
        var table = TextTable(name, "six words", "sentence", "three")
        let keys = Set(scores.rows.map { "\($0.language) \($0.script)" }).sorted()
        for key in keys {
            let shares = lengths.map { length in
                let rows = scores.rows.filter {
                    $0.length == length && "\($0.language) \($0.script)" == key
                }
                let pieces = rows.reduce(0) { $0 + $1.pieces }
                let right = rows.reduce(0) { $0 + $1.right }
                return Self.share(Double(right) / Double(max(pieces, 1)))
            }
            table.add(key, shares[0], shares[1], shares[2])
        }
        for (name, isGrouped) in [("mean of 51", false), ("mean of 49 (bs=hr, ms=id)", true)] {
            let means = lengths.map { Self.share(scores.mean($0, grouped: isGrouped)) }
            table.add(name, means[0], means[1], means[2])
        }
        return table.text
    }

    private func confusions(_ name: String, _ scores: IdentifierScores) -> String {
        "taken for another, \(name), one sentence: "
            + scores.confusions.filter { $0.length == .sentence }.prefix(20)
            .map { "\($0.language) for \($0.taken) \($0.times)" }
            .joined(separator: ", ")
    }

    private static func share(_ value: Double) -> String { String(format: "%.4f", value) }
}
