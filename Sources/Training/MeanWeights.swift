/// The running mean of all that a network has learnt at several steps of its training.
struct MeanWeights {
    /// What is learnt: the matrices, and the tables of vectors.
    struct Parts {
        var weights: [Float]
        var words: [Float]
        var pieces: [Float] = []
        var habits: [Float] = []
    }

    private(set) var mean: Parts?
    private var count: Float = 0

    /// The mean with one more.
    consuming func with(_ parts: Parts) -> MeanWeights {
        count += 1
        guard var all = mean else {
            mean = parts
            return self
        }
        mean = nil
        let share = 1 / count
        Self.move(&all.weights, towards: parts.weights, by: share)
        Self.move(&all.words, towards: parts.words, by: share)
        Self.move(&all.pieces, towards: parts.pieces, by: share)
        Self.move(&all.habits, towards: parts.habits, by: share)
        mean = all
        return self
    }

    private static func move(_ mean: inout [Float], towards other: [Float], by share: Float) {
        precondition(mean.count == other.count)
        for index in mean.indices { mean[index] += share * (other[index] - mean[index]) }
    }
}
