package import Diplomacy

/// What was said of one act between two parties, by whomever: the statements of one core together.
package struct Finding: Hashable, BriefEntry {
    package let source: ActorCode
    package let target: ActorCode?
    package let act: Act
    package let kind: SupportKind?
    package let polarity: Polarity
    /// `fact` where anybody tells it as a fact, else `claim`; or the one modality of all of them.
    package let modality: Modality
    package let strand: Strand
    /// By the day told of; the undated last.
    package let citations: Citations

    package var sentence: PlainSentence {
        PlainSentence(
            source: source,
            target: target,
            act: act,
            kind: kind,
            polarity: polarity,
            modality: modality
        )
    }

    /// Whether at least one of its readings is no guess.
    package var isSure: Bool { citations.hasSure }
}

extension Finding {
    /// The statements of `strands`, those of one core together, each with its place in the order of a list: what
    /// weighs most first.
    ///
    /// What is told of two parties makes the same findings whatever else is read.
    static func weighed(
        _ strands: Set<Strand>,
        in statements: [CitedStatement],
        citations most: Int = .max
    ) -> [(weight: ListPlace, element: Finding)] {
        var groups: [Core: [Statement]] = [:]
        var citations: [Core: [Citation]] = [:]
        for cited in statements where strands.contains(Strand(cited.statement)) {
            let core = Core(cited.statement)
            groups[core, default: []].append(cited.statement)
            citations[core, default: []].append(Citation(cited))
        }
        return groups.compactMap { core, statements in
            statements.first.map { first in
                Finding(
                    source: first.source,
                    target: first.target,
                    act: first.act,
                    kind: first.kind,
                    polarity: first.polarity,
                    modality: statements.contains { $0.modality == .fact } ? .fact : first.modality,
                    strand: Strand(first),
                    citations: Citations(
                        (citations[core] ?? []).sorted(by: Citation.isEarlier),
                        most: most
                    )
                )
            }
        }
        .map { (weight: $0.weight, element: $0) }
    }

    /// The order of a list: parties that are named; help before other acts; sure readings; more roots,
    /// more articles, a surer statement; then by name, so that the same ledger makes the same list.
    private var weight: ListPlace {
        ListPlace(
            ranks: [
                target == nil ? 1 : 0, act.isHelp ? 0 : 1, isSure ? 0 : 1, -citations.rootCount,
                -citations.articleCount, -citations.count, -Int(citations.surest * 100),
            ],
            names: [
                source.rawValue, target?.rawValue ?? "", act.rawValue, kind?.rawValue ?? "",
                modality.rawValue,
            ]
        )
    }

    /// What two statements share when they tell of the same thing; facts and claims are told alike.
    private struct Core: Hashable {
        let parties: [ActorCode?]
        let act: Act
        let kind: SupportKind?
        let polarity: Polarity
        /// Nil for a fact or a claim.
        let modality: Modality?

        init(_ statement: Statement) {
            parties = statement.parties
            act = statement.act
            kind = statement.kind
            polarity = statement.polarity
            let isTold = statement.modality == .fact || statement.modality == .claim
            modality = isTold ? nil : statement.modality
        }
    }
}

extension Statement {
    /// Who acts and whom it is done to; in the order of their codes where the order says nothing.
    var parties: [ActorCode?] {
        let both = [source, target]
        return act.isMutual ? both.sorted { ($0?.rawValue ?? "~") < ($1?.rawValue ?? "~") } : both
    }
}
