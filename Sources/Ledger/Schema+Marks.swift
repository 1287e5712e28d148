/// The migration "26 marks": persons correct how the words are meant, too.
extension Schema {
    /// Empty where the coder's marks stand; else all marks of the reading, as `statement.marks` holds them.
    static let marks = """
        ALTER TABLE reviewedStatement
            ADD COLUMN marks TEXT CHECK (marks IS NULL OR json_valid(marks));
        """
}
