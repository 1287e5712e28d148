package import Diplomacy

/// Finds the cases in what was read: triggers meet commitments and expectations.
package struct CaseBuilder: Sendable {
    private let facts: CaseFacts
    /// The day on which what has no date is judged.
    private let until: Day

    /// Help that answers a trigger comes within a year, or is no answer to it.
    static let responseDays = 365
    /// A refusal answers what happened in the two months before: partners refuse each other much else.
    static let refusalDays = 62
    /// A plea may be made in the two months before the first shot, as the threat grows.
    static let pleaDays = 62
    /// Help that is told of a time wider than two months may have come before the trigger.
    static let deliveryDays = 62
    /// A promise is looked for ten years back: the longest that treaties of friendship usually run.
    static let promiseDays = 3_653
    /// A passage, about two paragraphs of news, in UTF-8 bytes: what is dated there dates a trigger there.
    static let passage = 1_200
    /// The neighbouring sentence, in UTF-8 bytes: two sentences of 25 words of six letters.
    static let neighbourhood = 300

    package init(facts: CaseFacts, until: Day) {
        self.facts = facts
        self.until = until
    }

    /// Every case, the latest first, the undated last.
    ///
    /// Linear in statements but for those of one beneficiary, which are compared with its occasions.
    package func cases(in statements: [CitedStatement]) -> [AllianceCase] {
        let help = Dictionary(
            grouping: statements.filter { $0.statement.act.isHelp },
            by: \.statement.source
        )
        var drafts: [CaseDraft] = []
        for (beneficiary, told) in concerning(statements) {
            drafts += self.drafts(of: beneficiary, told, help)
        }
        let ordered = drafts.sorted { left, right in
            (left.order, left.promisor, left.beneficiary, left.firstStatement)
                < (right.order, right.promisor, right.beneficiary, right.firstStatement)
        }
        var used: [String: Int] = [:]
        let named = ordered.map { draft -> AllianceCase in
            used[draft.name, default: 0] += 1
            let number = used[draft.name] ?? 1
            return draft.judged(id: number == 1 ? draft.name : "\(draft.name)-\(number)")
        }
        return named.reversed()
    }

    /// The statements that concern each party that somebody might have helped: as a side, or by a territory
    /// for which it fights.
    ///
    /// Such a territory is no party of its own: help for it is help for who fights for it.
    private func concerning(
        _ statements: [CitedStatement]
    ) -> [(ActorCode, [CitedStatement])] {
        var told: [ActorCode: [CitedStatement]] = [:]
        for cited in statements {
            let sides = [cited.statement.source, cited.statement.target].compactMap(\.self)
            for party in Set(sides.map { facts.territories.defender(of: $0) ?? $0 }) {
                told[party, default: []].append(cited)
            }
        }
        return told.sorted { $0.key < $1.key }
    }

    // MARK: The cases of one beneficiary

    private func drafts(
        of beneficiary: ActorCode,
        _ told: [CitedStatement],
        _ help: [ActorCode: [CitedStatement]]
    ) -> [CaseDraft] {
        let reader = TriggerReader(
            beneficiary: beneficiary,
            register: facts.register,
            territories: facts.territories,
            words: facts.words,
            until: until
        )
        let occasions = Occasion.all(
            of: beneficiary,
            triggers: reader.triggers(in: told),
            known: facts.occasions.occasions(striking: reader.targets, by: until),
            until: until
        )
        let hostile = occasions.map { occasion in
            (occasion.adversaries + (occasion.known?.adversaries ?? [])).reduce(
                into: Set<ActorCode>()
            ) { found, adversary in
                found.formUnion(facts.register.side(of: adversary))
            }
        }
        var drafts: [Key: CaseDraft] = [:]
        func draft(_ promisor: ActorCode, _ place: Int?, _ year: Int?) -> Key {
            let key = Key(promisor: promisor, occasion: place, year: year)
            if drafts[key] == nil {
                drafts[key] = CaseDraft(
                    promisor: promisor,
                    beneficiary: beneficiary,
                    occasion: place.map { occasions[$0] },
                    facts: facts,
                    until: until
                )
            }
            return key
        }
        for cited in told {
            guard let promisor = other(than: reader.targets, in: cited.statement),
                !facts.territories.isTerritory(promisor),
                let found = StepReader(promisor: promisor, beneficiaries: reader.targets)
                    .step(cited.statement)
            else { continue }
            let place = OccasionFinder(
                occasions: occasions,
                hostile: hostile,
                promisor: promisor,
                until: until
            )
            .occasion(for: cited, found)
            // Without a trigger only missing help makes a case.
            guard place != nil || found.stance?.isMissing == true else { continue }
            let year = place == nil ? cited.closeDate?.first.civil.year : nil
            let stance = found.stance.map { stance in
                let isVote = place.map { occasions[$0].kind == .vote } ?? false
                return isVote && cited.statement.isVoteCast ? .delivered : stance
            }
            let key = draft(promisor, place, year)
            drafts[key]?.add(cited, found.step, stance)
        }
        for (place, occasion) in occasions.enumerated() {
            for promisor in facts.register.guarantors(
                of: beneficiary,
                on: occasion.interval?.first ?? until
            )
            where !hostile[place].contains(promisor) {
                _ = draft(promisor, place, nil)
            }
        }
        return drafts.values.map { draft in
            var draft = draft
            draft.addCollusion(help[draft.promisor] ?? [])
            return draft
        }
        .filter(\.isWorthTelling)
    }

    /// The side of `statement` that is none of `own`; nil where both are, or there is no other.
    private func other(than own: [ActorCode], in statement: Statement) -> ActorCode? {
        let others = [statement.source, statement.target].compactMap(\.self)
            .filter { !own.contains($0) }
        return others.count == 1 ? others[0] : nil
    }

    private struct Key: Hashable {
        let promisor: ActorCode
        let occasion: Int?
        let year: Int?
    }
}
