/// The figures of a coding against its gold, with the keys of `tools/score_statements.py`.
package struct StatementScores: Hashable, Sendable, Codable {
    package let documents: Int
    /// Different gold statements, and different coded ones, summed over the documents.
    package let gold: Int
    package let coded: Int
    /// With alternatives accepted and optional rows neutral, from 0 to 1; 1 where there was nothing
    /// to find or to get wrong.
    package let tuplePrecision: Double
    package let tupleRecall: Double
    package let tupleF1: Double
    /// Without alternatives, optional rows required.
    ///
    /// Nil where gold and coding are both empty.
    package let strictF1: Double?
    /// On the parties alone, and on the statements of what was not done.
    package let pairF1: Double?
    package let notDoneF1: Double?
    /// Shares of the matched gold rows on which the field agrees.
    ///
    /// Nil where no row matched.
    package let modality: Double?
    package let speaker: Double?
    package let date: Double?
    package let quote: Double?
    /// Statements on documents whose gold is empty.
    package let falseAlarms: Int

    private enum CodingKeys: String, CodingKey {
        case documents, gold, coded
        case tuplePrecision = "tuple_precision"
        case tupleRecall = "tuple_recall"
        case tupleF1 = "tuple_f1"
        case strictF1 = "strict_f1"
        case pairF1 = "pair_f1"
        case notDoneF1 = "not_done_f1"
        case modality, speaker, date, quote
        case falseAlarms = "false_alarms"
    }

    init(_ counts: ScoreCounts, documents: Int) {
        let tuple = PrecisionRecall(counts)
        self.documents = documents
        gold = counts.goldKeys
        coded = counts.codedKeys
        tuplePrecision = tuple.precision
        tupleRecall = tuple.recall
        tupleF1 = tuple.f1
        strictF1 = Self.setF1(counts.sharedKeys, counts.goldKeys, counts.codedKeys)
        pairF1 = Self.setF1(counts.sharedPairs, counts.goldPairs, counts.codedPairs)
        notDoneF1 = Self.setF1(counts.sharedNotDone, counts.goldNotDone, counts.codedNotDone)
        func share(_ agreeing: Int) -> Double? {
            counts.matched == 0 ? nil : Double(agreeing) / Double(counts.matched)
        }
        modality = share(counts.modality)
        speaker = share(counts.speaker)
        date = share(counts.date)
        quote = share(counts.quote)
        falseAlarms = counts.falseAlarms
    }

    private static func setF1(_ shared: Int, _ gold: Int, _ coded: Int) -> Double? {
        gold + coded == 0 ? nil : 2 * Double(shared) / Double(gold + coded)
    }

    /// Writes every key; a figure that has no value is `null`, as the script writes it.
    package func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: CodingKeys.self)
        try row.encode(documents, forKey: .documents)
        try row.encode(gold, forKey: .gold)
        try row.encode(coded, forKey: .coded)
        try row.encode(tuplePrecision, forKey: .tuplePrecision)
        try row.encode(tupleRecall, forKey: .tupleRecall)
        try row.encode(tupleF1, forKey: .tupleF1)
        try row.encode(strictF1, forKey: .strictF1)
        try row.encode(pairF1, forKey: .pairF1)
        try row.encode(notDoneF1, forKey: .notDoneF1)
        try row.encode(modality, forKey: .modality)
        try row.encode(speaker, forKey: .speaker)
        try row.encode(date, forKey: .date)
        try row.encode(quote, forKey: .quote)
        try row.encode(falseAlarms, forKey: .falseAlarms)
    }
}

/// Precision and recall of the tuples of one document or of many.
package struct PrecisionRecall: Hashable, Sendable {
    package let precision: Double
    package let recall: Double

    package var f1: Double {
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }

    init(_ counts: ScoreCounts) {
        precision = counts.judged == 0 ? 1 : Double(counts.right) / Double(counts.judged)
        recall = counts.required == 0 ? 1 : Double(counts.found) / Double(counts.required)
    }
}
