package import Assessment
package import Diplomacy
import Foundation
package import Ledger
import Text

/// The answers that a large ledger keeps, for who asks: pages, texts of commands, and all cases.
///
/// They are those of one state of the ledger, which may be older than what it holds now; then everything that is shown
/// of them says so, by `sentence` or `note`.
package struct KeptAnswers: Sendable {
    /// What the ledger knows an answer by.
    enum Kind: String {
        case page, text
        /// A case by its id, and the ids of the cases of two parties, in the order of lists.
        case found, between
        /// Words that hold for all of them: who made them, and the version of the ledger that they are of.
        case word
    }

    private let ledger: LedgerDatabase
    private let register: CommitmentRegister
    /// How many articles were read since they were made.
    private let newArticles: Int
    /// Whether nothing was read or decided since.
    package let areFresh: Bool

    /// Nil where the ledger keeps none, or none that this program makes of these data files.
    package init?(_ ledger: LedgerDatabase, _ register: CommitmentRegister) throws {
        guard let since = try ledger.keptSince() else { return nil }
        self.ledger = ledger
        self.register = register
        guard try Self.word("maker", ledger) == AnswerKeeper.maker(register) else { return nil }
        let now = try ledger.changeCount()
        newArticles = now.articles - since.articles
        areFresh = now == since
    }

    /// How old they are, in plain words; nil where they are as new as the ledger.
    package var sentence: String? {
        guard !areFresh else { return nil }
        return newArticles > 0
            ? "\(counted(newArticles, "article")) read since \(newArticles == 1 ? "is" : "are") still to be weighed: "
                + "this is what the ledger gave before. 'casus keep' weighs them."
            : "What was decided since is still to be weighed: this is what the ledger gave before. "
                + "'casus keep' weighs it."
    }

    /// The same on a page.
    func note(_ phrases: Phrases) -> HTML {
        guard !areFresh else { return .empty }
        let words =
            newArticles > 0
            ? phrases("kept.articles", "\(phrases.count(newArticles, "article"))")
            : phrases["kept.decided"]
        return "<p class=\"hint\" role=\"status\">\(words)</p>\n"
    }

    /// The page at an address as links of the site write it.
    func page(_ address: String) throws -> KeptPage? {
        try ledger.keptAnswer(Kind.page.rawValue, address).flatMap { try KeptPage(packed: $0) }
    }

    /// What a command prints, by its words: `brief RUS`.
    package func text(_ words: String) throws -> String? {
        try ledger.keptAnswer(Kind.text.rawValue, words)
            .flatMap { Gzip.unpacked(Array($0)) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The cases between the two, without their sentences, the latest first.
    package func cases(between one: ActorCode, and other: ActorCode) throws -> [AllianceCase] {
        let name = Self.name(one, other)
        guard let ids = try ledger.keptAnswer(Kind.between.rawValue, name) else { return [] }
        return try String(decoding: ids, as: UTF8.self).split(separator: "\n").compactMap { id in
            try record(String(id))?.found(register).withoutEntries
        }
    }

    /// The case of this id with its sentences, and the articles that these stand in; nil where there is none.
    package func found(
        _ id: String
    ) throws -> (found: AllianceCase, articles: [ReadArticle])? {
        guard let record = try record(id) else { return nil }
        let cited = try LedgerMaterial.statements(ledger, ids: record.statements)
        let found = record.found(
            register,
            Dictionary(cited.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        )
        return (found, cited.map(\.article))
    }

    /// The articles with the numbers that they have among all.
    func book(_ articles: [ReadArticle]) throws -> ArticleBook {
        ArticleBook(articles, numbers: try ledger.numbers(ofArticles: articles.map(\.id)))
    }

    private func record(_ id: String) throws -> CaseRecord? {
        try ledger.keptAnswer(Kind.found.rawValue, id)
            .flatMap { Gzip.unpacked(Array($0)) }
            .map { try JSONDecoder().decode(CaseRecord.self, from: Data($0)) }
    }

    /// The version of the ledger that they are of, as citations name it.
    func fingerprint() throws -> String? { try Self.word("fingerprint", ledger) }

    /// Every party that is told of, by code, with how often.
    func actors() throws -> [PartyCount]? {
        try Self.word("actors", ledger)?.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            return parts.last.flatMap { Int($0) }.map {
                PartyCount(actor: ActorCode(String(parts[0])), statements: $0)
            }
        }
    }

    /// The same as it is kept.
    static func word(_ actors: [PartyCount]) -> KeptAnswer {
        let lines = actors.map { "\($0.actor.rawValue) \($0.statements)" }
        return KeptAnswer(.word, "actors", Data(lines.joined(separator: "\n").utf8))
    }

    private static func word(_ name: String, _ ledger: LedgerDatabase) throws -> String? {
        try ledger.keptAnswer(Kind.word.rawValue, name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Two parties in the order of their codes.
    static func name(_ one: ActorCode, _ other: ActorCode) -> String {
        one < other ? "\(one.rawValue) \(other.rawValue)" : "\(other.rawValue) \(one.rawValue)"
    }
}

extension KeptAnswer {
    init(_ kind: KeptAnswers.Kind, _ name: String, _ bytes: Data) {
        self.init(kind: kind.rawValue, name: name, bytes: bytes)
    }
}
