package import Diplomacy

/// A statement in plain English, made from its codes alone: "Russia gave no support to Armenia".
///
/// It is a reading, and it can be wrong: the quote belongs beside it.
package struct PlainSentence: Hashable, Sendable, Encodable {
    package let source: ActorCode
    package let target: ActorCode?
    package let act: Act
    package let kind: SupportKind?
    package let polarity: Polarity
    package let modality: Modality

    package init(
        source: ActorCode,
        target: ActorCode?,
        act: Act,
        kind: SupportKind?,
        polarity: Polarity,
        modality: Modality
    ) {
        self.source = source
        self.target = target
        self.act = act
        self.kind = kind
        self.polarity = polarity
        self.modality = modality
    }

    package init(_ statement: Statement) {
        self.init(
            source: statement.source,
            target: statement.target,
            act: statement.act,
            kind: statement.kind,
            polarity: statement.polarity,
            modality: statement.modality
        )
    }

    /// The sentence without a full stop, its first letter a capital.
    ///
    /// `name` gives a party as it stands within a sentence: "the United States".
    package func text(_ name: (ActorCode) -> String) -> String {
        let phrase = ActPhrase(act, kind)
        let isDone = polarity == .done
        let party = target.map(name) ?? "a party not named"
        func with(_ words: String) -> String {
            let parts = words.utf8.split(
                separator: UInt8(ascii: "%"),
                omittingEmptySubsequences: false
            )
            return "\(name(source)) \(parts.map { String(Substring($0)) }.joined(separator: party))"
        }
        let told = with(isDone ? phrase.past : phrase.notPast)
        switch modality {
        case .fact, .claim: return told.capitalised
        case .denied: return "It is denied that \(told)"
        case .expected:
            // "Will" is the same for one and for several: *the separatists will*.
            return "It is expected that \(with("will \(isDone ? phrase.base : phrase.notBase)"))"
        case .feared:
            return "It is feared that \(with("may \(isDone ? phrase.base : phrase.notBase)"))"
        case .hypothetical:
            return with("might \(isDone ? phrase.base : phrase.notBase)").capitalised
        }
    }
}

/// An act as a verb, with `%` where the other party stands.
struct ActPhrase {
    /// In the past: `supported %`.
    let past: String
    /// After "to": `support %`.
    let base: String
    /// Denied in the past: `gave no support to %`.
    let notPast: String
    /// Denied after "may" and "will": `give no support to %`.
    let notBase: String

    /// Denied by "did not".
    private init(_ base: String, _ past: String) {
        self.init(
            past: past,
            base: base,
            notPast: "did not \(base)",
            notBase: "not \(base)"
        )
    }

    /// "gave X to" and "gave no X to".
    private init(giving thing: String, to party: String = "%") {
        self.init(
            past: "gave \(thing) to \(party)",
            base: "give \(thing) to \(party)",
            notPast: "gave no \(thing) to \(party)",
            notBase: "give no \(thing) to \(party)"
        )
    }

    private init(
        past: String,
        base: String,
        notPast: String,
        notBase: String
    ) {
        self.past = past
        self.base = base
        self.notPast = notPast
        self.notBase = notBase
    }

    init(_ act: Act, _ kind: SupportKind?) {
        switch act {
        case .support: self = Self.support(kind)
        case .aid: self = Self.aid(kind)
        case .agree:
            self.init(
                past: "made an agreement with %",
                base: "make an agreement with %",
                notPast: "made no agreement with %",
                notBase: "make no agreement with %"
            )
        case .consult: self.init("hold talks with %", "held talks with %")
        case .concede: self.init("give way to %", "gave way to %")
        case .cooperate: self.init("work together with %", "worked together with %")
        case .retreat: self.init("pull back before %", "pulled back before %")
        case .request:
            let thing = kind?.words
            self.init(
                past: "asked % for \(thing ?? "something")",
                base: "ask % for \(thing ?? "something")",
                notPast: "did not ask % for \(thing ?? "anything")",
                notBase: "not ask % for \(thing ?? "anything")"
            )
        case .accuse: self.init("blame or criticise %", "blamed or criticised %")
        case .reject: self.init("turn down %", "turned down %")
        case .threaten: self.init("threaten %", "threatened %")
        case .protest: self.init("protest against %", "protested against %")
        case .sanction: self.init("cut off or punish %", "cut off or punished %")
        case .mobilize: self.init("move forces against %", "moved forces against %")
        case .coerce:
            self.init("use force short of an attack on %", "used force short of an attack on %")
        case .assault: self.init("attack %", "attacked %")
        }
    }

    private static func support(_ kind: SupportKind?) -> ActPhrase {
        switch kind {
        case .words: ActPhrase("back % in words", "backed % in words")
        case .vote: ActPhrase("vote on the side of %", "voted on the side of %")
        case .mediation: ActPhrase("mediate for %", "mediated for %")
        case .asylum: ActPhrase(giving: "asylum", to: "people from %")
        case nil:
            ActPhrase(
                past: "supported %",
                base: "support %",
                notPast: "gave no support to %",
                notBase: "give no support to %"
            )
        case let kind?:
            ActPhrase(
                past: "supported % (\(kind.words))",
                base: "support % (\(kind.words))",
                notPast: "gave no support to % (\(kind.words))",
                notBase: "give no support to % (\(kind.words))"
            )
        }
    }

    private static func aid(_ kind: SupportKind?) -> ActPhrase {
        switch kind {
        case nil, .vote, .mediation, .words: ActPhrase(giving: "aid")
        case .asylum: ActPhrase(giving: "asylum", to: "people from %")
        case .troops: ActPhrase(giving: "troops")
        case .cyber: ActPhrase(giving: "help with cyber defence")
        case .trade: ActPhrase(giving: "help with trade")
        case let kind?: ActPhrase(giving: kind.words)
        }
    }
}

extension String {
    /// The same with its first letter a capital.
    package var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
