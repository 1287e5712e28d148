package import Diplomacy

/// A statement with what its roots and its event are found from.
package struct Testified: Sendable {
    package let statement: Statement
    package let testimony: Testimony
    /// The day from which its article can be known.
    package let knownOn: Day
    /// Where its article comes from.
    package let source: RelayGraph.Source

    package init(
        statement: Statement,
        testimony: Testimony,
        knownOn: Day,
        source: RelayGraph.Source
    ) {
        self.statement = statement
        self.testimony = testimony
        self.knownOn = knownOn
        self.source = source
    }

    /// What stands for the voice: two statements of one voice have the same.
    ///
    /// A named voice is itself, whoever carries it. An unnamed one belongs to the outlet it speaks to,
    /// an account to the outlet that gives it: the one that the text names, else the one that the
    /// article comes from.
    var voiceKey: String {
        let carrier = testimony.outlet ?? source.key
        switch testimony.kind {
        case .named: return "named \(testimony.voice)"
        case .unnamed: return "unnamed \(carrier) \(testimony.voice)"
        case .account: return "account \(carrier)"
        }
    }
}

extension Statement {
    /// Whether it says that the act was done, or will be; a denial says the opposite of its polarity.
    package var saysDone: Bool { (polarity == .done) != (modality == .denied) }

    /// Announced, feared or supposed: told by nobody as having happened.
    package var isForeseen: Bool {
        modality == .expected || modality == .feared || modality == .hypothetical
    }
}
