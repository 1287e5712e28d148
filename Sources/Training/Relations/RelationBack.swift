import CKernels
import Coding
import Language

/// The way back through a `RelationPass`: from what the answers should have been to what each weight and each word's vector
/// should change.
struct RelationBack {
    /// As many as the plan counts; added to.
    var gradient: [Float]
    private let plan: RelationPlan
    private let errors: [Floats]
    private let gateErrors = Floats()
    private let carry = Floats()
    private let scoreErrors = Floats()
    private let joinedErrors = Floats()
    private let gatheredErrors = Floats()
    /// words × vector: what the vectors of the words should change.
    let vectorErrors = Floats()

    init(_ plan: RelationPlan) {
        self.plan = plan
        gradient = [Float](repeating: 0, count: plan.count)
        errors = (0...plan.layers.count).map { _ in Floats() }
    }

    /// Goes back through what `pass` has just run; `scale` multiplies every error.
    ///
    /// Returns the sum of -log of the probabilities that the right labels were given.
    mutating func run(
        _ pass: RelationPass,
        _ weights: UnsafePointer<Float>,
        _ dropout: RelationPass.Dropout,
        labels: [Int],
        scale: Float
    ) -> Float {
        var gradient = self.gradient
        self.gradient = []
        defer { self.gradient = gradient }
        return gradient.withUnsafeMutableBufferPointer { gradient in
            guard let base = gradient.baseAddress else { return 0 }
            let slopes = Slopes(weights: weights, gradient: base)
            let loss = labelled(pass, slopes, dropout, labels: labels, scale: scale)
            scatter(pass)
            errors[plan.layers.count].multiply(
                by: dropout.levels[plan.layers.count],
                columns: plan.sizes.breadth,
                pass.sentences
            )
            for (level, layer) in plan.layers.enumerated().reversed() {
                layer.back(
                    pass.sentences,
                    slopes,
                    input: pass.levels[level].base,
                    gates: pass.gates[level].base,
                    states: pass.states[level].base,
                    outputErrors: errors[level + 1].base,
                    inputErrors: errors[level].zeros(pass.words * plan.sizes.breadth),
                    gateErrors: gateErrors,
                    carry: carry
                )
                errors[level].multiply(
                    by: dropout.levels[level],
                    columns: plan.sizes.breadth,
                    pass.sentences
                )
            }
            let breadth = plan.sizes.breadth
            Slopes.unbend(errors[0].base, pass.levels[0].base, pass.words * breadth)
            slopes.linear(
                pass.words,
                pass.vectors.base,
                plan.sizes.vector,
                errors[0].base,
                breadth,
                plan.mix,
                bias: plan.mixBias,
                into: vectorErrors.zeros(pass.words * plan.sizes.vector)
            )
            return loss
        }
    }

    /// From the scores to what was gathered.
    private func labelled(
        _ pass: RelationPass,
        _ slopes: Slopes,
        _ dropout: RelationPass.Dropout,
        labels: [Int],
        scale: Float
    ) -> Float {
        let (sizes, pairs) = (plan.sizes, labels.count)
        let scoreErrors = scoreErrors.room(for: pairs * sizes.labels)
        var loss: Float = 0
        for (pair, label) in labels.enumerated() {
            loss += Slopes.softmax(
                pass.scores.base + pair * sizes.labels,
                sizes.labels,
                answer: label,
                scale: scale,
                into: scoreErrors + pair * sizes.labels
            )
        }
        let joinedErrors = joinedErrors.zeros(pairs * sizes.joined)
        slopes.linear(
            pairs,
            pass.joined.base,
            sizes.joined,
            scoreErrors,
            sizes.labels,
            plan.labels,
            bias: plan.labelBias,
            into: joinedErrors
        )
        for place in 0..<pairs * sizes.joined { joinedErrors[place] *= dropout.joined[place] }
        Slopes.unbend(joinedErrors, pass.joined.base, pairs * sizes.joined)
        slopes.linear(
            pairs,
            pass.gathered.base,
            3 * sizes.breadth,
            joinedErrors,
            sizes.joined,
            plan.join,
            bias: plan.joinBias,
            into: gatheredErrors.zeros(pairs * 3 * sizes.breadth)
        )
        return loss
    }

    /// Back to the words from which was gathered.
    private func scatter(_ pass: RelationPass) {
        let breadth = plan.sizes.breadth
        let top = errors[plan.layers.count].zeros(pass.words * breadth)
        for (number, question) in pass.questions.enumerated() {
            let row = gatheredErrors.base + number * 3 * breadth
            casus_add(breadth, 1, row, top + question.source * breadth)
            casus_add(breadth, 1, row + breadth, top + question.target * breadth)
            for place in 0..<breadth {
                let best = pass.largest[question.sentence * breadth + place]
                top[best * breadth + place] += row[2 * breadth + place]
            }
        }
    }
}
