/// One happening: the statements that tell of it, in any article and language, and those that deny it.
package struct Event: Hashable, Sendable, Codable, Identifiable {
    /// That of its first statement.
    package let id: String
    package let source: ActorCode
    /// Nil where nobody names whom it was done to.
    package let target: ActorCode?
    package let family: Act.Family
    /// What most of its roots say: that it was done, or that it was not.
    package let polarity: Polarity
    /// Announced, feared or supposed, but told by nobody as having happened.
    package let isForeseen: Bool
    /// The days on which all of its dates agree, else the span of them; nil where no statement is
    /// dated.
    package let interval: DayInterval?
    /// The ids of the statements that tell of it, in the order of the ledger.
    package let statements: [String]
    /// The ids of the statements that say the opposite of it.
    package let disputes: [String]
    /// The ids of the roots of `statements`, each once.
    package let roots: [Root.ID]
    /// The ids of the roots of `disputes`, each once.
    package let disputingRoots: [Root.ID]

    package init(
        id: String,
        source: ActorCode,
        target: ActorCode?,
        family: Act.Family,
        polarity: Polarity,
        isForeseen: Bool,
        interval: DayInterval?,
        statements: [String],
        disputes: [String] = [],
        roots: [Root.ID],
        disputingRoots: [Root.ID] = []
    ) {
        self.id = id
        self.source = source
        self.target = target
        self.family = family
        self.polarity = polarity
        self.isForeseen = isForeseen
        self.interval = interval
        self.statements = statements
        self.disputes = disputes
        self.roots = roots
        self.disputingRoots = disputingRoots
    }
}

extension Act {
    /// Acts that two careful readers may give to one and the same happening.
    package enum Family: String, CaseIterable, Hashable, Sendable, Codable {
        /// Support and aid.
        case help
        /// Agree and cooperate.
        case bond
        case talk
        /// Concede and retreat.
        case yield
        case ask
        /// Accuse and protest.
        case blame
        case refuse
        /// Threaten and mobilize.
        case threat
        case punish
        /// Coerce and assault.
        case force
    }

    package var family: Family {
        switch self {
        case .support, .aid: .help
        case .agree, .cooperate: .bond
        case .consult: .talk
        case .concede, .retreat: .yield
        case .request: .ask
        case .accuse, .protest: .blame
        case .reject: .refuse
        case .threaten, .mobilize: .threat
        case .sanction: .punish
        case .coerce, .assault: .force
        }
    }
}
