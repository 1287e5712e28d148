import Language

/// The way back through a `Network`: from what the sentences should have been to what each weight should change.
struct Backpropagation {
    /// As many as the plan counts; added to.
    var gradient: [Float]
    let plan: NetworkPlan
    let errors: [Floats]
    let gateErrors = Floats()
    let tagErrors = Floats()
    let ruleErrors = Floats()
    let lemmaErrors = Floats()
    let viewErrors = Floats()
    let courtedErrors = Floats()
    let labelProduct = Floats()
    let labelScores = Floats()
    let arcErrors = Floats()
    let carry = Floats()
    /// words × input: what the vectors of the words should change.
    let vectorErrors = Floats()

    /// The sums of -log of the probabilities that were given to the right answers.
    struct Losses {
        var tags: Float = 0
        var rules: Float = 0
        var arcs: Float = 0
        var labels: Float = 0
    }

    /// How much the features count beside the parts of speech: there are many, and most are certain.
    static let featureWeight: Float = 0.3

    init(_ plan: NetworkPlan) {
        self.plan = plan
        gradient = [Float](repeating: 0, count: plan.count)
        errors = (0...plan.sizes.layers).map { _ in Floats() }
    }

    /// Goes back through what `network` has just run; `scale` multiplies every error.
    mutating func run(
        _ network: Network,
        _ scratch: Scratch,
        _ dropout: Network.Dropout,
        vectors: UnsafePointer<Float>,
        lessons: [Lesson],
        inventory: Inventory,
        scale: Float
    ) -> Losses {
        let plan = plan
        let breadth = plan.sizes.breadth
        for floats in errors { floats.zeros(scratch.words * breadth) }
        var losses = Losses()
        let words = lessons.flatMap(\.words)
        var gradient = self.gradient
        self.gradient = []
        gradient.withUnsafeMutableBufferPointer { gradient in
            guard let base = gradient.baseAddress else { return }
            func drop(_ level: Int) {
                errors[level].multiply(
                    by: dropout.levels[level],
                    columns: breadth,
                    scratch.sentences
                )
            }
            let step = BackwardStep(back: self, network: network, scratch: scratch, gradient: base)
            losses.tags = step.tags(words, inventory, scale)
            losses.rules = step.lemmas(words, scale)
            viewErrors.zeros(scratch.words * plan.sizes.views)
            losses.arcs = step.arcs(lessons, scale)
            losses.labels = step.labels(lessons, scale)
            viewErrors.multiply(by: dropout.views, columns: plan.sizes.views, scratch.sentences)
            step.views()
            drop(plan.sizes.layers)
            for level in (0..<plan.sizes.layers).reversed() {
                step.layer(level)
                drop(level)
            }
            step.mix(vectors)
        }
        self.gradient = gradient
        return losses
    }
}
