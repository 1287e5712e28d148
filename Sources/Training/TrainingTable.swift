import CKernels
import Language

/// A table of vectors that is learnt: Adam moves only the rows that a batch has touched.
struct TrainingTable {
    let columns: Int
    var vectors: [Float]
    private var gradient: [Float]
    private var first: [Float]
    private var second: [Float]
    private var isTouched: [Bool]
    private var touched: [Int] = []

    init(rows: Int, columns: Int, spread: Float, _ randomness: inout Randomness) {
        self.columns = columns
        vectors = (0..<rows * columns).map { _ in (randomness.fraction() * 2 - 1) * spread }
        gradient = [Float](repeating: 0, count: rows * columns)
        first = gradient
        second = gradient
        isTouched = [Bool](repeating: false, count: rows)
    }

    func add(_ row: Int, times factor: Float, to sum: UnsafeMutablePointer<Float>) {
        vectors.withUnsafeBufferPointer { vectors in
            guard let base = vectors.baseAddress else { return }
            casus_add(columns, factor, base + row * columns, sum)
        }
    }

    mutating func learn(_ row: Int, times factor: Float, from error: UnsafePointer<Float>) {
        if !isTouched[row] {
            isTouched[row] = true
            touched.append(row)
        }
        gradient.withUnsafeMutableBufferPointer { gradient in
            guard let base = gradient.baseAddress else { return }
            casus_add(columns, factor, error, base + row * columns)
        }
    }

    mutating func step(_ adam: Adam) {
        for row in touched {
            adam.step(&vectors, &gradient, &first, &second, row * columns..<(row + 1) * columns)
            isTouched[row] = false
        }
        touched.removeAll(keepingCapacity: true)
    }
}

/// The steps of Adam (Kingma and Ba 2015), with the bias of the first steps taken into the rate.
struct Adam {
    private static let firstDecay: Float = 0.9
    /// Shorter than the usual 0.999: there are a few thousand steps in all.
    private static let secondDecay: Float = 0.98
    private static let epsilon: Float = 1e-8
    private let rate: Float

    /// `step` counts from 1.
    init(rate: Float, step: Int) {
        var (first, second): (Float, Float) = (1, 1)
        for _ in 0..<min(step, 2000) {
            first *= Self.firstDecay
            second *= Self.secondDecay
        }
        self.rate = rate * (1 - second).squareRoot() / (1 - first)
    }

    func step(
        _ weights: inout [Float],
        _ gradient: inout [Float],
        _ first: inout [Float],
        _ second: inout [Float],
        _ range: Range<Int>
    ) {
        weights.withUnsafeMutableBufferPointer { weights in
            gradient.withUnsafeMutableBufferPointer { gradient in
                first.withUnsafeMutableBufferPointer { first in
                    second.withUnsafeMutableBufferPointer { second in
                        guard let w = weights.baseAddress, let g = gradient.baseAddress,
                            let a = first.baseAddress, let b = second.baseAddress
                        else { return }
                        let start = range.lowerBound
                        casus_adam(
                            range.count,
                            rate,
                            Self.firstDecay,
                            Self.secondDecay,
                            Self.epsilon,
                            0,
                            w + start,
                            g + start,
                            a + start,
                            b + start
                        )
                    }
                }
            }
        }
    }
}
