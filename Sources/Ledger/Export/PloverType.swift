package import Diplomacy

extension Statement {
    /// The type under which PLOVER knows what is told; nil where it has no word for it: what was not done, what is denied,
    /// and what is feared.
    ///
    /// PLOVER's rule for the future tense, offers and conditions: cooperation that is to come is an agreement, harm is a threat. What
    /// may be asked for is neither.
    package var ploverType: Act? {
        guard polarity == .done else { return nil }
        return switch modality {
        case .fact, .claim: act
        case .expected, .hypothetical: act == .request ? nil : act.isHostile ? .threaten : .agree
        case .denied, .feared: nil
        }
    }
}
