/// A sentence as the network learns it: numbers for everything, -1 for what its treebank does not say.
struct Lesson {
    struct Word {
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
