import Hummingbird

/// A request as a page reads it.
struct Asked: Sendable {
    let query: Query
    /// The actor, the clocks and the language of the query.
    let question: Question
    /// As the browser wrote it, with the query.
    let address: String
    /// The name under which the site was asked, such as `localhost:8080`.
    let host: String
    /// The last event that a browser has of a stream to which it comes back.
    let lastEvent: String?
    /// How the reply may be packed.
    let coding: ContentCoding
    private let parameters: [String: String]

    init(_ request: Request, _ context: SiteContext) throws {
        query = try Query(encoded: request.uri.query ?? "")
        question = try Question(query)
        address = request.uri.string
        host = request.head.authority ?? "localhost"
        lastEvent = request.headers.value(of: "Last-Event-ID")
        coding = ContentCoding(accepted: request.headers.value(of: "Accept-Encoding"))
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters {
            parameters[String(name)] = PercentDecoding.text(value.utf8)
        }
        self.parameters = parameters
    }

    /// As the address of a link asks, `parts` being those of its path.
    init(_ address: Address, _ parts: [String: String]) throws {
        self.address = address.text
        query = try Query(
            encoded: address.text.split(separator: "?", maxSplits: 1).dropFirst().first.map(
                String.init
            ) ?? ""
        )
        question = try Question(query)
        host = ""
        lastEvent = nil
        coding = .identity
        parameters = parts
    }

    /// A part of the path; empty where it is longer than anything that has a meaning.
    func part(_ name: String) -> String {
        let value = parameters[name] ?? ""
        return value.unicodeScalars.count <= Question.longestValue ? value : ""
    }
}
