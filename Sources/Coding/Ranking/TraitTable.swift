/// The columns of what is known of a candidate, in their order.
///
/// A *category* has no order of its own (a lemma, a way through the tree); the ranker knows each of its
/// values by how often it went with a right reading.
enum TraitTable {
    struct Column: Hashable, Sendable {
        let name: String
        let isCategory: Bool
    }

    static let cue = columns(
        "language* entry* act* polarity form* frameAct* framePolarity modality* asked converse carrier meant tag* "
            + "relation* governorLemma* lemma* length passive clause* reasons nearGovernor* treeGovernor* "
            + "condition kind* outcome* drafted rivals cues covered* speech* question quoted depth negated "
            + "negations object subject actors gap conditional words sport voice embedded possessed"
    )
    static let party = columns(
        "origin* picked pickedActor pickedOther type* role* route* nesting* slot* passive sourceRank targetRank "
            + "bestSource bestTarget sourceLag targetLag kind* path* turn* length relation* carrierPath* preposition* "
            + "modifier before gap between sameClause listed fitsOwn fitsOther commas verbs speaks repeated order "
            + "case* adposition* possessive depth "
            + "choice antecedent* antecedentGap weight lead doer* back backRole "
            + "below belowActs* above aboveActs* told toldActs* echo echoActs* last lastActs* "
            + "helped helping asked asking struck striking rank mentions absence leads"
    )
    static let pair = columns(
        "draft confidence listed ordered asBefore* sameElsewhere reverseElsewhere lastAct* apart path* "
            + "told toldAct toldNothing toldBack toldNotDone toldShare likeliest* likeliestBack* agrees "
            + "before beforeBack askedBefore parallel alike"
    )

    /// All of them: the word, the source, the target, the two together.
    static let all: [Column] =
        cue.map { Column(name: "cue.\($0.name)", isCategory: $0.isCategory) }
        + party.map { Column(name: "source.\($0.name)", isCategory: $0.isCategory) }
        + party.map { Column(name: "target.\($0.name)", isCategory: $0.isCategory) }
        + pair.map { Column(name: "pair.\($0.name)", isCategory: $0.isCategory) }

    static let sourceStart = cue.count
    static let targetStart = cue.count + party.count
    static let pairStart = cue.count + 2 * party.count

    /// Where the column of that name stands.
    static func place(_ name: String, in columns: [Column]) -> Int {
        guard let place = columns.firstIndex(where: { $0.name == name }) else {
            preconditionFailure("there is no column \(name)")
        }
        return place
    }

    static func columns(_ names: String) -> [Column] {
        names.split(separator: " ").map {
            Column(name: String($0.prefix { $0 != "*" }), isCategory: $0.hasSuffix("*"))
        }
    }
}

/// A category as a number: the same words give the same number in every run.
struct CategoryHash: Hashable, Sendable {
    /// All 32 bits.
    private(set) var value: UInt32 = 2_166_136_261

    static func of(_ text: some StringProtocol) -> Int32 {
        CategoryHash(text).result
    }

    init() {}

    init(_ text: some StringProtocol) { add(text) }

    /// FNV-1a.
    mutating func add(_ text: some StringProtocol) {
        for byte in text.utf8 { value = (value ^ UInt32(byte)) &* 16_777_619 }
    }

    /// Never negative, since small negative numbers mean that there is nothing; 24 bits, which a `Float` holds.
    var result: Int32 { Int32(bitPattern: (value ^ value >> 24) & 0xff_ffff) }
}
