import Diplomacy

extension CitedStatement {
    /// What it is counted as one with: its event.
    var eventKey: String { id }

    /// Whose voice it is counted as.
    var rootKey: String { statement.speakers.last?.name.lowercased() ?? article.id }
}
