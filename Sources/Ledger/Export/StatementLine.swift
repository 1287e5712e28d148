import Diplomacy

/// A statement as one JSON object: the keys of `casus code`, and everything else that the ledger knows.
///
/// `casus import` reads the same keys. All of them are always there, `null` where nothing is known; a test
/// holds them against `Documentation/exports.md`.
struct StatementLine: Encodable {
    let exported: ExportedStatement

    init(_ exported: ExportedStatement) { self.exported = exported }

    enum Key: String, CodingKey, CaseIterable {
        case id, doc, article, outlet, url, title, language, published
        case knownOn = "known_on"
        case source, target, act, kind, polarity, modality, speaker, chain, date
        case start, end
        case startByte = "start_byte"
        case endByte = "end_byte"
        case quote, confidence, marks, trail, root, event, review
    }

    /// Who says it in the end.
    private struct RootLine: Encodable {
        let root: Root

        enum Key: String, CodingKey {
            case id, kind, name, actor, outlet, article
            case knownOn = "known_on"
        }

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: Key.self)
            try row.encode(root.id, forKey: .id)
            try row.encode(root.kind, forKey: .kind)
            try row.encode(root.name, forKey: .name)
            try row.encode(root.actor, forKey: .actor)
            try row.encode(root.outlet, forKey: .outlet)
            try row.encode(root.article, forKey: .article)
            try row.encode(root.knownOn.description, forKey: .knownOn)
        }
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try encodeArticle(in: &row)
        let (statement, evidence) = (exported.statement, exported.statement.evidence)
        try row.encode(statement.id, forKey: .id)
        try row.encode(statement.source, forKey: .source)
        try row.encode(statement.target, forKey: .target)
        try row.encode(statement.act, forKey: .act)
        try row.encode(statement.kind, forKey: .kind)
        try row.encode(statement.polarity, forKey: .polarity)
        try row.encode(statement.modality, forKey: .modality)
        try row.encode(exported.speakers, forKey: .speaker)
        try row.encode(statement.speakers, forKey: .chain)
        try row.encode(statement.date, forKey: .date)
        try row.encode(evidence.sourceScalars.lowerBound, forKey: .start)
        try row.encode(evidence.sourceScalars.upperBound, forKey: .end)
        try row.encode(evidence.range.lowerBound, forKey: .startByte)
        try row.encode(evidence.range.upperBound, forKey: .endByte)
        try row.encode(evidence.quote, forKey: .quote)
        try row.encode(exported.confidence, forKey: .confidence)
        try row.encode(statement.marks, forKey: .marks)
        try row.encode(statement.trail, forKey: .trail)
        try row.encode(exported.root.map(RootLine.init), forKey: .root)
        try row.encode(exported.event, forKey: .event)
        try row.encode(exported.recorded.review, forKey: .review)
    }

    private func encodeArticle(in row: inout KeyedEncodingContainer<Key>) throws {
        let article = exported.article
        try row.encode(article.document, forKey: .doc)
        try row.encode(article.id, forKey: .article)
        try row.encode(article.outlet, forKey: .outlet)
        try row.encode(article.address, forKey: .url)
        try row.encode(article.title, forKey: .title)
        try row.encode(article.language, forKey: .language)
        try row.encode(article.publication, forKey: .published)
        try row.encode(article.knownOn.description, forKey: .knownOn)
    }
}

extension ExportedStatement {
    /// The names of the voices, outermost first; "author" where the text names nobody.
    var speakers: [String] {
        statement.speakers.isEmpty ? ["author"] : statement.speakers.map(\.name)
    }
}
