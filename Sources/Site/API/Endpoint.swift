import Diplomacy

/// How a program is told of a route: what the OpenAPI document says of it.
struct Endpoint: Sendable {
    struct Parameter: Sendable {
        enum Place: String, Sendable {
            case path, query
        }

        let name: String
        let place: Place
        let description: String
        let schema: Schema

        static func query(_ name: String, _ description: String, _ schema: Schema) -> Parameter {
            Parameter(name: name, place: .query, description: description, schema: schema)
        }

        static func path(_ name: String, _ description: String) -> Parameter {
            Parameter(name: name, place: .path, description: description, schema: .string)
        }
    }

    let summary: String
    let parameters: [Parameter]
    let type: String
    let schema: Schema

    init(
        _ summary: String,
        _ parameters: [Parameter],
        type: String = "application/json",
        _ schema: Schema
    ) {
        self.summary = summary
        self.parameters = parameters
        self.type = type
        self.schema = schema
    }
}

extension Endpoint.Parameter {
    static let actor = query("actor", "A party on either side: RUS, IGO:NATO.", .string)
    static let on = query("on", "As true on this day.", .day)
    static let clocks = [on, query("known-by", "As known on this day.", .day)]
    static let limit = limit(usual: StatementsResource.usualLimit)
    static let paging = paging(usual: StatementsResource.usualLimit)

    static func limit(usual: Int) -> Self {
        query(
            "limit",
            "The most items of a page; \(usual) unless given.",
            .whole(StatementsResource.limits)
        )
    }

    static func paging(usual: Int) -> [Self] {
        [
            limit(usual: usual),
            query("cursor", "The value of `next` on the page before.", .string),
        ]
    }

    static let words = query("q", "Words of an article; phrases in quotation marks.", .string)
    /// What narrows a list of statements.
    static let filters =
        [
            actor, query("source", "Who acts.", .string),
            query("target", "Whom it is done to.", .string),
            query("act", "One of PLOVER's sixteen types.", .member(Act.allCases.map(\.rawValue))),
            query("polarity", "Whether it was done.", .member(Polarity.allCases.map(\.rawValue))),
            query("modality", "How it is told.", .member(Modality.allCases.map(\.rawValue))),
            query("speaker", "Letters in the name of a voice.", .string),
            query("language", "Language of the article, ISO 639-1.", .string),
            query("article", "The id of an article, or its beginning.", .string),
            query("from", "Told of this day or later.", .day),
            query("to", "Told of this day or earlier.", .day),
            query("published-from", "Articles that appeared on this day or later.", .day),
            query("published-to", "Articles that appeared on this day or earlier.", .day),
        ] + clocks
}

/// The form of a value, as JSON Schema says it.
indirect enum Schema: Sendable {
    case string
    case day
    case member([String])
    case whole(ClosedRange<Int>?)
    case number
    case boolean
    case list(Schema)
    /// Properties by name; those that may be missing are in `optional`.
    case object([String: Schema], optional: [String: Schema] = [:])
    /// One of `Schema.named`.
    case reference(String)
    /// An object whose properties are those of the command line's JSON.
    case record

    static let whole = Schema.whole(nil)

    var json: JSON {
        switch self {
        case .string: .object(["type": .string("string")])
        case .day: .object(["type": .string("string"), "format": .string("date")])
        case .member(let words):
            .object(["type": .string("string"), "enum": .list(words.map { .string($0) })])
        case .whole(let range):
            .object(
                ["type": .string("integer")].merging(
                    range.map {
                        ["minimum": .whole($0.lowerBound), "maximum": .whole($0.upperBound)]
                    } ?? [:],
                    uniquingKeysWith: { first, _ in first }
                )
            )
        case .number: .object(["type": .string("number")])
        case .boolean: .object(["type": .string("boolean")])
        case .list(let item): .object(["type": .string("array"), "items": item.json])
        case .object(let required, let optional):
            .object([
                "type": .string("object"),
                "required": .list(required.keys.sorted().map { .string($0) }),
                "properties": .object(
                    required.merging(optional, uniquingKeysWith: { first, _ in first })
                        .mapValues(\.json)
                ),
            ])
        case .reference(let name): .object(["$ref": .string("#/components/schemas/\(name)")])
        case .record: .object(["type": .string("object")])
        }
    }

    /// An answer with its clocks and its ledger, see `Dated`.
    static func dated(_ answer: Schema) -> Schema {
        .object(
            ["answer": answer, "ledger": .string],
            optional: ["on": .day, "knownBy": .day]
        )
    }

    /// See `Listing`.
    static func listing(_ item: Schema) -> Schema {
        .object(["items": .list(item)], optional: ["next": .string])
    }
}

/// A value of JSON.
indirect enum JSON: Encodable, Sendable {
    case string(String)
    case whole(Int)
    case boolean(Bool)
    case list([JSON])
    case object([String: JSON])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let text): try container.encode(text)
        case .whole(let number): try container.encode(number)
        case .boolean(let isTrue): try container.encode(isTrue)
        case .list(let items): try container.encode(items)
        case .object(let members): try container.encode(members)
        }
    }
}
