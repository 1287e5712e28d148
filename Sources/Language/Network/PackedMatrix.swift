import CKernels

/// A matrix rounded to bytes, in the order in which the kernel reads it.
///
/// Sendable although it holds pointers: they are written in the initialiser alone and freed with the last owner.
package final class PackedMatrix: @unchecked Sendable {
    private let bytes: UnsafeMutablePointer<Int8>
    private let scales: UnsafeMutablePointer<Float>
    private let sums: UnsafeMutablePointer<Int32>
    private let block: NetworkPlan.Block

    /// Packs the matrix of `block`, which begins at `matrix`.
    init(_ block: NetworkPlan.Block, _ matrix: UnsafePointer<Float>) {
        self.block = block
        bytes = .allocate(capacity: casus_packed_size(block.rows, block.columns))
        scales = .allocate(capacity: block.columns)
        sums = .allocate(capacity: block.columns)
        casus_pack_bytes(block.rows, block.columns, matrix, bytes, scales, sums)
    }

    deinit {
        bytes.deallocate()
        scales.deallocate()
        sums.deallocate()
    }

    func multiply(
        _ input: UnsafePointer<Float>,
        stride: Int,
        rows: Int,
        bias: UnsafePointer<Float>?,
        into output: UnsafeMutablePointer<Float>,
        adding: Bool
    ) {
        casus_multiply_bytes(
            rows,
            block.columns,
            block.rows,
            input,
            stride,
            bytes,
            scales,
            sums,
            bias,
            output,
            block.columns,
            adding ? 1 : 0
        )
    }
}

/// The large matrices of a network, packed: those through which every word goes.
package struct PackedWeights: Sendable {
    private let matrices: [Int: PackedMatrix]

    package init(_ plan: NetworkPlan, _ weights: [Float]) {
        let blocks =
            [
                plan.mix, plan.tags, plan.lemmaTop, plan.lemmaWord, plan.rules, plan.views,
                plan.arc,
                plan.label,
            ] + plan.layers.map(\.gates)
        self.init(blocks, weights)
    }

    package init(_ blocks: [NetworkPlan.Block], _ weights: [Float]) {
        matrices = weights.withUnsafeBufferPointer { weights in
            guard let base = weights.baseAddress else { return [:] }
            return Dictionary(
                uniqueKeysWithValues: blocks.map {
                    ($0.start, PackedMatrix($0, base + $0.start))
                }
            )
        }
    }

    subscript(_ block: NetworkPlan.Block) -> PackedMatrix? { matrices[block.start] }
}

/// Products of rows with the matrices of a network: with bytes where these are packed, exact otherwise.
package struct MatrixProducts {
    /// As many as the plan counts; they must outlive this value.
    package let weights: UnsafePointer<Float>
    private let packed: PackedWeights?

    package init(_ weights: UnsafePointer<Float>, packed: PackedWeights? = nil) {
        self.weights = weights
        self.packed = packed
    }

    package func at(_ block: NetworkPlan.Block) -> UnsafePointer<Float> { weights + block.start }

    /// `rows` rows of `input` times a matrix of the plan, plus its bias.
    package func multiply(
        _ input: UnsafePointer<Float>,
        stride: Int? = nil,
        _ rows: Int,
        _ block: NetworkPlan.Block,
        bias: NetworkPlan.Block? = nil,
        into output: UnsafeMutablePointer<Float>,
        adding: Bool = false
    ) {
        let stride = stride ?? block.rows
        if let matrix = packed?[block] {
            matrix.multiply(
                input,
                stride: stride,
                rows: rows,
                bias: bias.map(at),
                into: output,
                adding: adding
            )
            return
        }
        casus_multiply(
            rows,
            block.columns,
            block.rows,
            input,
            stride,
            1,
            at(block),
            block.columns,
            1,
            output,
            block.columns,
            adding ? 1 : 0
        )
        guard let bias else { return }
        for row in 0..<rows { casus_add(block.columns, 1, at(bias), output + row * block.columns) }
    }
}
