import Assessment
import Diplomacy
import Foundation
import Ledger

/// What is kept of a party, of everybody and of two, as pages, files, answers of the interface and texts of commands.
extension AnswerKeeper {
    /// A desk on which lies what the pages of a standpoint share, and what was made of some parties.
    ///
    /// `patron`: whose overview is shown where nobody is chosen.
    func desk(
        _ point: Standpoint,
        _ parties: [KeptParty] = [],
        patron: ActorCode? = nil
    ) -> Desk {
        let (clocks, stamp) = (point.ledger.clocks, Standpoint.stamp)
        let desk = Desk(
            ledger: point.ledger,
            names: Tongue(phrases[PhraseBook.standardLanguage], names),
            today: today,
            assessor: assessor,
            resources: resources,
            capitals: capitals,
            parties: { .empty },
            smallWords: .none,
            shelf: Shelf(),
            program: Program(name: ""),
            reviewer: nil,
            inbox: nil,
            cases: point.cases ?? KeptCases([])
        )
        if let frame = point.frame {
            desk.shelf.fingerprint.keep(frame.fingerprint, "", stamp)
            desk.shelf.wholes.keep(WholeLedger(frame, patron: patron), clocks, stamp)
            desk.shelf.actors.keep(frame.actors, clocks, stamp)
        }
        if let cases = point.cases { desk.shelf.cases.keep(cases.all, clocks, stamp) }
        for party in parties { lay(party, on: desk) }
        return desk
    }

    /// Puts what was made of a party on a desk.
    func lay(_ party: KeptParty, on desk: Desk) {
        let (clocks, stamp) = (desk.ledger.clocks, Standpoint.stamp)
        desk.shelf.briefs.keep(party.brief, BriefKey(clocks: clocks, actor: party.actor), stamp)
        guard let overview = party.overview else { return }
        let since = OverviewKey(clocks: clocks, patron: overview.patron, since: overview.since)
        desk.shelf.overviews.keep(overview, since, stamp)
    }

    func keepParty(
        _ party: KeptParty,
        _ point: Standpoint,
        _ keep: ([KeptAnswer]) throws -> Void
    ) throws {
        let desk = desk(point, [party])
        let paths = ["", "world", "brief", "disagreements", "cases"]
        try keep(pages(paths, of: party.actor, desk) + replies(of: party.actor, desk))
        try keep([caseList(of: party.actor, desk)])
        try keep(kinds(of: party.actor, desk))
        try keep(texts(of: party, point))
    }

    func keepPair(
        _ pair: PairAtHand,
        _ desk: Desk,
        withPages: Bool,
        _ keep: ([KeptAnswer]) throws -> Void
    ) throws {
        var desk = desk
        for (one, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
            let report = PairReport(of: one, and: other, in: pair.statements)
            desk.pair?.report = report
            if withPages {
                try keep(pages(of: one, and: other, desk) + [reply(of: one, and: other, desk)])
            }
            let clocks = desk.ledger.clocks
            let ties = try LedgerMaterial.ties(desk.ledger, clocks, of: one, and: other)
            let judgement = try desk.judgement(
                of: one,
                and: other,
                in: pair.statements,
                clocks,
                isWhole: false
            )
            let words = "pair \(one.rawValue) \(other.rawValue)"
            try keep([
                text(words, report.with(ties).text(judgement: judgement, name: called))
            ])
        }
    }

    func pages(
        _ paths: [String],
        of actor: ActorCode?,
        _ desk: Desk
    ) throws -> [KeptAnswer] {
        try eachTongue(desk) { desk, language in
            try paths.flatMap { path in
                let query = [("actor", actor?.rawValue), ("lang", language)]
                let address = Address(path, query: query.map { (name: $0.0, value: $0.1) })
                return try page("/\(path)", at: address, [:], desk, withFiles: true)
            }
        }
    }

    /// The pages of each kind of disagreement.
    func kinds(
        of actor: ActorCode?,
        _ desk: Desk
    ) throws -> [KeptAnswer] {
        try eachTongue(desk) { desk, language in
            let question = Question(actor: actor, language: language)
            return try Disagreement.Kind.allCases.flatMap { kind in
                let address = question.disagreements(kind)
                return try page("/disagreements", at: address, [:], desk, withFiles: true)
            }
        }
    }

    /// The name of the interface's answer about sources.
    static let sources = "sources"

    /// What the interface answers of a party, or of everybody; sources are kept by themselves.
    func replies(
        of actor: ActorCode?,
        _ desk: Desk,
        where isWanted: (_ name: String) -> Bool = { $0 != sources }
    ) throws -> [KeptAnswer] {
        try Route.interface.filter(\.isKept).compactMap { route in
            let isOfParty = route.endpoint?.parameters.contains { $0.name == "actor" } ?? false
            let name = route.path.split(separator: "/").last.map(String.init) ?? ""
            guard isOfParty || actor == nil, isWanted(name), case .reply(let make) = route.answer
            else { return nil }
            let query = [(name: "actor", value: actor?.rawValue)]
            let address = Address("api", "v1", name, query: query)
            let reply = try make(desk, try Asked(address, [:]))
            return KeptAnswer(address, reply)
        }
    }

    /// The ids of the cases of a party, or of everybody, in the order of their list.
    func caseList(of actor: ActorCode?, _ desk: Desk) throws -> KeptAnswer {
        let address = Address("cases", query: [(name: "actor", value: actor?.rawValue)])
        let cases = try CasesPage(desk: desk, asked: try Asked(address, [:])).cases
        return KeptAnswer(
            .list,
            KeptAnswers.list(actor),
            Data(cases.map(\.id).joined(separator: "\n").utf8)
        )
    }

    private func pages(
        of first: ActorCode,
        and second: ActorCode,
        _ desk: Desk
    ) throws -> [KeptAnswer] {
        try eachTongue(desk) { desk, language in
            let address = Address(
                "pair",
                first.rawValue,
                second.rawValue,
                query: [(name: "lang", value: language)]
            )
            let parts = ["source": first.rawValue, "target": second.rawValue]
            return try page("/pair/{source}/{target}", at: address, parts, desk)
        }
    }

    /// What the interface answers of the two.
    private func reply(
        of first: ActorCode,
        and second: ActorCode,
        _ desk: Desk
    ) throws -> KeptAnswer {
        let address = Address("api", "v1", "pairs", first.rawValue, second.rawValue)
        let parts = ["source": first.rawValue, "target": second.rawValue]
        let route = Route.interface.first { $0.path == "/api/v1/pairs/{source}/{target}" }
        guard case .reply(let make) = route?.answer else {
            preconditionFailure("the interface tells of pairs")
        }
        let reply = try make(desk, try Asked(address, parts))
        return KeptAnswer(address, reply)
    }

    /// `language` is that of an address: nil for the usual one.
    private func eachTongue(
        _ desk: Desk,
        _ make: (_ desk: Desk, _ language: String?) throws -> [KeptAnswer]
    ) throws -> [KeptAnswer] {
        try phrases.languages.flatMap { language in
            try make(
                desk.speaking(Tongue(phrases[language], names)),
                language == PhraseBook.standardLanguage ? nil : language
            )
        }
    }

    /// `withFiles`: whether its files are kept beside it; those of a pair are made of what is told of the two.
    private func page(
        _ path: String,
        at address: Address,
        _ parts: [String: String],
        _ desk: Desk,
        withFiles: Bool = false
    ) throws -> [KeptAnswer] {
        let route = Route.pages.first { $0.path == path }
        guard case .page(let make) = route?.answer else {
            preconditionFailure("the site has the page \(path)")
        }
        let page = try make(desk, try Asked(address, parts))
        let kept = KeptAnswer(.page, address.text, try KeptPage(page).packed())
        guard withFiles, let files = KeptFiles(page) else { return [kept] }
        let tables = try page.tables.flatMap { table in
            try table.files.compactMap { name in
                try table.file(name).map {
                    KeptAnswer(
                        .file,
                        KeptAnswers.file(name, of: address.text),
                        try KeptFile($0).packed()
                    )
                }
            }
        }
        return [kept, KeptAnswer(.files, address.text, try files.packed())] + tables
    }
}

extension KeptAnswer {
    /// What the interface answers at an address, as it is sent.
    fileprivate init(_ address: Address, _ reply: Reply) {
        let packed = Gzip.packed(reply.bytes, level: Gzip.quickLevel)
        self.init(.reply, address.text, Data(packed))
    }
}
