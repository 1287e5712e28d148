package import Diplomacy

/// One question to which what was read gives both answers, such as "Did Russia help Iran?", and what
/// kind of disagreement that is.
///
/// Most apparent contradictions are none: a change in time, another promisor, another scope, one root
/// told twice. The kind says which; it does not decide who is right. `DisagreementFinder` has the rules.
package struct Disagreement: Hashable, BriefEntry {
    package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// The same thing told both ways by different roots.
        case conflict
        /// One root stands on both sides: one voice in two versions, or one report passed on twice.
        case echo
        /// The two sides speak of different days; the later stands.
        case superseded
        /// Different kinds of help, or a judgement over several happenings beside one of them.
        case otherScope = "other-scope"
        /// A side has no date, or a wide one: they may speak of one time or of two.
        case untold = "cannot-be-told"
        /// Another promisor, or the other direction.
        case otherParty = "other-party"
    }

    /// A reason to look twice.
    package enum Caution: String, CaseIterable, Hashable, Sendable, Codable {
        /// No two dates of the two sides are both as close as a month: there may be two occasions.
        case datesWide = "dates-wide"
        /// One side at least has no date.
        case undated
        /// On one side at least every reading is a guess.
        case unsure
    }

    package let kind: Kind
    package let source: ActorCode
    package let target: ActorCode?
    /// Who acts and is acted on in `yes`, where that is another pair.
    package let other: DirectedPair?
    /// The acts that answer it: one, or support and aid.
    package let acts: [Act]
    /// It was so: done, or not_done and denied; or announced, where it was refused.
    package private(set) var yes: Citations
    /// It was not so: not_done, or done and denied; or refused.
    package private(set) var no: Citations
    /// Which answer is told of the later days; nil where that is not known or of no account.
    package let later: Answer?
    package let cautions: [Caution]
    /// Of both sides together.
    let weight: Citations.Weight

    package enum Answer: String, Hashable, Sendable, Codable {
        case yes, no
    }

    /// The same with the first `most` statements of each side.
    func beginning(_ most: Int) -> Disagreement {
        var disagreement = self
        disagreement.yes = yes.beginning(most)
        disagreement.no = no.beginning(most)
        return disagreement
    }

    private enum CodingKeys: String, CodingKey {
        case kind, source, target, other, acts, yes, no, later, cautions
    }

    /// The question in plain English, such as "Did Russia help Iran?".
    package func question(_ name: (ActorCode) -> String) -> String {
        let party = target.map(name) ?? "a party not named"
        let verb =
            acts.contains(where: \.isHelp) ? "help %" : ActPhrase(acts[0], nil).base
        let words = verb.split(separator: "%", omittingEmptySubsequences: false)
            .joined(separator: party)
        return "Did \(name(source)) \(words)?"
    }

    /// Why it is of its kind, as a sentence or two.
    package func reason(_ name: (ActorCode) -> String) -> String {
        switch kind {
        case .conflict: "Real conflict: told of one occasion by different roots."
        case .echo: "Echo of one root: one voice or one report stands on both sides."
        case .superseded:
            switch later {
            case .yes?: "Superseded in time: the later word is yes."
            case .no?: "Superseded in time: the later word is no."
            case nil: "Superseded in time: the two sides speak of different days."
            }
        case .otherScope:
            "Other scope: two happenings of one time, two kinds of help, or a judgement beside them."
        case .untold:
            "Cannot be told: without close dates on both sides it may be one occasion, or two."
        case .otherParty:
            other.map { pair in
                pair.source == target
                    ? "Other direction: yes is said of \(name(pair.source)) for \(name(pair.target))."
                    : "Other promisor: yes is said of \(name(pair.source))."
            } ?? "Other promisor or direction."
        }
    }
}

extension Disagreement.Kind {
    /// As a list names it.
    package var words: String {
        switch self {
        case .conflict: "real conflict"
        case .echo: "echo of one root"
        case .superseded: "superseded in time"
        case .otherScope: "other scope"
        case .untold: "cannot be told"
        case .otherParty: "other promisor or direction"
        }
    }
}

extension Disagreement.Caution {
    package var words: String {
        switch self {
        case .datesWide: "The dates are wide: they may mean two occasions."
        case .undated: "One side has no date: they may mean different times."
        case .unsure: "One side rests on readings that are guesses."
        }
    }
}
