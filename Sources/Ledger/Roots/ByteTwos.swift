/// Which two bytes stand beside each other in a text, as a set of 256 numbers that they are divided among.
///
/// A text that lacks two of a phrase does not hold the phrase: so of a hundred phrases nearly all are passed over
/// without looking for them.
struct ByteTwos: Sendable {
    private var numbers = SIMD4<UInt64>.zero

    init(_ bytes: [UInt8]) {
        guard var before = bytes.first else { return }
        withUnsafeMutableBytes(of: &numbers) { numbers in
            for byte in bytes.dropFirst() {
                let number = (before &* 31) ^ byte
                numbers[Int(number >> 3)] |= 1 << (number & 7)
                before = byte
            }
        }
    }

    /// False where `other` has two that this lacks.
    func contains(_ other: ByteTwos) -> Bool {
        (other.numbers & ~numbers) == .zero
    }
}
