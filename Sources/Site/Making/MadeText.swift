package import Assessment
package import Diplomacy
package import Ledger

/// What a command prints of a large ledger where it is not kept, made in the memory of two parties at a time.
package struct MadeText: Sendable {
    package enum Question: Sendable {
        /// Of a party; nil: of everybody.
        case brief(ActorCode?)
        case cases(ActorCode?)
        case disagreements(ActorCode?, Disagreement.Kind?)
    }

    /// Nil where there is nothing to print.
    package let text: String?
    /// Whether nothing was found.
    package let isEmpty: Bool
}

extension AnswerKeeper {
    /// The text that answers the question under `clocks`, of which `scope` tells in words.
    package func text(
        _ question: MadeText.Question,
        _ clocks: Clocks,
        scope: String?
    ) throws -> MadeText {
        switch question {
        case .brief(let actor):
            let point = try prepare(Wanted(.cases, clocks)).point
            let party = try whole(actor, point, withStandings: true) { _ in }
            return MadeText(
                text: briefText(of: party, point, scope: scope),
                isEmpty: party.brief.read.statementCount == 0
            )
        case .cases(let actor):
            let point = try prepare(Wanted(.cases, clocks)).point
            return MadeText(caseText(of: actor, point, scope: scope))
        case .disagreements(let actor, let kind):
            let prepared = try prepare(Wanted(.brief(actor), clocks))
            let found = try prepared.desk.brief(clocks, of: actor).disagreements.only(kind)
            return MadeText(disagreementText(found, prepared.point, scope: scope))
        }
    }
}

extension MadeText {
    fileprivate init(_ text: String?) {
        self.init(text: text, isEmpty: text == nil)
    }
}
