import Diplomacy

/// A statement as PLOVER can say it, one JSON object.
///
/// PLOVER tells what happened on a day. It has no word for what did not happen, for a denial, for who says
/// so, or for what is feared; statements of these kinds are left out and counted. What is to come is an agreement or a
/// threat.
struct PloverLine: Encodable {
    let statement: Statement
    let type: Act
    let event: Event.ID?
    let article: ArticleSummary
    let date: Day

    enum Key: String, CodingKey, CaseIterable {
        case id, date, actor, recipient, context, text, url, publisher, language, story
        case eventType = "event_type"
        case eventMode = "event_mode"
        case quadCode = "quad_code"
        case eventGroup = "event_group"
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(statement.id, forKey: .id)
        try row.encode(date.description, forKey: .date)
        try row.encode(statement.source, forKey: .actor)
        try row.encode(statement.target, forKey: .recipient)
        try row.encode(type.rawValue.uppercased(), forKey: .eventType)
        // PLOVER's mode refines hostile acts; the coder does not tell it.
        try row.encodeNil(forKey: .eventMode)
        try row.encode(statement.kind.map { [$0.ploverContext] } ?? [], forKey: .context)
        try row.encode(type.quad.number, forKey: .quadCode)
        try row.encode(event, forKey: .eventGroup)
        try row.encode(statement.evidence.quote, forKey: .text)
        try row.encode(article.id, forKey: .story)
        try row.encode(article.address, forKey: .url)
        try row.encode(article.outlet, forKey: .publisher)
        try row.encode(article.language, forKey: .language)
    }

    /// Writes the statement as a line, or counts it as left out.
    static func write(
        _ exported: ExportedStatement,
        to write: (String) throws -> Void,
        _ report: inout ExportReport
    ) throws {
        let statement = exported.statement
        guard let type = statement.ploverType, silence(on: statement) == nil,
            let date = statement.date?.first
        else {
            report.leftOut[silence(on: statement) ?? "without a date", default: 0] += 1
            return
        }
        let line = PloverLine(
            statement: statement,
            type: type,
            event: exported.event,
            article: exported.article,
            date: date
        )
        try write(try Columns.json(line) + "\n")
        report.written += 1
    }

    /// Why PLOVER cannot say it; nil where it can.
    private static func silence(on statement: Statement) -> String? {
        if statement.polarity == .notDone { return "not done" }
        if statement.modality == .denied { return "denied" }
        if statement.ploverType == nil { return "feared, or asked for later" }
        if statement.marks.contains(.joke) || statement.marks.contains(.metaphor) {
            return "not meant"
        }
        return nil
    }
}

extension Act.Quad {
    /// PLOVER's numbers, those of the CAMEO quads.
    fileprivate var number: Int {
        switch self {
        case .verbalCooperation: 1
        case .materialCooperation: 2
        case .verbalConflict: 3
        case .materialConflict: 4
        }
    }
}

extension SupportKind {
    /// PLOVER's context that comes nearest.
    fileprivate var ploverContext: String {
        switch self {
        case .troops, .arms, .airDefence: "military"
        case .intelligence: "intelligence"
        case .cyber: "cyber"
        case .money, .energy, .trade: "economic"
        case .vote, .mediation, .words: "diplomatic"
        case .asylum: "migration"
        }
    }
}
