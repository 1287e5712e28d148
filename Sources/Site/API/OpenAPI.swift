/// The interface for programs as an OpenAPI 3.1 document, made from the routes themselves.
enum OpenAPI {
    static var document: JSON {
        var paths: [String: JSON] = [:]
        for route in Route.interface {
            guard let endpoint = route.endpoint else { continue }
            paths[route.path] = .object(["get": operation(endpoint, route)])
        }
        return .object([
            "openapi": .string("3.1.0"),
            "info": .object([
                "title": .string("Casus"),
                "version": .string("1"),
                "description": .string(
                    "Who says that who did, or did not do, what to whom. Every answer is a reading of the "
                        + "ledger under two clocks: as true on one day, as known on another. A later version "
                        + "may add names, and never changes one."
                ),
            ]),
            "paths": .object(paths),
            "components": .object(["schemas": .object(Schema.named.mapValues(\.json))]),
        ])
    }

    private static let keptAnswer =
        "The answer. Of a ledger of 20,000 statements or more it holds the first \(LongList.mostOnPage) "
        + "entries of a list, and at most \(CitationList.mostOnPage) citations of each; all of them are in /api/v1/statements."

    private static let pause = JSON.object([
        "description": .string("The seconds after which to ask again."),
        "schema": Schema.whole.json,
    ])

    private static let age = JSON.object([
        "description": .string(
            "How many articles were read since, where it is older than the ledger."
        ),
        "schema": Schema.string.json,
    ])

    private static func operation(_ endpoint: Endpoint, _ route: Route) -> JSON {
        let parameters = endpoint.parameters.map { parameter in
            JSON.object(
                [
                    "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
                    "description": .string(parameter.description), "schema": parameter.schema.json,
                ].merging(
                    parameter.place == .path ? ["required": .boolean(true)] : [:],
                    uniquingKeysWith: { first, _ in first }
                )
            )
        }
        func response(
            _ words: String,
            _ type: String,
            _ schema: Schema,
            headers: [String: JSON] = [:]
        ) -> JSON {
            let members: [String: JSON] = [
                "description": .string(words),
                "content": .object([type: .object(["schema": schema.json])]),
            ]
            return .object(
                headers.isEmpty
                    ? members
                    : members.merging(["headers": .object(headers)], uniquingKeysWith: { $1 })
            )
        }
        func problem(_ words: String) -> JSON {
            response(words, "application/json", .reference("Problem"))
        }
        // What is made behind the site of a large ledger.
        let made: [String: JSON] =
            route.view == nil
            ? [:]
            : [
                "202": response(
                    "The ledger is large and this is being made: ask again.",
                    "application/json",
                    .reference("Waiting"),
                    headers: ["Retry-After": pause]
                ),
                "503": problem("Too much is being made already, or the ledger is in use."),
            ]
        return .object([
            "summary": .string(endpoint.summary),
            "parameters": .list(parameters),
            "responses": .object(
                [
                    "200": route.isKept || route.view != nil
                        ? response(
                            keptAnswer,
                            endpoint.type,
                            endpoint.schema,
                            headers: route.isKept ? ["Casus-Age": age] : [:]
                        )
                        : response("The answer.", endpoint.type, endpoint.schema),
                    "304": .object([
                        "description": .string("The answer of `If-None-Match` still holds.")
                    ]),
                    "400": problem("A value that means nothing."),
                    "404": problem("Nothing is here."),
                    "429": problem("Too many requests."),
                ].merging(made, uniquingKeysWith: { first, _ in first })
            ),
        ])
    }
}

extension Schema {
    static let named: [String: Schema] = [
        "Problem": .object([
            "error": .object(["kind": .string, "message": .string, "cure": .string])
        ]),
        "Waiting": .object(["share": .number, "before": .whole]),
        "Voice": .object(["name": .string], optional: ["actor": .string]),
        "Statement": .object(
            [
                "id": .string, "article": .string, "source": .string, "act": .string,
                "polarity": .string, "modality": .string, "speaker": .list(.reference("Voice")),
                "quote": .string, "start": .whole, "end": .whole, "startByte": .whole,
                "endByte": .whole, "confidence": .number, "marks": .list(.string),
                "trail": .list(.string),
            ],
            optional: ["target": .string, "kind": .string, "date": .string]
        ),
        "ArticleLine": .object(
            [
                "id": .string, "document": .string, "language": .string, "knownOn": .day,
                "statements": .whole,
            ],
            optional: [
                "outlet": .string, "address": .string, "title": .string, "published": .string,
            ]
        ),
        "Article": .object(
            [
                "id": .string, "document": .string, "language": .string, "text": .string,
                "publishedBecause": .list(.string), "blocks": .list(.record),
                "statements": .list(.reference("Statement")), "people": .list(.record),
                "omissions": .list(.record),
            ],
            optional: [
                "outlet": .string, "address": .string, "byline": .string, "title": .string,
                "published": .string,
            ]
        ),
        "Actor": .object(["code": .string, "name": .string, "statements": .whole]),
        "Place": .object(["kind": .string, "name": .string, "href": .string]),
        "Hit": .object(
            [
                "article": .string, "snippet": .string, "startByte": .whole, "endByte": .whole,
                "statements": .list(.string),
            ],
            optional: ["outlet": .string, "published": .string]
        ),
        "Watch": .object(
            [
                "id": .string, "source": .string, "target": .string, "series": .string,
                "change": .string, "points": .number, "days": .whole, "roots": .whole,
                "since": .day, "alerts": .list(.reference("Alert")),
            ],
            optional: ["level": .reference("Level")]
        ),
        "Alert": .object([
            "id": .string, "raisedOn": .day, "before": .reference("Level"),
            "after": .reference("Level"),
            "causes": .list(
                .object([
                    "statement": .string, "article": .string, "event": .string, "voice": .string,
                    "quote": .string,
                ])
            ),
        ]),
        "Level": .object(["day": .day, "level": .number, "low": .number, "high": .number]),
        "Case": .object(
            [
                "id": .string, "promisor": .string, "beneficiary": .string, "trigger": .string,
                "adversaries": .list(.string), "entries": .list(.record),
                "commitments": .list(.record), "reasons": .list(.record),
                "legal": .record, "political": .record,
            ],
            optional: ["interval": .string, "known": .record]
        ),
        "Commitment": .object(
            [
                "id": .string, "name": .string, "kind": .string, "instrument": .string,
                "parties": .list(.record), "duties": .list(.record), "conditions": .list(.record),
                "termination": .string, "fact": .string, "source": .string,
                "uncertain": .list(.string),
            ],
            optional: ["signed": .string, "began": .string, "ended": .string]
        ),
        "Disagreement": .object(
            [
                "kind": .string, "source": .string, "acts": .list(.string), "yes": .list(.record),
                "no": .list(.record), "cautions": .list(.string),
            ],
            optional: ["target": .string, "other": .record, "later": .string]
        ),
    ]
}
