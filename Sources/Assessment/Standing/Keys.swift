import Diplomacy

extension CitedStatement {
    /// What it is counted as one with: its event; itself where nobody has asked for it.
    var eventKey: String { event ?? id }

    /// Whose voice it is counted as: its root; its article where nobody has asked for it.
    var rootKey: String { root?.id ?? article.id }
}
