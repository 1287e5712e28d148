import Foundation
package import Text

/// Says what a sentence tells that one of two phrases directs at the other, from a bag of traits of the two.
///
/// A small network over hashed traits, taught with sentences written for Casus (`Rankers/relations.md`): the
/// sum of a vector for each trait, squeezed, then a weight from each of its numbers to each label. A hundred
/// traits or so a pair, at one short sum each.
package struct TraitClassifier: Sendable {
    /// How many buckets the traits share, as a power of two: twice as many were half a point better with half the `width`, and as large.
    package static let bits = 17
    /// The numbers in the middle: 48 were a point worse on sentences kept apart.
    package static let width = 96
    package static let labels = RelationLabel.all.count

    /// A row of `width` for each bucket, in steps of `step`.
    private let vectors: [Int8]
    private let step: Float
    /// A row of `labels` for each of the `width` numbers.
    private let weights: [Float]

    /// Rounds `vectors` to bytes.
    package init(vectors: [Float], weights: [Float]) {
        precondition(vectors.count == Self.width << Self.bits, "a row for each bucket")
        precondition(weights.count == Self.width * Self.labels, "a row for each number")
        let step = max(vectors.reduce(0) { max($0, abs($1)) }, 1e-6) / 127
        self.step = step
        self.vectors = vectors.map { Int8(($0 / step).rounded()) }
        self.weights = weights
    }

    /// The bucket of a trait.
    package static func bucket(_ trait: UInt32) -> Int { Int(trait >> (32 - UInt32(bits))) }

    /// The probability of each label, in the order of `RelationLabel.all`.
    package func probabilities(_ traits: [UInt32]) -> [Float] {
        var sums = [Int32](repeating: 0, count: Self.width)
        vectors.withUnsafeBufferPointer { vectors in
            sums.withUnsafeMutableBufferPointer { sums in
                for trait in traits {
                    let row = Self.bucket(trait) * Self.width
                    for place in 0..<Self.width { sums[place] += Int32(vectors[row + place]) }
                }
            }
        }
        let strength = step * Self.strength(traits.count)
        var scores = [Float](repeating: 0, count: Self.labels)
        for place in 0..<Self.width {
            let value = tanh(Float(sums[place]) * strength)
            for label in 0..<Self.labels {
                scores[label] += value * weights[place * Self.labels + label]
            }
        }
        return RelationClassifier.shares(scores)
    }

    /// A pair with many traits is no surer for it: their sum is made as long as that of nine alike.
    package static func strength(_ count: Int) -> Float { 3 / Float(max(count, 1)).squareRoot() }
}

extension TraitClassifier {
    /// The step, and every number as a byte; then the weights.
    package func write(to writer: inout BinaryWriter) {
        writer.float(step)
        writer.count(vectors.count)
        writer.integers(vectors)
        writer.floats(weights)
    }

    /// Throws a `BinaryError` that names the byte.
    package init(from reader: inout BinaryReader) throws {
        step = try reader.float()
        guard try reader.count(ofWidth: 1) == Self.width << Self.bits else {
            throw reader.error("a classifier of another size")
        }
        vectors = try reader.integers(Int8.self, count: Self.width << Self.bits)
        weights = try reader.floats(count: Self.width * Self.labels)
    }
}
