/// The migration "22 words": which words the full text has, so that the beginning of one can be opened into them.
extension Schema {
    /// A view of the index, which takes no room; of its kinds the one that reads a word without counting where it stands.
    static let words = "CREATE VIRTUAL TABLE blockWord USING fts5vocab(blockSearch, instance);"
}
