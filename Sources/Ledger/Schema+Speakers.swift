/// The migration "24 speakers": persons correct who says something too.
extension Schema {
    /// Both are empty where the coder's voices stand; else the voices, outermost first, each as `name`, `actor` and
    /// `folded`, and what they testify: the root follows who speaks.
    static let speakers = """
        ALTER TABLE reviewedStatement
            ADD COLUMN speakers TEXT CHECK (speakers IS NULL OR json_valid(speakers));
        ALTER TABLE reviewedStatement
            ADD COLUMN testimony TEXT CHECK (testimony IS NULL OR json_valid(testimony));
        CREATE INDEX reviewedStatementByTestimony ON reviewedStatement(statementKey)
            WHERE testimony IS NOT NULL;
        """
}
