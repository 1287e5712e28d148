import Assessment
import Diplomacy
import Hummingbird
import Ledger

/// What every page is made from.
struct Desk: Sendable {
    let ledger: LedgerDatabase
    /// How the page speaks.
    let names: Tongue
    let today: @Sendable () -> Day
    let assessor: Assessor
    let capitals: CapitalTable
    let shelf: Shelf
    let program: Program
    /// Who decides from the review desk; nil where the site only shows.
    let reviewer: Reviewer?
    /// What was dropped in; nil where the site only shows.
    let inbox: Inbox?

    /// The same desk in another language of the interface.
    func speaking(_ names: Tongue) -> Desk {
        Desk(
            ledger: ledger,
            names: names,
            today: today,
            assessor: assessor,
            capitals: capitals,
            shelf: shelf,
            program: program,
            reviewer: reviewer,
            inbox: inbox
        )
    }

    /// Everything that was true and known on the days asked for; made once for each state of the ledger.
    func material(_ clocks: Clocks) throws -> Material {
        try shelf.material(clocks, ledger.changeStamp()) {
            try LedgerMaterial.read(ledger, clocks)
        }
    }

    /// Every case in that material.
    func cases(_ clocks: Clocks) throws -> [AllianceCase] {
        try shelf.cases(clocks, ledger.changeStamp()) {
            assessor.cases(in: try material(clocks).statements, until: try lastDay(clocks))
        }
    }

    /// The outlets of all articles by their ids, those known only by the name at the head of the page too.
    func outlets() throws -> [String: String] {
        try shelf.outlets(ledger.changeStamp()) {
            let known = try material(.unset).articles.compactMap { article in
                article.outlet.map { (article.id, $0) }
            }
            return Dictionary(known, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The last day that a question under `clocks` can be answered for; today for an empty ledger.
    func lastDay(_ clocks: Clocks) throws -> Day { try ledger.lastDay(clocks) ?? today() }

    /// The version of the ledger, as citations name it.
    func fingerprint() throws -> String {
        try shelf.fingerprint(ledger.changeStamp()) { try ledger.fingerprint() }
    }
}

/// What shows the ledger, for the page that says so.
package struct Program: Sendable {
    /// With its version: "casus 0.1, coder 1".
    let name: String
    /// The models that read, with their versions.
    let models: [String]

    package init(name: String, models: [String] = []) {
        self.name = name
        self.models = models
    }
}

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
    private let parameters: [String: String]

    init(_ request: Request, _ context: SiteContext) throws {
        query = try Query(encoded: request.uri.query ?? "")
        question = try Question(query)
        address = request.uri.string
        host = request.head.authority ?? "localhost"
        lastEvent = request.headers.value(of: "Last-Event-ID")
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters {
            parameters[String(name)] = PercentDecoding.text(value.utf8)
        }
        self.parameters = parameters
    }

    /// A part of the path; empty where it is longer than anything that has a meaning.
    func part(_ name: String) -> String {
        let value = parameters[name] ?? ""
        return value.unicodeScalars.count <= Question.longestValue ? value : ""
    }
}
