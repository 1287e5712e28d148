/// The migration "15 roots that agree": what the review desk begins with is looked up, and not weighed at the question.
extension Schema {
    /// `weighed.agreeing` is how many roots of a happening say the same as the statement.
    ///
    /// What an older program weighed is weighed once more as the ledger is next opened for writing.
    static let agreeing = """
        ALTER TABLE weighed ADD COLUMN agreeing INTEGER NOT NULL DEFAULT 0;
        INSERT OR IGNORE INTO unweighedArticle SELECT key FROM article;
        """
}
