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

    var slopes: Slopes { Slopes(weights: network.products.weights, gradient: gradient) }

    func at(_ block: NetworkPlan.Block) -> UnsafeMutablePointer<Float> { slopes.at(block) }

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
        slopes.linear(
            words,
            input,
            inputStride,
            error,
            errorStride,
            block,
            bias: bias,
            into: inputError
        )
    }

    func views() {
        let columns = plan.sizes.views
        Slopes.unbend(back.viewErrors.base, scratch.views.base, words * columns)
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
        plan.recurrentLayer(level).back(
            scratch.sentences,
            slopes,
            input: scratch.levels[level].base,
            gates: scratch.gates[level].base,
            states: scratch.states[level].base,
            outputErrors: back.errors[level + 1].base,
            inputErrors: back.errors[level].base,
            gateErrors: back.gateErrors,
            carry: back.carry
        )
    }

    func mix(_ vectors: UnsafePointer<Float>) {
        let (breadth, input) = (plan.sizes.breadth, plan.sizes.input)
        Slopes.unbend(back.errors[0].base, scratch.levels[0].base, words * breadth)
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
