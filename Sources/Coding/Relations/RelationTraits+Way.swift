extension RelationTraits {
    /// The way through the tree from one word to another.
    struct Way {
        /// Each with its governors.
        let chains: ([Int], [Int])
        /// The word under which both stand; nil where they stand in different trees.
        let meeting: Int?
        /// The words from each up to the meeting, without it; without a meeting, three steps of the first.
        let up: [Int]
        let down: [Int]
    }

    func way(from source: Int, to target: Int) -> Way {
        let chains = (chain(source), chain(target))
        let meeting = chains.0.first { chains.1.contains($0) }
        return Way(
            chains: chains,
            meeting: meeting,
            up: meeting.map { place in Array(chains.0.prefix { $0 != place }) }
                ?? Array(chains.0.prefix(3)),
            down: meeting.map { place in Array(chains.1.prefix { $0 != place }) } ?? []
        )
    }

    private func chain(_ place: Int) -> [Int] {
        var chain = [place]
        while chain.count <= Self.longestWay * 2, let head = read.tree.heads[chain[chain.count - 1]]
        {
            if chain.contains(head) { break }
            chain.append(head)
        }
        return chain
    }
}
