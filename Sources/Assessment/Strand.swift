package import Diplomacy

/// The part that a statement plays between two parties: what a reader of a brief looks for first.
///
/// The rule looks at act, polarity and modality alone, so that two readers get the same strand.
package enum Strand: String, CaseIterable, Hashable, Sendable, Codable {
    /// A cooperative act that is told as missing, too little or stopped.
    case didNotCome = "did-not-come"
    /// Help that is expected not to come, or feared not to.
    case inDoubt = "in-doubt"
    /// An agreement, or support, aid or cooperation announced for later.
    case promised
    /// Support, aid or cooperation told as having happened.
    case came
    case asked
    /// Met, visited, called.
    case talked
    /// Conceded or pulled back.
    case yielded
    case refused
    /// Accused, or protested.
    case blamed
    /// Threatened, or moved forces.
    case threatened
    /// Sanctioned, or used force short of an attack.
    case punished
    case attacked
    /// A hostile act that was not done: "did not condemn".
    case heldBack = "held-back"
    /// Anything else that is only expected, feared or supposed.
    case foreseen
    /// Somebody says that it is not so.
    case denied

    package init(_ statement: Statement) {
        let (act, isDone) = (statement.act, statement.polarity == .done)
        switch statement.modality {
        case .denied: self = .denied
        case .fact, .claim: self = isDone ? Self.done(act) : act.isHostile ? .heldBack : .didNotCome
        case .expected where isDone && (act.isHelp || act == .cooperate || act == .agree):
            self = .promised
        case .expected, .feared, .hypothetical:
            self = !isDone && (act.isHelp || act == .cooperate) ? .inDoubt : .foreseen
        }
    }

    private static func done(_ act: Act) -> Strand {
        switch act {
        case .agree: .promised
        case .support, .aid, .cooperate: .came
        case .consult: .talked
        case .concede, .retreat: .yielded
        case .request: .asked
        case .reject: .refused
        case .accuse, .protest: .blamed
        case .threaten, .mobilize: .threatened
        case .sanction, .coerce: .punished
        case .assault: .attacked
        }
    }
}

extension Act {
    /// What an ally hopes for when a promise comes due.
    var isHelp: Bool { self == .support || self == .aid }
}
