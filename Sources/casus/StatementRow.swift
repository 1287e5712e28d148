import Diplomacy

/// A statement as one JSON object: the keys that `casus code` promises, always all of them.
struct StatementRow: Encodable {
    let statement: Statement
    /// The row's id or the file's name without its extension.
    let document: String

    private enum Key: String, CodingKey {
        case doc, source, target, act, mode, kind, polarity, modality, speaker, date, start, end
        case quote, confidence, marks
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(document, forKey: .doc)
        try row.encode(statement.source, forKey: .source)
        try row.encode(statement.target, forKey: .target)
        try row.encode(statement.act, forKey: .act)
        // PLOVER's mode refines hostile acts; the coder does not tell it yet.
        try row.encodeNil(forKey: .mode)
        try row.encode(statement.kind, forKey: .kind)
        try row.encode(statement.polarity, forKey: .polarity)
        try row.encode(statement.modality, forKey: .modality)
        let voices = statement.speakers.map(\.name)
        try row.encode(voices.isEmpty ? ["author"] : voices, forKey: .speaker)
        try row.encode(statement.date, forKey: .date)
        try row.encode(statement.evidence.sourceScalars.lowerBound, forKey: .start)
        try row.encode(statement.evidence.sourceScalars.upperBound, forKey: .end)
        try row.encode(statement.evidence.quote, forKey: .quote)
        try row.encode(statement.roundedConfidence, forKey: .confidence)
        try row.encode(statement.marks, forKey: .marks)
    }
}

extension Statement {
    /// Three digits: the coder's factors give no more.
    var roundedConfidence: Double { (confidence * 1000).rounded() / 1000 }
}
