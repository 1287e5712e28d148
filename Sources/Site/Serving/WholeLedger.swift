import Assessment
import Diplomacy
import Ledger

/// Everything that was true and known on two days, with what pages look up in it: made once for a state of the
/// ledger, because each part takes a pass over all statements.
struct WholeLedger: Sendable {
    let material: Material
    let book: ArticleBook
    /// The party of which most is told as one that acts.
    let patron: ActorCode?
    let rootCount: Int
    let statementCount: Int
    /// The languages of the articles, the commonest first.
    let languages: [(language: String, count: Int)]
    /// The places of the statements that tell of a party.
    private let places: [ActorCode: [Int32]]

    init(_ material: Material) {
        self.material = material
        book = ArticleBook(material.articles)
        patron = mostToldPatron(in: material.statements)
        rootCount = Set(material.statements.lazy.compactMap(\.root?.witness)).count
        statementCount = material.statements.count
        languages = Self.languages(of: material.articles)
        places = Self.places(in: material)
    }

    /// The same without statements, for pages whose parts have been made before.
    init(_ frame: LedgerFrame, patron: ActorCode?) {
        material = frame.material
        self.patron = patron
        book = frame.book
        (rootCount, languages) = (frame.rootCount, frame.languages)
        statementCount = frame.statementCount
        places = [:]
    }

    /// The commonest first.
    static func languages(of articles: [ReadArticle]) -> [(language: String, count: Int)] {
        Dictionary(grouping: articles, by: \.language)
            .map { (language: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.language) < ($0.count, $1.language) }
    }

    private static func places(in material: Material) -> [ActorCode: [Int32]] {
        var places: [ActorCode: [Int32]] = [:]
        for (place, cited) in material.statements.enumerated() {
            let (source, target) = (cited.statement.source, cited.statement.target)
            places[source, default: []].append(Int32(place))
            if let target, target != source { places[target, default: []].append(Int32(place)) }
        }
        return places
    }

    /// What `actor` did and what was done to it, in the order of the ledger.
    func statements(of actor: ActorCode) -> [CitedStatement] {
        (places[actor] ?? []).map { material.statements[Int($0)] }
    }

    /// The same material with the statements of one party; all of it for nil.
    func material(of actor: ActorCode?) -> Material {
        guard let actor else { return material }
        var own = material
        own.statements = statements(of: actor)
        return own
    }
}

/// What frames the statements of a ledger under its clocks: articles, who passes on whom, what was left out, and how much
/// there is in all.
///
/// No statement is read for it.
struct LedgerFrame: Sendable {
    /// Without statements.
    let material: Material
    let book: ArticleBook
    let rootCount: Int
    let statementCount: Int
    let languages: [(language: String, count: Int)]
    let actors: [PartyCount]
    let brief: BriefFrame
    /// See `LedgerDatabase.fingerprint()`.
    let fingerprint: String

    init(_ ledger: LedgerDatabase) throws {
        let clocks = ledger.clocks
        let relays = try ledger.relayGraph().relays
        material = try LedgerMaterial.frame(ledger, clocks, relays: relays)
        book = ArticleBook(material.articles)
        brief = BriefFrame(material)
        languages = WholeLedger.languages(of: material.articles)
        let totals = try ledger.keptTotals()
        (statementCount, rootCount) = (totals.statements, totals.roots)
        actors = try ledger.partyCounts(clocks)
        fingerprint = try ledger.fingerprint()
    }
}
