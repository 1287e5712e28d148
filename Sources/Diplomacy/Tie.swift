/// A state of a relationship, as somebody asserts it at a time, where no act is told: *Syria is an ally
/// of Russia*, *Belarus depends on Russia for gas*.
///
/// The sibling of `Statement`: the same evidence, speakers, modality and date. A tie that the text says
/// does not hold has the modality `denied`.
package struct Tie: Hashable, Sendable, Codable, Identifiable {
    /// Which state it is (codebook, section 10b), and what holder and other party are in it.
    package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// The holder is the other's ally, or its partner, in the words of the text.
        case ally, partner
        /// The holder is a member of the other, an organisation.
        case member
        /// The holder protects the other, or guarantees its security.
        case protector
        /// The holder stands above the other: a senior partner, who controls or dominates it.
        case senior
        /// The holder depends on the other; the detail names the channels.
        case dependence
        /// The holder has troops or a base in the other.
        case presence
        /// The holder stands for the other, against it, or aside; the detail says which.
        case stance
        /// What the holder, or its leader, feels for the other or wants of it.
        case attitude
        /// The relations of the two cooled or warmed.
        case trend
        /// The holder belongs to the other, or claims it.
        case territory
        /// Law binds the holder in what it may do; the other is who set the law, or whom it shields.
        case constraint

        /// Whether the tie binds both alike, so that their order says nothing.
        package var isMutual: Bool { self == .ally || self == .partner || self == .trend }
    }

    /// A hash of the article, the place and the core: the same reading has the same id.
    package let id: String
    package let kind: Kind
    /// Nil where the text names nobody: "left without a patron", "a fall is feared".
    package let holder: ActorCode?
    /// Nil where the tie has no other party, as neutrality has none.
    package let other: ActorCode?
    /// What the tie consists of: the channels of a dependence ("energy, money"), the direction of a
    /// trend ("cooled").
    package let detail: String?
    package let modality: Modality
    /// Outermost voice first.
    ///
    /// Empty: the author of the article.
    package let speakers: [Voice]
    package let date: DayInterval?
    package let evidence: Evidence
    /// From 0 to 1.
    package let confidence: Double
    /// How each part was found, in the order of the work: what `casus why` prints.
    package let trail: [String]

    package init(
        id: String,
        kind: Kind,
        holder: ActorCode?,
        other: ActorCode?,
        detail: String?,
        modality: Modality,
        speakers: [Voice],
        date: DayInterval?,
        evidence: Evidence,
        confidence: Double,
        trail: [String]
    ) {
        precondition(holder != nil || other != nil, "a tie is somebody's")
        self.id = id
        self.kind = kind
        self.holder = holder
        self.other = other
        self.detail = detail
        self.modality = modality
        self.speakers = speakers
        self.date = date
        self.evidence = evidence
        self.confidence = confidence
        self.trail = trail
    }
}
