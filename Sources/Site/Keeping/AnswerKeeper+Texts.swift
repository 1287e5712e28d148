import Assessment
import Diplomacy
import Foundation
import Ledger

/// What commands print of a large ledger, made ahead: briefs, cases, disagreements, outlooks.
extension AnswerKeeper {
    func texts(of party: KeptParty, _ point: Standpoint) -> [KeptAnswer] {
        let whose = party.actor.map { " \($0.rawValue)" } ?? ""
        let rest = [
            ("case", caseText(of: party.actor, point)),
            ("disagreements", disagreementText(party.brief.disagreements, point)),
        ]
        return [text("brief\(whose)", briefText(of: party, point))]
            + rest.compactMap { words, said in said.map { text("\(words)\(whose)", $0) } }
    }

    /// `scope` says under which clocks.
    func briefText(of party: KeptParty, _ point: Standpoint, scope: String? = nil) -> String {
        BriefText(
            party.brief,
            scope: scope,
            judgement: BriefJudgement(
                of: party.actor,
                standings: party.standings,
                cases: point.cases?.all ?? []
            ),
            naming: naming(point)
        ).text
    }

    /// Nil where there is no case.
    func caseText(of actor: ActorCode?, _ point: Standpoint, scope: String? = nil) -> String? {
        let all = point.cases?.all ?? []
        let own = all.filter { actor == nil || $0.promisor == actor || $0.beneficiary == actor }
        guard !own.isEmpty else { return nil }
        // The lenient rule looks at what other members did, so it needs every case.
        let reliability = actor.flatMap { actor in
            own.contains { $0.promisor == actor } ? Reliability(of: actor, in: all) : nil
        }
        return AllianceCase.list(own, scope: scope, reliability: reliability, name: called)
    }

    /// Nil where nothing disagrees.
    func disagreementText(
        _ found: DisagreementList,
        _ point: Standpoint,
        scope: String? = nil
    ) -> String? {
        guard !found.isEmpty else { return nil }
        return DisagreementText.text(
            found,
            articles: point.frame?.material.articles ?? [],
            naming: naming(point),
            scope: scope
        )
    }

    func naming(_ point: Standpoint) -> Naming {
        point.frame.map { Naming($0.book.naming, party: called) }
            ?? Naming(articles: [], party: called)
    }

    /// Of everybody, and of each promisor that has a forecast.
    func outlooks(_ cases: KeptCases, _ until: Day) -> [KeptAnswer] {
        let promisors = Set(cases.all.map(\.promisor)).sorted()
        return ([nil] + promisors).compactMap { promisor in
            let outlook = Outlook(of: promisor, in: cases.all, until: until)
            guard !outlook.forecasts.isEmpty else { return nil }
            let words = promisor.map { "outlook \($0.rawValue)" } ?? "outlook"
            return text(words, outlook.text(name: called))
        }
    }

    /// What `casus case` prints of a case of many statements; nil of another.
    func text(of found: AllianceCase) -> KeptAnswer? {
        guard found.entryCount >= leastOfCase else { return nil }
        var page = TextLayout()
        found.write(to: &page, Naming(articles: [], party: called))
        return text("case \(found.id)", page.text)
    }

    func text(_ words: String, _ text: String) -> KeptAnswer {
        KeptAnswer(.text, words, Data(Gzip.packed(Array(text.utf8))))
    }
}
