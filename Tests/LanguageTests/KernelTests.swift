import CKernels
import Testing

/// The fast loops against their plain versions.
struct KernelTests {
    /// Numbers between -1 and 1 that a seed makes again.
    private func numbers(_ count: Int, seed: UInt64) -> [Float] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(Int32(truncatingIfNeeded: state >> 33)) / Float(1 << 30) - 1
        }
    }

    private func plainProduct(
        _ a: [Float],
        _ b: [Float],
        rows: Int,
        columns: Int,
        depth: Int
    ) -> [Double] {
        (0..<rows * columns).map { place in
            let (row, column) = (place / columns, place % columns)
            return (0..<depth).reduce(0.0) {
                $0 + Double(a[row * depth + $1]) * Double(b[$1 * columns + column])
            }
        }
    }

    @Test(arguments: [
        (1, 1, 1), (3, 5, 7), (8, 32, 16), (9, 33, 17), (97, 64, 300), (2, 600, 260), (5, 3, 0),
    ])
    func `a product is the plain product, whatever the borders of the tiles`(
        _ rows: Int,
        _ columns: Int,
        _ depth: Int
    ) {
        let a = numbers(rows * depth, seed: 1)
        let b = numbers(depth * columns, seed: 2)
        var c = [Float](repeating: 9, count: rows * columns)
        casus_multiply(rows, columns, depth, a, depth, 1, b, columns, 1, &c, columns, 0)
        let plain = plainProduct(a, b, rows: rows, columns: columns, depth: depth)
        for (fast, slow) in zip(c, plain) { #expect(abs(Double(fast) - slow) < 1e-4) }
    }

    @Test func `steps swapped are a matrix turned, and a product can be added`() {
        let (rows, columns, depth) = (11, 21, 13)
        let a = numbers(rows * depth, seed: 3)
        let b = numbers(depth * columns, seed: 4)
        let turned = (0..<depth * columns).map { b[$0 % depth * columns + $0 / depth] }
        var c = [Float](repeating: 1, count: rows * columns)
        casus_multiply(rows, columns, depth, a, depth, 1, turned, 1, depth, &c, columns, 1)
        let plain = plainProduct(a, b, rows: rows, columns: columns, depth: depth)
        for (fast, slow) in zip(c, plain) { #expect(abs(Double(fast) - 1 - slow) < 1e-4) }
    }

    @Test(arguments: [(1, 1, 4), (7, 31, 5), (8, 32, 128), (19, 70, 256), (3, 33, 1024)])
    func `a product of bytes is the exact product of the rounded numbers`(
        _ rows: Int,
        _ columns: Int,
        _ depth: Int
    ) {
        // Whole numbers up to 127 in every row and column are rounded to themselves.
        let a = numbers(rows * depth, seed: 5).enumerated().map {
            $0.offset % depth == 0 ? 127 : ($0.element * 126).rounded()
        }
        let b = numbers(depth * columns, seed: 6).enumerated().map {
            $0.offset < columns ? 127 : ($0.element * 126).rounded()
        }
        var packed = [Int8](repeating: 0, count: casus_packed_size(depth, columns))
        var scales = [Float](repeating: 0, count: columns)
        var sums = [Int32](repeating: 0, count: columns)
        casus_pack_bytes(depth, columns, b, &packed, &scales, &sums)
        let bias = numbers(columns, seed: 7).map { ($0 * 9).rounded() }
        var c = [Float](repeating: 0, count: rows * columns)
        casus_multiply_bytes(
            rows,
            columns,
            depth,
            a,
            depth,
            packed,
            scales,
            sums,
            bias,
            &c,
            columns,
            0
        )
        let plain = plainProduct(a, b, rows: rows, columns: columns, depth: depth)
        for (place, pair) in zip(c, plain).enumerated() {
            let expected = pair.1 + Double(bias[place % columns])
            #expect(abs(Double(pair.0) - expected) < 1e-5 * max(abs(expected), 100))
        }
    }

    @Test func `the largest is found, the first of several`() {
        #expect(casus_best(0, [1]) == 0)
        #expect(casus_best(3, [1, 5, 5]) == 1)
        var many = numbers(100, seed: 8)
        many[77] = 2
        #expect(casus_best(100, many) == 77)
    }

    @Test func `the recurrence is its definition, in both directions`() {
        let (count, width) = (5, 3)
        let gates = numbers(count * 3 * width, seed: 9)
        let input = numbers(count * width, seed: 10)
        let peephole = numbers(2 * width, seed: 11)
        let bias = numbers(2 * width, seed: 12)
        for step: Int32 in [1, -1] {
            var left = gates
            var output = [Float](repeating: 0, count: count * width)
            var state = output
            casus_recur(
                count,
                width,
                step,
                &left,
                3 * width,
                input,
                &output,
                width,
                &state,
                peephole,
                bias
            )
            func sigmoid(_ x: Float) -> Double { 1 / (1 + Double.exp(-Double(x))) }
            var last = [Double](repeating: 0, count: width)
            for turn in 0..<count {
                let word = step > 0 ? turn : count - 1 - turn
                for unit in 0..<width {
                    let gate = { (number: Int) in
                        gates[word * 3 * width + (1 + number) * width + unit]
                            + peephole[number * width + unit] * Float(last[unit])
                            + bias[number * width + unit]
                    }
                    let (forget, reset) = (sigmoid(gate(0)), sigmoid(gate(1)))
                    let candidate = Double(gates[word * 3 * width + unit])
                    last[unit] = forget * last[unit] + (1 - forget) * candidate
                    let expected =
                        reset * last[unit] + (1 - reset) * Double(input[word * width + unit])
                    #expect(abs(Double(output[word * width + unit]) - expected) < 1e-5)
                }
            }
        }
    }
}

extension Double {
    fileprivate static func exp(_ x: Double) -> Double {
        // The series, so that the test leans on no library that the kernel may share.
        var (term, sum) = (1.0, 1.0)
        for step in 1..<60 {
            term *= x / Double(step)
            sum += term
        }
        return sum
    }
}
