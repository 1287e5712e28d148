/// The migration "19 guesses": two indexes of statements less to write to.
///
/// Each index of which a new row may lie anywhere costs a page of the file for nearly every statement of a large
/// ledger.
extension Schema {
    /// What the coder guessed; in the words of the index, by which SQLite knows that a question asks for nothing else.
    static let isGuess = "confidence < 0.5"

    /// The desk of review begins with guesses, and seldom comes to more, so only these are in the order of doubt.
    ///
    /// Acts alone are asked for article after article: an act is one of sixteen, so a list of fifty fills at once.
    static let guesses = """
        DROP INDEX IF EXISTS statementByDoubt;
        DROP INDEX statementByAct;
        CREATE INDEX statementByGuess ON statement(polarity, confidence) WHERE \(isGuess);
        """
}
