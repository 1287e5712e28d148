import Diplomacy
import GRDB

/// A voice as `reviewedStatement.speakers` holds it.
struct StoredVoice: Codable {
    let name: String
    let actor: String?
    /// What a search for letters looks in.
    let folded: String

    init(_ voice: Voice) {
        name = voice.name
        actor = voice.actor?.rawValue
        folded = Ledger.folded(voice.name)
    }
}

/// What corrected voices testify, as `reviewedStatement.testimony` holds it: the columns of the table `testimony`.
struct StoredTestimony: Codable {
    static let columns = ["kind", "voice", "name", "actor", "outlet", "outletName"]

    let kind: String
    let voice: String
    let name: String?
    let actor: String?
    let outlet: String?
    let outletName: String?

    init(_ testimony: Testimony) {
        kind = testimony.kind.rawValue
        voice = testimony.voice
        name = testimony.name
        actor = testimony.actor?.rawValue
        outlet = testimony.outlet
        outletName = testimony.outletName
    }

    func testimony() throws -> Testimony {
        Testimony(
            kind: try Columns.member(Root.Kind.self, kind),
            voice: voice,
            name: name,
            actor: actor.map { ActorCode($0) },
            outlet: outlet,
            outletName: outletName
        )
    }
}

extension Reading {
    /// Who says it, as JSON.
    var speakers: String {
        let coded = """
            (SELECT json_group_array(json_object('name', name, 'actor', actor))
                FROM (SELECT name, actor FROM voice
                    WHERE voice.statementKey = statement.key ORDER BY voice.position))
            """
        return self == .coded ? coded : "coalesce(reviewedStatement.speakers, \(coded))"
    }

    /// That no voice says it but the article's.
    var isByAuthor: String {
        let coded = "NOT EXISTS (SELECT 1 FROM voice WHERE voice.statementKey = statement.key)"
        guard self == .reviewed else { return coded }
        return """
            CASE WHEN reviewedStatement.speakers IS NULL THEN \(coded)
                ELSE json_array_length(reviewedStatement.speakers) = 0 END
            """
    }

    /// That `letters`, folded, stand in the name of a voice.
    func isSaid(by letters: String) -> SQL {
        let coded: SQL = """
            EXISTS (SELECT 1 FROM voice WHERE voice.statementKey = statement.key
            AND instr(voice.folded, \(letters)) > 0)
            """
        guard self == .reviewed else { return coded }
        return """
            CASE WHEN reviewedStatement.speakers IS NULL THEN \(coded)
                ELSE EXISTS (SELECT 1 FROM json_each(reviewedStatement.speakers)
                    WHERE instr(json_extract(value, '$.folded'), \(letters)) > 0) END
            """
    }

    /// The columns of what is testified, that of a corrected voice first.
    var testimony: String {
        StoredTestimony.columns.map { column in
            let coded = "testimony.\(column)"
            guard self == .reviewed else { return coded }
            return """
                CASE WHEN reviewedStatement.testimony IS NULL THEN \(coded)
                    ELSE json_extract(reviewedStatement.testimony, '$.\(column)') END
                """
        }.joined(separator: ", ")
    }
}

extension Diplomacy.Statement {
    /// The same, told by others.
    func told(by speakers: [Voice]) -> Diplomacy.Statement {
        Diplomacy.Statement(
            id: id,
            source: source,
            target: target,
            act: act,
            kind: kind,
            polarity: polarity,
            modality: modality,
            speakers: speakers,
            date: date,
            evidence: evidence,
            confidence: confidence,
            marks: marks,
            trail: trail
        )
    }
}

extension RelayReader {
    /// What the article of a statement cites, and the key of its outlet.
    static func cited(
        byArticleOf statementKey: Int64,
        _ database: Database
    ) throws -> (citations: [Citation], outlet: String?) {
        let article: SQL = "(SELECT articleKey FROM statement WHERE key = \(statementKey))"
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT outlet, name, isKnown, isCredit, startByte, endByte FROM citation
                WHERE articleKey = \(article) ORDER BY position
                """
        ).fetchAll(database)
        let outlet = try SQLRequest<String?>(
            literal: "SELECT outlet FROM sketch WHERE articleKey = \(article)"
        ).fetchOne(database)
        return (rows.map { Citation($0, from: 0) }, outlet ?? nil)
    }

    /// What corrected voices testified by then, by the id of the statement or of its part.
    func correctedTestimonies() throws -> [String: Testimony] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT statement.id, reviewedStatement.part, reviewedStatement.testimony
                FROM reviewedStatement INDEXED BY reviewedStatementByTestimony
                JOIN statement ON statement.key = reviewedStatement.statementKey
                WHERE reviewedStatement.testimony IS NOT NULL AND since <= ?1 AND until > ?1
                """,
            arguments: [clocks.latest]
        )
        let found = try rows.map { row in
            let (id, part): (String, Int) = (row[0], row[1])
            let stored = try Columns.value(StoredTestimony.self, from: row[2])
            return (
                part == 0 ? id : "\(id)\(StatementReader.partSign)\(part)", try stored.testimony()
            )
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}
