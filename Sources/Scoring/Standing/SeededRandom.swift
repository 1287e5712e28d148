import Foundation

/// Random numbers that are the same for the same seed: SplitMix64 (Steele, Lea and Flood 2014).
package struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Above 0 and below 1.
    mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

    /// Of the standard normal distribution, by Box and Muller.
    mutating func normal() -> Double {
        (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
    }

    /// Of Student's t distribution with a whole number of degrees of freedom.
    mutating func student(_ freedom: Int) -> Double {
        let squares = (0..<freedom).reduce(0.0) { sum, _ in
            let draw = normal()
            return sum + draw * draw
        }
        return normal() / (squares / Double(freedom)).squareRoot()
    }

    mutating func exponential(mean: Double) -> Double { -mean * log(uniform()) }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(next() % UInt64(elements.count))]
    }
}
