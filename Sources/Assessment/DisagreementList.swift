import Diplomacy

/// Disagreements of every kind: real conflicts first, help before other acts, more roots first.
package struct DisagreementList: Sendable {
    private let kinds: [Disagreement.Kind: Excerpt<Disagreement>]

    init(_ kinds: [Disagreement.Kind: Excerpt<Disagreement>]) { self.kinds = kinds }

    package var count: Int { kinds.values.reduce(0) { $0 + $1.count } }
    package var isEmpty: Bool { count == 0 }

    package func of(_ kind: Disagreement.Kind) -> Excerpt<Disagreement> {
        kinds[kind] ?? Excerpt([])
    }

    /// As many of each kind as are held, kind after kind.
    package var held: [Disagreement] { all.held }

    /// Kind after kind.
    package var all: Excerpt<Disagreement> {
        let lists = Disagreement.Kind.allCases.compactMap { kinds[$0] }
        let laid = lists.compactMap(\.laid)
        if let spool = laid.first?.spool {
            return Excerpt(Laid(spool: spool, pieces: laid.flatMap(\.pieces)))
        }
        return Excerpt(lists.flatMap(\.held), of: count)
    }

    /// Those of one kind alone.
    package func only(_ kind: Disagreement.Kind?) -> DisagreementList {
        kind.map { DisagreementList([$0: of($0)]) } ?? self
    }
}

extension DisagreementList: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(held)
    }
}

/// Puts a list of disagreements together from what is told of two parties at a time.
struct DisagreementDraft {
    private var kinds: [Disagreement.Kind: Ranking<ListPlace, Disagreement>] = [:]
    /// The two parties of questions that were found.
    private var asked: Set<[ActorCode?]> = []
    /// What tells whether help came.
    private var help: [CitedStatement] = []
    private let reach: Reach

    init(_ reach: Reach) { self.reach = reach }

    /// `own` are those of some parties; `help` is compared with that of others in `finish`.
    mutating func add(_ own: DisagreementFinder.Own, help more: [CitedStatement]?) {
        add(own.same + own.otherDirections)
        guard let more else { return }
        asked.formUnion(own.same.map { [$0.source, $0.target] })
        help += more
    }

    mutating func add(_ found: [Disagreement]) {
        for (kind, some) in Dictionary(grouping: found, by: \.kind) {
            kinds[kind, default: Ranking(reach)].add(
                some.map { (weight: $0.place, element: $0) }
            )
        }
    }

    /// Compares whose help is told as come and whose as not come, over all that was added; what that found.
    @discardableResult
    mutating func finish(_ register: CommitmentRegister) -> [Disagreement] {
        let found = DisagreementFinder(help, citations: reach.citations)
            .otherPromisors(beside: asked, register)
        help = []
        add(found)
        return found
    }

    var list: DisagreementList { DisagreementList(kinds.mapValues(\.excerpt)) }
}

extension Disagreement {
    /// Where it stands in a list: real conflicts first, then help, fewer cautions, more roots.
    var place: ListPlace {
        // One plan that each of two has refused is asked about twice in the same words, so the refusal
        // counts too.
        let pair = other.map { $0.source.rawValue + " " + $0.target.rawValue } ?? ""
        let order =
            "\(source.rawValue) \(target?.rawValue ?? "") "
            + "\(acts.map(\.rawValue)) \(pair) " + (no.held.first?.statement ?? "")
        return ListPlace(
            ranks: [
                Kind.allCases.firstIndex(of: kind) ?? 0, acts.contains(where: \.isHelp) ? 0 : 1,
                cautions.count, -weight.roots, -weight.articles,
            ],
            names: [order]
        )
    }
}
