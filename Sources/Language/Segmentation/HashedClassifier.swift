/// A linear classifier of two classes over hashed features, in whole numbers.
///
/// The answer is the sign of the sum of one weight for each feature. Logistic regression in 16 bits:
/// the table is a quarter of a megabyte and loses nothing that can be measured.
struct HashedClassifier: Hashable, Sendable {
    /// The number of weights is two to this power.
    static let bits: UInt32 = 17

    private(set) var weights: [Int16]

    init(weights: [Int16]) {
        precondition(weights.count == 1 << Self.bits, "a weight for each value of the hash")
        self.weights = weights
    }

    /// Scales weights so that the largest fits into 16 bits; the sign of a sum stays.
    init(rounding weights: [Float]) {
        let largest = weights.reduce(1e-9) { max($0, abs($1)) }
        let scale = Float(Int16.max) / largest
        self.init(weights: weights.map { Int16(($0 * scale).rounded()) })
    }

    /// Above zero for the positive class.
    @inline(__always)
    func score(_ features: FeatureList) -> Int32 {
        var sum: Int32 = 0
        for place in 0..<features.count {
            sum &+= Int32(weights[Int(features.hashes[place])])
        }
        return sum
    }
}

/// The features of one decision; reused from decision to decision.
struct FeatureList {
    /// More than any template set has.
    private static let capacity = 48

    /// Hashes below two to the power of `HashedClassifier.bits`; those at `count` and after are old.
    private(set) var hashes = [UInt32](repeating: 0, count: capacity)
    private(set) var count = 0

    @inline(__always)
    mutating func removeAll() { count = 0 }

    /// Adds the feature that is the template of this number filled with two values.
    @inline(__always)
    mutating func add(_ template: UInt32, _ first: UInt32, _ second: UInt32 = 0) {
        hashes[count] = mixed(template, first, second) & (1 << HashedClassifier.bits - 1)
        count += 1
    }
}
