package import Diplomacy
import Text

/// A statement with what its roots and its event are found from.
package struct Testified: Sendable {
    package let statement: Statement
    package let testimony: Testimony
    /// The day from which its article can be known.
    package let knownOn: Day
    /// Where its article comes from.
    package let source: RelayGraph.Source
    /// What stands for the voice: two statements of one voice have the same.
    ///
    /// A named voice is itself, whoever carries it. An unnamed one belongs to the outlet it speaks to,
    /// an account to the outlet that gives it: the one that the text names, else the one that the
    /// article comes from.
    let voiceKey: String

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
        voiceKey = testimony.voiceKey(in: source)
    }

    /// The root of its voice in a happening of which it is the first to hear that voice.
    func root(in event: Event.ID) -> Root {
        testimony.root(
            in: event,
            source: source,
            article: statement.evidence.article,
            knownOn: knownOn
        )
    }
}

extension Testimony {
    /// See `Testified.voiceKey`; `source` is where its article comes from.
    func voiceKey(in source: RelayGraph.Source) -> String {
        switch kind {
        case .named: "named \(voice)"
        case .unnamed: "unnamed \(outlet ?? source.key) \(voice)"
        case .account: "account \(outlet ?? source.key)"
        }
    }

    /// See `Testified.root(in:)`.
    func root(
        in event: Event.ID,
        source: RelayGraph.Source,
        article: String,
        knownOn: Day
    ) -> Root {
        let carrier = outletName ?? source.outletName
        return Root(
            id: ContentHash.name(of: voiceKey(in: source), event),
            kind: kind,
            name: kind == .account ? carrier : name,
            actor: actor,
            outlet: kind == .named ? nil : carrier,
            article: article,
            knownOn: knownOn
        )
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
