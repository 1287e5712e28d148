package import Diplomacy

/// A tie in plain English, made from its codes alone: "Belarus depends on Russia (energy, money)".
///
/// It is a reading, and it can be wrong: the quote belongs beside it.
package struct TieSentence: Hashable, Sendable {
    private let kind: Tie.Kind
    private let holder: ActorCode?
    private let other: ActorCode?
    private let detail: String?
    private let modality: Modality

    package init(_ tie: Tie) {
        kind = tie.kind
        holder = tie.holder
        other = tie.other
        detail = tie.detail
        modality = tie.modality
    }

    init(_ line: TieLane.Line, of kind: Tie.Kind) {
        self.kind = kind
        holder = line.holder
        other = line.other
        detail = line.detail
        modality = line.modality
    }

    /// The sentence without a full stop, its first letter a capital.
    ///
    /// `name` gives a party as it stands within a sentence: "the United States".
    package func text(_ name: (ActorCode) -> String) -> String {
        let party = holder.map(name) ?? "a party not named"
        let told = words(party, other.map(name)) + (detail.map { " (\($0))" } ?? "")
        switch modality {
        case .fact, .claim: return told.capitalised
        case .denied: return "It is denied that \(told)"
        case .expected: return "It is expected that \(told)"
        case .feared: return "It is feared that \(told)"
        case .hypothetical: return "Perhaps \(told)"
        }
    }

    private func words(_ holder: String, _ named: String?) -> String {
        let other = named ?? "a party not named"
        switch kind {
        case .ally: return "\(holder) is an ally of \(other)"
        case .partner: return "\(holder) is a partner of \(other)"
        case .member: return "\(holder) is a member of \(other)"
        case .protector: return "\(holder) protects \(other)"
        case .senior: return "\(holder) stands above \(other)"
        case .dependence: return "\(holder) depends on \(other)"
        case .presence: return "\(holder) is present in \(other)"
        case .stance: return "\(holder) takes a stance" + (named.map { " towards \($0)" } ?? "")
        case .attitude: return "\(holder) has an attitude to \(other)"
        case .trend: return "relations of \(holder) and \(other) change"
        case .territory: return "\(holder) belongs to \(other) or claims it"
        case .constraint:
            return "\(holder) is bound by law" + (named.map { " towards \($0)" } ?? "")
        }
    }
}
