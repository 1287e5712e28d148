import Diplomacy
import Hummingbird
import Ledger

/// A statement for programs.
///
/// The names are those of `casus code`, where it has them; a later version of this interface may add
/// names, and never changes one.
struct StatementResource: Encodable {
    struct VoiceResource: Encodable {
        let name: String
        let actor: String?
    }

    let id: String
    let article: String
    let source: String
    let target: String?
    let act: String
    let kind: String?
    let polarity: String
    let modality: String
    /// Outermost voice first.
    let speaker: [VoiceResource]
    /// EDTF.
    let date: String?
    let quote: String
    /// Unicode scalars of the file, end exclusive.
    let start: Int
    let end: Int
    /// UTF-8 bytes of the article's text, end exclusive.
    let startByte: Int
    let endByte: Int
    let confidence: Double
    let marks: [String]
    let trail: [String]

    init(_ statement: Statement) {
        id = statement.id
        article = statement.evidence.article
        source = statement.source.rawValue
        target = statement.target?.rawValue
        act = statement.act.rawValue
        kind = statement.kind?.rawValue
        polarity = statement.polarity.rawValue
        modality = statement.modality.rawValue
        speaker = statement.speakers.map { VoiceResource(name: $0.name, actor: $0.actor?.rawValue) }
        date = statement.date?.edtf
        quote = statement.evidence.quote
        start = statement.evidence.sourceScalars.lowerBound
        end = statement.evidence.sourceScalars.upperBound
        startByte = statement.evidence.range.lowerBound
        endByte = statement.evidence.range.upperBound
        confidence = statement.confidence
        marks = statement.marks.map(\.rawValue)
        trail = statement.trail
    }
}

/// A page of the statements that a query asks for.
struct StatementsResource: Encodable {
    static let limits = 1...1000
    static let usualLimit = 100

    let statements: [StatementResource]
    /// Whether there are more than `limit` let through.
    let isCut: Bool
    /// The value of `cursor` that asks for the next page; nil on the last.
    let next: String?

    init(desk: Desk, asked: Asked) throws {
        let limit = try asked.query.number("limit", in: Self.limits, default: Self.usualLimit)
        var filter = try StatementFilter(asked)
        filter.limit = limit + 1
        if let cursor = asked.query["cursor"] {
            guard try desk.ledger.statement(cursor)?.id == cursor else { throw Cursor.unknown }
            filter.after = cursor
        }
        let found = try desk.ledger.statements(filter)
        statements = found.prefix(limit).map { StatementResource($0.statement) }
        isCut = found.count > limit
        next = isCut ? statements.last?.id : nil
    }
}

extension StatementFilter {
    /// What a query asks for: `actor`, `source`, `target`, `act`, `polarity`, `modality`, `speaker`,
    /// `language`, `article`, `from` and `to` of what is told, `published-from` and `published-to`, and the two clocks.
    init(_ asked: Asked) throws {
        let query = asked.query
        let (told, published) = (
            try query.days("from", "to"),
            try query.days("published-from", "published-to")
        )
        self.init(
            clocks: asked.question.clocks,
            source: try query["source"].map { try Question.actor($0) },
            target: try query["target"].map { try Question.actor($0) },
            party: asked.question.actor,
            act: try query.member("act", of: Act.self),
            polarity: try query.member("polarity", of: Polarity.self),
            modality: try query.member("modality", of: Modality.self),
            speaker: query["speaker"],
            language: query["language"],
            article: query["article"]
        )
        (self.told, self.published) = (told, published)
    }
}

/// Every statement that a query asks for, one JSON object a line, read from the ledger as it is sent.
enum StatementStream {
    /// As many as one reading of the ledger fetches: a quarter of a megabyte.
    private static let portion = 500

    static func response(desk: Desk, asked: Asked) throws -> Response {
        var filter = try StatementFilter(asked)
        filter.limit = portion
        let (ledger, first, coding) = (desk.ledger, filter, asked.coding)
        var response = Response(
            status: .ok,
            body: ResponseBody { writer in
                var filter = first
                let gzip = coding == .gzip ? Gzip() : nil
                while true {
                    let found = try ledger.statements(filter)
                    let lines = try found.map { recorded in
                        try Reply.json(StatementResource(recorded.statement)).bytes + [10]
                    }
                    let isLast = found.count < portion
                    let bytes = Array(lines.joined())
                    let sent = gzip?.packed(bytes, isLast: isLast) ?? bytes
                    try await writer.write(ByteBuffer(bytes: sent))
                    guard !isLast, let last = found.last else { break }
                    filter.after = last.id
                }
                try await writer.finish(nil)
            }
        )
        response.headers.set("Content-Type", "application/jsonl; charset=utf-8")
        response.headers.set("Cache-Control", "private, no-cache")
        response.say(coding)
        return response
    }
}
