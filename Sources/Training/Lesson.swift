/// A sentence as the network learns it: numbers for everything, -1 for what is not said.
struct Lesson: Hashable {
    struct Word: Hashable {
        let row: Int
        let pieces: [Int]
        let tag: Int
        /// Of each feature its value; empty where the treebank gives no features.
        let features: [Int]
        let rule: Int
        /// 0 the root, words from 1.
        let head: Int
        let relation: Int
    }

    let words: [Word]
    /// The place of its treebank in the inventory.
    let treebank: Int
}

extension Lesson {
    /// What more than half of several readings of one sentence say, word by word; the rest is left unsaid.
    ///
    /// The readings have the same words. Features are not taken over.
    static func agreed(_ readings: [Lesson]) -> Lesson? {
        guard let first = readings.first else { return nil }
        let words = first.words.indices.map { index in
            let said = readings.map { $0.words[index] }
            return Word(
                row: said[0].row,
                pieces: said[0].pieces,
                tag: majority(said.map(\.tag)),
                features: [],
                rule: majority(said.map(\.rule)),
                head: majority(said.map(\.head)),
                relation: majority(said.map(\.relation))
            )
        }
        return Lesson(words: words, treebank: first.treebank)
    }

    /// The value that more than half of `values` have; -1 where none has.
    private static func majority(_ values: [Int]) -> Int {
        values.first { value in 2 * values.count { $0 == value } > values.count } ?? -1
    }
}
