import Foundation
import Language

/// Fits how sums of weights become probabilities, and what is too strange to be told.
struct IdentifierCalibrator {
    let model: IdentifierModel

    /// One in a thousand pieces of six words may be taken for no language.
    private static let strangeShare = 0.001
    /// News has more names than the web's sentences have.
    private static let tolerance = 0.85
    private static let sharpnesses: [Float] = [
        0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.3, 1.6, 2, 2.5, 3,
    ]
    private static let dampings: [Float] = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]

    private struct Piece {
        let evidence: LanguageIdentifier.Evidence
        let isRight: Bool
    }

    /// The model with the calibration that foresees best which guesses on `sentences` are right,
    /// over pieces of six words, one sentence and three.
    func calibrated(on sentences: [LabelledSentences]) -> IdentifierModel {
        let identifier = LanguageIdentifier(model)
        var pieces: [Piece] = []
        var familiarities: [Double] = []
        for text in sentences where IdentifierTrainer.isTaught(text.label.script) {
            for length in LabelledSentences.Length.allCases {
                for piece in text.pieces(length) {
                    guard let evidence = identifier.evidence(piece), let best = evidence.best,
                        let sum = evidence.sums[best], evidence.groups > 0
                    else { continue }
                    let isRight = model.labels[best] == text.label
                    pieces.append(Piece(evidence: evidence, isRight: isRight))
                    if length == .sixWords, isRight {
                        familiarities.append(Double(sum / evidence.groups))
                    }
                }
            }
        }
        guard !pieces.isEmpty else { return model }
        familiarities.sort()
        let strange =
            familiarities.isEmpty
            ? 0 : familiarities[Int(Double(familiarities.count) * Self.strangeShare)]
        var best = model.calibration
        var least = Double.infinity
        for sharpness in Self.sharpnesses {
            for damping in Self.dampings {
                var calibration = model.calibration
                calibration.sharpness = sharpness
                calibration.damping = damping
                let surprise = Self.surprise(pieces, calibration)
                if surprise < least { (best, least) = (calibration, surprise) }
            }
        }
        best.leastFamiliarity = Float(strange * Self.tolerance)
        var calibrated = model
        calibrated.calibration = best
        return calibrated
    }

    /// The mean surprise, in nats, at whether the guesses are right.
    private static func surprise(
        _ pieces: [Piece],
        _ calibration: IdentifierModel.Calibration
    ) -> Double {
        pieces.reduce(0) { sum, piece in
            let probability = min(max(piece.evidence.probability(calibration), 1e-6), 1 - 1e-6)
            return sum - log(piece.isRight ? probability : 1 - probability)
        } / Double(pieces.count)
    }
}
