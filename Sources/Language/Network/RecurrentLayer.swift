import CKernels

/// A layer of simple recurrent units (Lei and others 2018): over each sentence from its first word on, and from its last.
///
/// Its matrix product runs over whole batches; only cheap steps go word by word.
package struct RecurrentLayer {
    package let blocks: NetworkPlan.Layer
    /// Of one direction; rows of words are twice as wide.
    package let width: Int

    package init(_ blocks: NetworkPlan.Layer, width: Int) {
        self.blocks = blocks
        self.width = width
    }

    /// Reads `input`, words × 2·width, and fills `output`, as large.
    ///
    /// Left for the way back are `gates` (words × 6·width, the candidates and the gates after their sigmoid) and `states` (two
    /// directions of words × width).
    package func run(
        _ sentences: [Range<Int>],
        _ products: MatrixProducts,
        input: UnsafePointer<Float>,
        output: Floats,
        gates: Floats,
        states: Floats
    ) {
        let (words, breadth) = (sentences.last?.upperBound ?? 0, 2 * width)
        let output = output.room(for: words * breadth)
        let gates = gates.room(for: words * 6 * width)
        let state = states.room(for: words * breadth)
        products.multiply(input, words, blocks.gates, into: gates)
        for direction in 0...1 {
            for sentence in sentences {
                let row = sentence.lowerBound
                casus_recur(
                    sentence.count,
                    width,
                    direction == 0 ? 1 : -1,
                    gates + row * 6 * width + direction * 3 * width,
                    6 * width,
                    input + row * breadth + direction * width,
                    output + row * breadth + direction * width,
                    breadth,
                    state + (direction * words + row) * width,
                    products.at(blocks.peephole) + direction * 2 * width,
                    products.at(blocks.bias) + direction * 2 * width
                )
            }
        }
    }
}

extension NetworkPlan {
    package func recurrentLayer(_ level: Int) -> RecurrentLayer {
        RecurrentLayer(layers[level], width: sizes.width)
    }
}
