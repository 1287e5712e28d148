import Language

/// Random numbers that a seed makes again (SplitMix64; Steele, Lea and Flood 2014).
struct Randomness: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// From 0 up to 1, without 1.
    mutating func fraction() -> Float { Float(next() >> 40) / Float(1 << 24) }
}

extension Randomness {
    /// What a network of `count` weights begins with: `matrices` as wide as their sizes ask (Glorot and Bengio 2010), then `small` ones;
    /// all others, the biases, zero.
    mutating func weights(
        _ count: Int,
        matrices: [NetworkPlan.Block],
        small: [NetworkPlan.Block]
    ) -> [Float] {
        var weights = [Float](repeating: 0, count: count)
        for block in matrices {
            let spread = (6 / Float(block.rows + min(block.columns, block.rows * 2))).squareRoot()
            for index in block.start..<block.start + block.count {
                weights[index] = (fraction() * 2 - 1) * spread
            }
        }
        for block in small {
            for index in block.start..<block.start + block.count {
                weights[index] = (fraction() * 2 - 1) * 0.1
            }
        }
        return weights
    }

    /// Factors of dropout: a `share` of them zero, the others as much larger.
    mutating func dropout(_ count: Int, _ share: Float) -> [Float] {
        (0..<count).map { _ in fraction() < share ? 0 : 1 / (1 - share) }
    }
}
