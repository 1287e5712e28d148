/// Working memory: a row of floats that grows and is never shared between workers.
///
/// A class, because the address must stay the same while the kernels write to it.
package final class Floats {
    package private(set) var base: UnsafeMutablePointer<Float>
    private var capacity: Int

    package init(_ capacity: Int = 1024) {
        base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { base.deallocate() }

    /// Room for `count` floats, whose values are whatever was left there: they are written before they are read.
    ///
    /// New room is not filled, so that what is not used takes no memory.
    @discardableResult
    package func room(for count: Int) -> UnsafeMutablePointer<Float> {
        if count > capacity {
            base.deallocate()
            capacity = count + count / 4
            base = .allocate(capacity: capacity)
        }
        return base
    }

    /// Room for `count` floats, all zero.
    @discardableResult
    package func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
        let base = room(for: count)
        base.update(repeating: 0, count: count)
        return base
    }

    /// Multiplies the rows of each sentence by its factors: for `sentences`, each as many as there are columns; nil leaves all.
    package func multiply(by factors: [Float]?, columns: Int, _ sentences: [Range<Int>]) {
        guard let factors else { return }
        for (number, sentence) in sentences.enumerated() {
            for row in sentence {
                for column in 0..<columns {
                    base[row * columns + column] *= factors[number * columns + column]
                }
            }
        }
    }
}
