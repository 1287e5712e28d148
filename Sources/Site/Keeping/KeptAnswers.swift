package import Assessment
package import Diplomacy
import Foundation
package import Ledger
package import Text

/// The answers that a large ledger keeps, for who asks: pages, texts of commands, and all cases.
///
/// They are those of one state of the ledger, which may be older than what it holds now; then everything that is shown
/// of them says so, by `sentence` or `note`.
package struct KeptAnswers: Sendable {
    /// What the ledger knows an answer by.
    enum Kind: String {
        case page, text
        /// The files of a page, and an answer of the interface, by their addresses; the file of a table by the address
        /// of its page and its name.
        case files, reply, file
        /// A case by its id, and the ids of the cases of two parties, and of one or everybody, in the order of lists.
        case found, between, list
        /// Words that hold for all of them: who made them, and the version of the ledger that they are of.
        case word
    }

    private let ledger: LedgerDatabase
    private let register: @Sendable (_ between: [ActorCode]?) throws -> CommitmentRegister
    /// How many articles were read since they were made.
    private let newArticles: Int
    /// Whether nothing was read or decided since.
    package let areFresh: Bool

    /// Nil where the ledger keeps none, or none that this program makes of these data files.
    ///
    /// `register` is read only where a case is asked for, and of one case what binds its parties.
    package init?(
        _ ledger: LedgerDatabase,
        _ resources: ResourceFolder,
        _ register: (@Sendable () throws -> CommitmentRegister)? = nil
    ) throws {
        guard let since = try ledger.keptSince() else { return nil }
        self.ledger = ledger
        self.register = { between in
            try register?() ?? CommitmentRegister(resources, between: between)
        }
        guard try Self.word("maker", ledger) == AnswerKeeper.maker(resources) else { return nil }
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

    /// The file of a table of that page.
    func file(_ name: String, of address: String, _ coding: ContentCoding) throws -> Reply? {
        try ledger.keptAnswer(Kind.file.rawValue, Self.file(name, of: address))
            .flatMap { try KeptFile(packed: $0)?.reply(age: sentence, coding) }
    }

    /// By what it is kept; no address and no name of a file holds a space.
    static func file(_ name: String, of address: String) -> String { "\(address) \(name)" }

    /// The drawings of that page, to be taken as files, and the names of all its files.
    func files(_ address: String) throws -> KeptFiles? {
        try ledger.keptAnswer(Kind.files.rawValue, address).flatMap { try KeptFiles(packed: $0) }
    }

    /// What the interface answers at an address.
    func reply(_ address: String, _ coding: ContentCoding) throws -> Reply? {
        try ledger.keptAnswer(Kind.reply.rawValue, address)
            .flatMap { Reply.json(packed: Array($0), age: sentence, coding) }
    }

    /// What a command prints, by its words: `brief RUS`.
    package func text(_ words: String) throws -> String? {
        try ledger.keptAnswer(Kind.text.rawValue, words)
            .flatMap { Gzip.unpacked(Array($0)) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The cases between the two, without their sentences, the latest first; of `own`, where it has been read already.
    package func cases(
        between one: ActorCode,
        and other: ActorCode,
        _ own: CommitmentRegister? = nil
    ) throws -> [AllianceCase] {
        let ids = try ids(between: one, and: other)
        guard !ids.isEmpty else { return [] }
        let register = try own ?? register([one, other])
        return try ids.compactMap { try record($0)?.found(register).withoutEntries }
    }

    /// The same with their sentences, unless these are more than `most`; nil where something was read or decided since.
    package func wholeCases(
        between one: ActorCode,
        and other: ActorCode,
        _ own: CommitmentRegister? = nil,
        most: Int = .max
    ) throws -> [AllianceCase]? {
        guard areFresh else { return nil }
        let records = try ids(between: one, and: other).compactMap(record)
        guard records.reduce(0, { $0 + $1.statements.count }) > most else {
            return try found(records, own)
        }
        let register = try own ?? register([one, other])
        return records.map { $0.found(register).withoutEntries }
    }

    /// The ids of all cases of a party, or of everybody.
    func caseIDs(_ actor: ActorCode?) throws -> [AllianceCase.ID]? {
        try ledger.keptAnswer(Kind.list.rawValue, Self.list(actor)).map {
            String(decoding: $0, as: UTF8.self).split(separator: "\n").map(String.init)
        }
    }

    /// Hands over every case of a party, or of everybody, with its sentences, the latest first and some together; false
    /// where something was read or decided since.
    package func eachCase(
        of actor: ActorCode?,
        _ visit: (AllianceCase) throws -> Void
    ) throws -> Bool {
        guard areFresh, let ids = try caseIDs(actor) else { return false }
        let register = try register(nil)
        for start in stride(from: 0, to: ids.count, by: CaseRecord.together) {
            let some = Array(ids[start..<min(start + CaseRecord.together, ids.count)])
            for found in try found(some, register) { try visit(found) }
        }
        return true
    }

    /// All cases without their sentences, the latest first; nil where something was read or decided since.
    func allCases(_ register: CommitmentRegister) throws -> KeptCases? {
        guard areFresh, let ids = try caseIDs(nil) else { return nil }
        let all = try ids.compactMap { try record($0)?.found(register).withoutEntries }
        return KeptCases(all) { [ledger] in try ledger.keptAnswer(Kind.found.rawValue, $0) }
    }

    /// The name of the list of the cases of a party, or of everybody.
    static func list(_ actor: ActorCode?) -> String { actor?.rawValue ?? "everybody" }

    func ids(between one: ActorCode, and other: ActorCode) throws -> [AllianceCase.ID] {
        let ids = try ledger.keptAnswer(Kind.between.rawValue, Self.name(one, other)) ?? Data()
        return String(decoding: ids, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// The case of this id with its sentences, and the articles that these stand in; nil where there is none.
    package func found(
        _ id: String,
        _ own: CommitmentRegister? = nil
    ) throws -> (found: AllianceCase, articles: [ReadArticle])? {
        guard let record = try record(id) else { return nil }
        let cited = try LedgerMaterial.statements(ledger, ids: record.statements)
        let found = record.found(
            try own ?? register(record.parties),
            Dictionary(cited.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        )
        return (found, cited.map(\.article))
    }

    /// The ids of the statements of the case of this id; nil where there is none.
    func statements(ofCase id: AllianceCase.ID) throws -> [Diplomacy.Statement.ID]? {
        try record(id)?.statements
    }

    /// The cases of these ids with their sentences.
    func found(
        _ ids: [AllianceCase.ID],
        _ own: CommitmentRegister? = nil
    ) throws -> [AllianceCase] {
        try found(ids.compactMap(record), own)
    }

    private func found(
        _ records: [CaseRecord],
        _ own: CommitmentRegister?
    ) throws -> [AllianceCase] {
        try CaseRecord.found(records, ledger, own ?? register(nil))
    }

    private func record(_ id: String) throws -> CaseRecord? {
        try ledger.keptAnswer(Kind.found.rawValue, id).flatMap { try CaseRecord(packed: $0) }
    }

    /// The version of the ledger that they are of, as citations name it.
    func fingerprint() throws -> String? { try Self.word("fingerprint", ledger) }

    /// How much the ledger holds.
    func counts() throws -> LedgerCounts? {
        try Self.word("counts", ledger).map {
            try JSONDecoder().decode(LedgerCounts.self, from: Data($0.utf8))
        }
    }

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
