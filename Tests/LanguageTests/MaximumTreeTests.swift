import Testing

@testable import Language

struct MaximumTreeTests {
    /// Every assignment of heads that is a tree with one root, by brute force.
    private func bestByTrial(_ scores: [Float], _ count: Int) -> Float {
        var best = -Float.infinity
        var heads = [Int](repeating: 0, count: count)
        func isTree() -> Bool {
            guard heads.count(where: { $0 == 0 }) == 1 else { return false }
            return heads.indices.allSatisfy { start in
                var node = start + 1
                for _ in 0...count where node != 0 { node = heads[node - 1] }
                return node == 0
            }
        }
        func fill(_ word: Int) {
            if word == count {
                if isTree() { best = max(best, total(heads, scores, count)) }
                return
            }
            for head in 0...count where head != word + 1 {
                heads[word] = head
                fill(word + 1)
            }
        }
        fill(0)
        return best
    }

    private func total(_ heads: [Int], _ scores: [Float], _ count: Int) -> Float {
        heads.enumerated().reduce(0) { $0 + scores[$1.offset * (count + 1) + $1.element] }
    }

    @Test(arguments: 1...4) func `no tree scores higher than the one found`(_ count: Int) {
        var state: UInt64 = 42
        for _ in 0..<200 {
            let scores = (0..<count * (count + 1)).map { _ -> Float in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Float((state >> 40) % 1000) / 100
            }
            let heads = MaximumTree.heads(scores, count: count)
            #expect(heads.count { $0 == 0 } == 1)
            let (found, best) = (total(heads, scores, count), bestByTrial(scores, count))
            #expect(abs(found - best) < 1e-3, "\(scores) gave \(heads)")
        }
    }

    @Test func `a ring of words is broken where it costs least`() {
        // Three words that each want the next as their head; the root is far from all.
        let scores: [Float] = [
            1, 0, 9, 0,
            2, 0, 0, 9,
            5, 9, 0, 0,
        ]
        #expect(MaximumTree.heads(scores, count: 3) == [2, 3, 0])
    }

    @Test func `scores that are no numbers still give one root and no ring`() {
        let scores = [Float](repeating: .nan, count: 30 * 31)
        let heads = MaximumTree.heads(scores, count: 30)
        #expect(heads.count { $0 == 0 } == 1)
        for start in 1...30 {
            var node = start
            for _ in 0...30 where node != 0 { node = heads[node - 1] }
            #expect(node == 0)
        }
    }
}
