package import Diplomacy

/// Finds the cases in what was read: triggers meet commitments and expectations.
package struct CaseBuilder: Sendable {
    private let facts: CaseFacts
    /// The day on which what has no date is judged.
    private let until: Day
    /// The two parties whose cases are asked for; nil: of everybody.
    private let sides: Set<ActorCode>?

    /// Help that answers a trigger comes within a year, or is no answer to it.
    static let responseDays = 365
    /// A refusal answers what happened in the two months before: partners refuse each other much else.
    static let refusalDays = 62
    /// A plea may be made in the two months before the first shot, as the threat grows.
    static let pleaDays = 62
    /// Help that is told of a time wider than two months may have come before the trigger.
    static let deliveryDays = 62
    /// A promise is looked for ten years back, and no day after the first shot: the longest that treaties of friendship usually run.
    static let promiseDays = 3_653
    /// A passage, about two paragraphs of news, in UTF-8 bytes: what is dated there dates a trigger there.
    static let passage = 1_200
    /// The neighbouring sentence, in UTF-8 bytes: two sentences of 25 words of six letters.
    static let neighbourhood = 300

    package init(facts: CaseFacts, until: Day, between sides: Set<ActorCode>? = nil) {
        self.facts = facts
        self.until = until
        self.sides = sides
    }

    /// Every case, the latest first, the undated last.
    ///
    /// Linear in statements but for those of one beneficiary, which are compared with its occasions.
    package func cases(in statements: [CitedStatement]) -> [AllianceCase] {
        let help = HelpGiven(statements)
        var drafts: [CaseDraft] = []
        for (beneficiary, told) in concerning(statements) {
            drafts += self.drafts(of: beneficiary, told, help)
        }
        return named(drafts).map(\.found).reversed()
    }

    /// The cases of one beneficiary alone, in the order of time, of the statements that concern it: those of
    /// `cases(in:)`, a beneficiary at a time.
    ///
    /// They need no more than the acts of `CaseActs`, in the order of the ledger.
    package func cases(
        of beneficiary: ActorCode,
        in told: [CitedStatement],
        _ help: HelpGiven
    ) -> [PlacedCase] {
        named(drafts(of: beneficiary, told, help))
    }

    /// In the order of time, each with its id.
    private func named(_ drafts: [CaseDraft]) -> [PlacedCase] {
        let ordered = drafts.map { (draft: $0, order: $0.order, first: $0.firstStatement) }
            .sorted { left, right in
                (left.order, left.draft.promisor, left.draft.beneficiary, left.first)
                    < (right.order, right.draft.promisor, right.draft.beneficiary, right.first)
            }
            .map(\.draft)
        var used: [String: Int] = [:]
        return ordered.map { draft in
            used[draft.name, default: 0] += 1
            let number = used[draft.name] ?? 1
            return PlacedCase(
                found: draft.judged(id: number == 1 ? draft.name : "\(draft.name)-\(number)"),
                order: draft.order,
                first: draft.firstStatement
            )
        }
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
            for party in Set(sides.map { facts.territories.defender(of: $0) ?? $0 })
            where isAsked(party) {
                told[party, default: []].append(cited)
            }
        }
        return told.sorted { $0.key < $1.key }
    }

    private func isAsked(_ party: ActorCode) -> Bool { sides?.contains(party) ?? true }

    // MARK: The cases of one beneficiary

    private func drafts(
        of beneficiary: ActorCode,
        _ told: [CitedStatement],
        _ help: HelpGiven
    ) -> [CaseDraft] {
        let reader = TriggerReader(
            beneficiary: beneficiary,
            register: facts.register,
            territories: facts.territories,
            words: facts.words,
            until: until
        )
        let triggers = reader.triggers(in: told)
        let occasions = self.occasions(of: reader, triggers.filter(\.isForce))
        let own = Dictionary(grouping: triggers.filter { !$0.isForce }) {
            other(than: reader.targets, in: $0.cited.statement)
        }
        let promisors = Dictionary(grouping: told) {
            other(than: reader.targets, in: $0.statement)
        }
        var drafts: [CaseDraft] = []
        for (promisor, told) in promisors {
            guard let promisor, isAsked(promisor), !facts.territories.isTerritory(promisor) else {
                continue
            }
            // What a sentence of one's help tells of is no occasion for another's.
            let occasions =
                own[promisor].map { Occasion.adding($0, to: occasions, of: beneficiary) }
                ?? occasions
            drafts += self.drafts(promisor, reader, told, occasions)
        }
        let begun = Set(drafts.map { Begun(promisor: $0.promisor, occasion: $0.occasion) })
        for occasion in occasions {
            let day = occasion.interval?.first ?? until
            for promisor in facts.register.guarantors(of: beneficiary, on: day)
            where isAsked(promisor) && !occasion.hostile.contains(promisor)
                && !begun.contains(Begun(promisor: promisor, occasion: occasion))
            {
                // Nobody is asked about a party of whom no article about the attack says a word.
                let isNamed =
                    told.contains { occasion.isTold($0, with: promisor) }
                    || help.by(promisor, to: occasion.adversaries)
                        .contains { occasion.isTold(inArticle: $0.article.id) }
                guard isNamed else { continue }
                drafts.append(draft(promisor, beneficiary, occasion))
            }
        }
        return drafts.map { draft in
            var draft = draft
            draft.addCollusion(help)
            return draft
        }
        .filter(\.isWorthTelling)
    }

    /// Those of the force that is told, and those that the world knows.
    private func occasions(of reader: TriggerReader, _ force: [Trigger]) -> [Occasion] {
        let known = facts.occasions.occasions(striking: reader.targets, by: until)
            .map { Occasion(of: reader.beneficiary, $0, until: until) }
        return Occasion.adding(force, to: known, of: reader.beneficiary).map { occasion in
            var occasion = occasion
            let adversaries = occasion.adversaries + (occasion.known?.adversaries ?? [])
            for adversary in Set(adversaries) {
                occasion.hostile.formUnion(facts.register.side(of: adversary))
            }
            return occasion
        }
    }

    /// The cases of one promisor, as its statements with the beneficiary fill them.
    private func drafts(
        _ promisor: ActorCode,
        _ reader: TriggerReader,
        _ told: [CitedStatement],
        _ occasions: [Occasion]
    ) -> [CaseDraft] {
        let steps = StepReader(
            promisor: promisor,
            beneficiaries: reader.targets,
            helpWords: facts.helpWords
        )
        let finder = OccasionFinder(
            occasions: occasions,
            promisor: promisor,
            until: until,
            words: facts.words
        )
        var drafts: [Place: CaseDraft] = [:]
        var ends: [CitedStatement] = []
        for cited in told {
            guard var found = steps.step(cited) else { continue }
            var place = finder.occasion(for: cited, found)
            // What was agreed after it is how it ended, and no promise that came due in it.
            if place == nil, found.step == .promised, cited.statement.act == .agree,
                let end = finder.occasion(for: cited, (.outcome, nil)),
                occasions[end].isBefore(cited)
            {
                (place, found) = (end, (.outcome, nil))
            }
            // Without a trigger a plea makes a case, or help that somebody owes.
            guard place != nil || found.step == .asked || found.step == .response else {
                if found.step == .outcome { ends.append(cited) }
                continue
            }
            let occasion = place.map { occasions[$0] }
            let key = Place(
                occasion: place,
                year: place == nil ? cited.closeDate?.first.civil.year : nil
            )
            let isVote = occasion?.kind == .vote && cited.statement.isVoteCast
            let isLate = found.stance == .delivered && occasion?.isOver(before: cited) == true
            drafts[key, default: draft(promisor, reader.beneficiary, occasion)]
                .add(cited, found.step, isVote ? .delivered : isLate ? .insufficient : found.stance)
        }
        for cited in ends {
            for place in drafts.keys where drafts[place]?.tellsOfNone(beside: cited) == true {
                drafts[place]?.add(cited, .outcome, nil)
            }
        }
        return Array(drafts.values)
    }

    private func draft(
        _ promisor: ActorCode,
        _ beneficiary: ActorCode,
        _ occasion: Occasion?
    ) -> CaseDraft {
        CaseDraft(
            promisor: promisor,
            beneficiary: beneficiary,
            occasion: occasion,
            facts: facts,
            until: until
        )
    }

    /// The side of `statement` that is none of `own`; nil where both are, or there is no other.
    private func other(than own: [ActorCode], in statement: Statement) -> ActorCode? {
        let others = [statement.source, statement.target].compactMap(\.self)
            .filter { !own.contains($0) }
        return others.count == 1 ? others[0] : nil
    }

    /// A case of one promisor and one beneficiary: its occasion, or the year where it has none.
    private struct Place: Hashable {
        let occasion: Int?
        let year: Int?
    }

    /// A promisor that has a case of an occasion already.
    private struct Begun: Hashable {
        let promisor: ActorCode
        /// The first of its force; no trigger belongs to two occasions.
        let trigger: String?
        let known: String?

        init(promisor: ActorCode, occasion: Occasion?) {
            self.promisor = promisor
            trigger = occasion?.triggers.first(where: \.isForce)?.cited.id
            known = occasion?.known?.id
        }
    }
}

/// A case with its place among those of all beneficiaries.
package struct PlacedCase: Sendable {
    package let found: AllianceCase
    let order: Int
    let first: String

    /// The same without its sentences.
    package var withoutEntries: PlacedCase {
        PlacedCase(found: found.withoutEntries, order: order, first: first)
    }

    /// The later first, as lists show them.
    package static func isListedBefore(_ left: PlacedCase, _ right: PlacedCase) -> Bool {
        (right.order, right.found.promisor, right.found.beneficiary, right.first)
            < (left.order, left.found.promisor, left.found.beneficiary, left.first)
    }
}

/// What of a ledger concerns a beneficiary in its cases, told by the acts alone: an index finds it.
package enum CaseActs {
    /// Done to it: force, and what a promisor owes, gives or turns down.
    package static let received: Set<Act> = [
        .assault, .coerce, .support, .aid, .agree, .reject, .sanction,
    ]
    /// Done by it: pleas, agreements, and what it would not have.
    package static let done: Set<Act> = [.request, .agree, .reject]
}
