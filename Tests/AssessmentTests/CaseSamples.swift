import Assessment
import Diplomacy
import Text

/// A small register made by hand, and articles about made-up occasions between real parties.
enum CaseSamples {
    static func commitment(
        _ id: String,
        _ kind: Commitment.Kind,
        _ parties: [String],
        _ obligations: [Commitment.Obligation],
        conditions: [Commitment.Condition] = [],
        toAnyState: Bool = false,
        began: String = "1997",
        ended: String? = nil
    ) -> Commitment {
        Commitment(
            id: id,
            name: "The \(id) text",
            kind: kind,
            instrument: .treaty,
            parties: parties.map { Commitment.Party(ActorCode($0)) },
            duties: obligations.map { Commitment.Duty($0, isToAnyState: toAnyState) },
            conditions: conditions,
            began: DayInterval(edtf: began),
            ended: ended.flatMap { DayInterval(edtf: $0) }
        )
    }

    static let register = CommitmentRegister([
        commitment("rus-arm", .defencePact, ["ARM", "RUS"], [.defence, .consultation]),
        commitment("csto-2002", .alliance, ["ARM", "BLR", "KAZ", "RUS"], [.defence]),
        commitment("rus-irn", .partnership, ["IRN", "RUS"], [.consultation]),
        commitment("usa-jpn", .defencePact, ["JPN", "USA"], [.defence]),
        commitment(
            "usa-kor",
            .defencePact,
            ["KOR", "USA"],
            [.defence],
            conditions: [Commitment.Condition(.adversary, "PRK")]
        ),
        commitment("rus-syr", .partnership, ["RUS", "SYR"], []),
        commitment("rus-geo", .partnership, ["GEO", "RUS"], []),
        commitment("rus-pol", .nonAggression, ["POL", "RUS"], [.nonAggression]),
        commitment("deu-mng", .assurance, ["DEU", "MNG"], [.aid], toAnyState: true),
    ])

    /// The small register beside the house's territories and words; the world knows `known`.
    static func facts(known: [KnownOccasion] = []) throws -> CaseFacts {
        let resources = ResourceFolder()
        return CaseFacts(
            register: register,
            territories: try TerritoryTable(resources),
            occasions: OccasionBook(known),
            words: try CaseFacts(resources).words,
            helpWords: try CaseFacts(resources).helpWords
        )
    }

    static func cases(
        _ statements: [CitedStatement],
        known: [KnownOccasion] = [],
        until: String = "2026-01-31"
    ) throws
        -> [AllianceCase]
    {
        guard let day = DayInterval(edtf: until)?.first else { return [] }
        return CaseBuilder(facts: try facts(known: known), until: day).cases(in: statements)
    }

    /// An occasion that the world knows: "attack USA IRN 2025-06-22 2025-06-24".
    static func known(_ words: String) -> KnownOccasion {
        let cells = words.split(separator: " ").map(String.init)
        guard cells.count == 5, let kind = AllianceCase.Trigger(rawValue: cells[0]),
            let began = DayInterval(edtf: cells[3])?.first
        else { preconditionFailure("'\(words)' is no occasion") }
        return KnownOccasion(
            id: "\(cells[2])-\(cells[3])",
            kind: kind,
            adversaries: cells[1] == "-" ? [] : [ActorCode(cells[1])],
            targets: [ActorCode(cells[2])],
            began: began,
            ended: DayInterval(edtf: cells[4])?.last,
            name: "What happened to \(cells[2])",
            source: "a source"
        )
    }

    /// An article in which each sentence stands for one statement.
    static func article(_ name: String, published: String = "2026-01-10") -> SampleArticle {
        SampleArticle(name, outlet: name, published: published, (0..<9).map { "Line \($0)." })
    }
}
