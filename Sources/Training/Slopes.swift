import CKernels
import Foundation
import Language

/// The way back through the parts that networks are made of: what each weight should change, added to `gradient`, and what
/// each input should.
struct Slopes {
    let weights: UnsafePointer<Float>
    /// As many as there are weights.
    let gradient: UnsafeMutablePointer<Float>

    func at(_ block: NetworkPlan.Block) -> UnsafeMutablePointer<Float> { gradient + block.start }

    /// For output = input · matrix (+ bias): the matrix's and the bias's gradient, and the input's error, added to.
    func linear(
        _ rows: Int,
        _ input: UnsafePointer<Float>,
        _ inputStride: Int,
        _ error: UnsafePointer<Float>,
        _ errorStride: Int,
        _ block: NetworkPlan.Block,
        bias: NetworkPlan.Block?,
        into inputError: UnsafeMutablePointer<Float>?
    ) {
        casus_multiply(
            block.rows,
            block.columns,
            rows,
            input,
            1,
            inputStride,
            error,
            errorStride,
            1,
            at(block),
            block.columns,
            1
        )
        if let bias {
            for row in 0..<rows {
                casus_add(block.columns, 1, error + row * errorStride, at(bias))
            }
        }
        if let inputError {
            casus_multiply(
                rows,
                block.rows,
                block.columns,
                error,
                errorStride,
                1,
                weights + block.start,
                1,
                block.columns,
                inputError,
                inputStride,
                1
            )
        }
    }

    /// The error below a bent unit: a tenth where the unit was below zero.
    static func unbend(
        _ error: UnsafeMutablePointer<Float>,
        _ values: UnsafePointer<Float>,
        _ count: Int
    ) {
        for index in 0..<count where values[index] < 0 { error[index] *= Network.leak }
    }

    /// Turns scores into errors: the probabilities, less one at the answer, times `scale`.
    ///
    /// Returns the loss.
    static func softmax(
        _ scores: UnsafePointer<Float>,
        _ count: Int,
        answer: Int,
        scale: Float,
        into error: UnsafeMutablePointer<Float>
    ) -> Float {
        var largest = scores[0]
        for index in 1..<max(count, 1) { largest = max(largest, scores[index]) }
        var sum: Float = 0
        for index in 0..<count {
            let value = expf(scores[index] - largest)
            error[index] = value
            sum += value
        }
        let loss = logf(sum) - (scores[answer] - largest)
        for index in 0..<count { error[index] *= scale / sum }
        error[answer] -= scale
        return loss
    }
}

extension RecurrentLayer {
    /// The way back through `run`: to the gradients of the layer, and to `inputErrors`, which is added to.
    ///
    /// `gateErrors` and `carry` are working memory.
    func back(
        _ sentences: [Range<Int>],
        _ slopes: Slopes,
        input: UnsafePointer<Float>,
        gates: UnsafePointer<Float>,
        states: UnsafePointer<Float>,
        outputErrors: UnsafePointer<Float>,
        inputErrors: UnsafeMutablePointer<Float>,
        gateErrors: Floats,
        carry: Floats
    ) {
        let (words, breadth) = (sentences.last?.upperBound ?? 0, 2 * width)
        let gateErrors = gateErrors.room(for: words * 6 * width)
        for direction in 0...1 {
            for sentence in sentences {
                let row = sentence.lowerBound
                let (gate, side) = (
                    row * 6 * width + direction * 3 * width, row * breadth + direction * width
                )
                casus_recur_back(
                    sentence.count,
                    width,
                    direction == 0 ? 1 : -1,
                    gates + gate,
                    gateErrors + gate,
                    6 * width,
                    input + side,
                    outputErrors + side,
                    inputErrors + side,
                    breadth,
                    states + (direction * words + row) * width,
                    slopes.weights + blocks.peephole.start + direction * 2 * width,
                    slopes.at(blocks.peephole) + direction * 2 * width,
                    slopes.at(blocks.bias) + direction * 2 * width,
                    carry.room(for: width)
                )
            }
        }
        slopes.linear(
            words,
            input,
            breadth,
            gateErrors,
            6 * width,
            blocks.gates,
            bias: nil,
            into: inputErrors
        )
    }
}
