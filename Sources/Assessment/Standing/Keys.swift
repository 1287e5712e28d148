package import Diplomacy

extension CitedStatement {
    /// What it is counted as one with: its event; itself where nobody has asked for it.
    var eventKey: String { event ?? id }

    /// Whether it is no guess of the coder.
    var isSure: Bool { statement.confidence >= Citation.sureReading }

    /// Whose voice it is counted as: its root; its article where nobody has asked for it.
    package var rootKey: String { root?.id ?? article.id }

    /// What it counts as where happenings are counted together; see `Root.witness`.
    package var witnessKey: String { root?.witness ?? article.id }

    /// Who speaks, over all events: a root is a voice on one occasion.
    ///
    /// An outlet's own account is the outlet's, an unnamed voice that of its outlet; an article where nobody
    /// knows whose it is.
    var voiceKey: String {
        guard let root, root.name != nil || root.outlet != nil else { return article.id }
        return [root.name, root.actor?.rawValue, root.kind == .unnamed ? root.outlet : nil]
            .compactMap(\.self).joined(separator: ", ")
    }
}

extension Root {
    /// Who answers for it over several happenings: a named voice; else the outlet that carries it, whose own
    /// account and the voices that it does not name are one report; else the article.
    ///
    /// A case, a brief or a pair of parties spans many happenings, in each of which a voice is a root of its own:
    /// there it is counted once, however many sentences it has. SQL says the same in `LedgerDatabase.witness`.
    package var witness: String {
        guard kind == .named, let name else { return outlet ?? article }
        return actor.map { "\(name), \($0.rawValue)" } ?? name
    }
}
