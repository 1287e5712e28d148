import CKernels
import Foundation
import Language

/// One batch's way back; the pieces of it share the pointers.
struct BackwardStep {
    let back: Backpropagation
    let network: Network
    let scratch: Scratch
    let gradient: UnsafeMutablePointer<Float>

    var plan: NetworkPlan { back.plan }
    var words: Int { scratch.words }
    var top: UnsafeMutablePointer<Float> { scratch.levels[plan.sizes.layers].base }
    var topErrors: UnsafeMutablePointer<Float> { back.errors[plan.sizes.layers].base }

    func at(_ block: NetworkPlan.Block) -> UnsafeMutablePointer<Float> {
        gradient + block.start
    }

    /// For output = input · matrix (+ bias): the matrix's and the bias's gradient, and the input's error, added to.
    func linear(
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
            words,
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
            for word in 0..<words {
                casus_add(block.columns, 1, error + word * errorStride, at(bias))
            }
        }
        if let inputError {
            casus_multiply(
                words,
                block.rows,
                block.columns,
                error,
                errorStride,
                1,
                network.at(block),
                1,
                block.columns,
                inputError,
                inputStride,
                1
            )
        }
    }

    func multiply(_ rows: UnsafeMutablePointer<Float>, by factors: [Float], _ columns: Int) {
        for (number, sentence) in scratch.sentences.enumerated() {
            for row in sentence {
                for column in 0..<columns {
                    rows[row * columns + column] *= factors[number * columns + column]
                }
            }
        }
    }

    /// The error below a bent unit: a tenth where the unit was below zero.
    func unbend(
        _ error: UnsafeMutablePointer<Float>,
        _ values: UnsafePointer<Float>,
        _ count: Int
    ) {
        for index in 0..<count where values[index] < 0 { error[index] *= Network.leak }
    }

    /// Turns scores into errors: the probabilities, less one at the answer, times `scale`.
    ///
    /// Returns the loss.
    func softmax(
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

    func views() {
        let columns = plan.sizes.views
        unbend(back.viewErrors.base, scratch.views.base, words * columns)
        linear(
            top,
            plan.sizes.breadth,
            back.viewErrors.base,
            columns,
            plan.views,
            bias: plan.viewBias,
            into: topErrors
        )
    }

    func layer(_ level: Int) {
        let (width, breadth) = (plan.sizes.width, plan.sizes.breadth)
        let layer = plan.layers[level]
        let gateErrors = back.gateErrors.room(for: words * 6 * width)
        let input = scratch.levels[level].base
        for direction in 0...1 {
            for sentence in scratch.sentences {
                let row = sentence.lowerBound
                let (gate, side) = (
                    row * 6 * width + direction * 3 * width, row * breadth + direction * width
                )
                casus_recur_back(
                    sentence.count,
                    width,
                    direction == 0 ? 1 : -1,
                    scratch.gates[level].base + gate,
                    gateErrors + gate,
                    6 * width,
                    input + side,
                    back.errors[level + 1].base + side,
                    back.errors[level].base + side,
                    breadth,
                    scratch.states[level].base + (direction * words + row) * width,
                    network.at(layer.peephole) + direction * 2 * width,
                    at(layer.peephole) + direction * 2 * width,
                    at(layer.bias) + direction * 2 * width,
                    back.carry.room(for: width)
                )
            }
        }
        linear(
            input,
            breadth,
            gateErrors,
            6 * width,
            layer.gates,
            bias: nil,
            into: back.errors[level].base
        )
    }

    func mix(_ vectors: UnsafePointer<Float>) {
        let (breadth, input) = (plan.sizes.breadth, plan.sizes.input)
        unbend(back.errors[0].base, scratch.levels[0].base, words * breadth)
        linear(
            vectors,
            input,
            back.errors[0].base,
            breadth,
            plan.mix,
            bias: plan.mixBias,
            into: back.vectorErrors.zeros(words * input)
        )
    }
}
