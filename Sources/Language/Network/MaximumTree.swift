/// The tree of highest score with exactly one word at the root (Chu and Liu 1965, Edmonds 1967).
package enum MaximumTree {
    /// Of each word its head: 0 is the root, words count from 1.
    ///
    /// `scores`: count × (count + 1), a row for each word, a column for each head. Words whose best heads form a tree already
    /// cost count² steps; each cycle that must be broken costs as much again.
    package static func heads(_ scores: UnsafePointer<Float>, count: Int) -> [Int] {
        var heads = [Int](repeating: 0, count: count)
        for word in 0..<count {
            let row = scores + word * (count + 1)
            var best = word == 0 && count > 1 ? 2 : 0
            for head in 0...count where head != word + 1 && row[head] > row[best] { best = head }
            heads[word] = best
        }
        let roots = heads.count { $0 == 0 }
        if roots == 1, cycle(in: [0] + heads) == nil { return heads }
        return searched(scores, count)
    }

    /// So much more than any score that the best tree has as few arcs from the root as it can: one.
    private static let penalty = 1e6

    private static func searched(_ scores: UnsafePointer<Float>, _ count: Int) -> [Int] {
        let size = count + 1
        // arcs[to * size + from]
        var arcs = [Double](repeating: -.infinity, count: size * size)
        for word in 0..<count {
            for head in 0...count where head != word + 1 {
                let score = Double(scores[word * size + head])
                arcs[(word + 1) * size + head] =
                    (score.isFinite ? score : -1e5) - (head == 0 ? penalty : 0)
            }
        }
        return Array(tree(arcs, size).dropFirst())
    }

    /// The best tree over nodes 0 (the root) to size - 1.
    private static func tree(_ arcs: [Double], _ size: Int) -> [Int] {
        var heads = [Int](repeating: 0, count: size)
        for node in 1..<max(size, 1) {
            var best = node == 1 && size > 2 ? 2 : 0
            for from in 0..<size
            where from != node && arcs[node * size + from] > arcs[node * size + best] {
                best = from
            }
            heads[node] = best
        }
        guard let cycle = cycle(in: heads) else { return heads }
        return expanded(cycle, heads, arcs, size)
    }

    /// Treats a cycle as one node, finds the best tree of the rest, and opens the cycle where that tree enters it.
    private static func expanded(
        _ cycle: [Int],
        _ heads: [Int],
        _ arcs: [Double],
        _ size: Int
    ) -> [Int] {
        let inCycle = Set(cycle)
        let outside = (0..<size).filter { !inCycle.contains($0) }
        let (small, node) = (outside.count + 1, outside.count)
        var contracted = [Double](repeating: -.infinity, count: small * small)
        var entries = [Int](repeating: 0, count: small)
        var exits = [Int](repeating: 0, count: small)
        for (index, other) in outside.enumerated() {
            for (second, from) in outside.enumerated() where second != index {
                contracted[index * small + second] = arcs[other * size + from]
            }
            for member in cycle {
                let into = arcs[member * size + other] - arcs[member * size + heads[member]]
                if into > contracted[node * small + index] {
                    contracted[node * small + index] = into
                    entries[index] = member
                }
                let out = arcs[other * size + member]
                if other != 0, out > contracted[index * small + node] {
                    contracted[index * small + node] = out
                    exits[index] = member
                }
            }
        }
        let inner = tree(contracted, small)
        var result = heads
        for (index, other) in outside.enumerated() where other != 0 {
            result[other] = inner[index] == node ? exits[index] : outside[inner[index]]
        }
        result[entries[inner[node]]] = outside[inner[node]]
        return result
    }

    /// The nodes of a cycle, or nil where every node leads to node 0.
    private static func cycle(in heads: [Int]) -> [Int]? {
        var seen = [Int](repeating: 0, count: heads.count)
        for start in heads.indices.dropFirst() where seen[start] == 0 {
            var node = start
            while node != 0, seen[node] == 0 {
                seen[node] = start
                node = heads[node]
            }
            guard node != 0, seen[node] == start else { continue }
            var members = [node]
            var next = heads[node]
            while next != node {
                members.append(next)
                next = heads[next]
            }
            return members
        }
        return nil
    }
}
