/// What was done: the sixteen event types of PLOVER, with the edges that the codebook gives them.
package enum Act: String, CaseIterable, Hashable, Sendable, Codable {
    case agree, consult, support, concede
    case cooperate, aid, retreat
    case request, accuse, reject, threaten
    case protest, sanction, mobilize, coerce, assault

    /// PLOVER's four classes: words or deeds, cooperation or conflict.
    package enum Quad: String, CaseIterable, Hashable, Sendable, Codable {
        case verbalCooperation, materialCooperation, verbalConflict, materialConflict
    }

    package var quad: Quad {
        switch self {
        case .agree, .consult, .support, .concede: .verbalCooperation
        case .cooperate, .aid, .retreat: .materialCooperation
        case .request, .accuse, .reject, .threaten: .verbalConflict
        case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
        }
    }

    package var isHostile: Bool { quad == .verbalConflict || quad == .materialConflict }

    /// Whether the act binds both parties alike, so that their order says nothing.
    package var isMutual: Bool { self == .agree || self == .consult || self == .cooperate }
}

/// What a promise or a deed of support consisted of.
package enum SupportKind: String, CaseIterable, Hashable, Sendable, Codable {
    case troops, arms, intelligence, cyber, money, energy, trade, vote, asylum, mediation, words
    case airDefence = "air-defence"
}

/// Whether the act happened.
///
/// Support that was expected and did not come is `notDone`: a record of its own, never dropped.
package enum Polarity: String, CaseIterable, Hashable, Sendable, Codable {
    case done
    case notDone = "not_done"

    package var reversed: Self { self == .done ? .notDone : .done }
}

/// How the text puts the act before its reader (codebook, section 6).
package enum Modality: String, CaseIterable, Hashable, Sendable, Codable {
    case fact, claim, expected, feared, denied, hypothetical
}

/// What a careful reader would note in the margin.
package enum Mark: String, CaseIterable, Hashable, Sendable, Codable {
    /// Evaluates several happenings, or none in particular.
    case assessment
    case joke, metaphor
    case scareQuotes = "scare-quotes"
    /// Reported as heard by others: "reportedly", "allegedly".
    case hearsay
    /// The person no longer led the state when it happened.
    case exLeader = "ex-leader"
    /// A party was taken from the sentence or the heading before.
    case carriedOver = "carried-over"
    /// The act is told by a noun: "the invasion of".
    case nominal
    /// The party is a generic one: "its allies".
    case genericTarget = "generic-target"
    /// Why help stayed away, as the text says: the source could not.
    case noCapacity = "no-capacity"
    /// It would not.
    case noWill = "no-will"
    /// Something else mattered more to it.
    case otherPriority = "other-priority"
    /// Nothing bound it to help.
    case noDuty = "no-duty"
    /// A person reads the words otherwise than the coder did; this is the person's reading.
    case corrected

    /// Those that say why help stayed away, from what one cannot help to what one chooses.
    package static let reasons: [Mark] = [.noCapacity, .noDuty, .otherPriority, .noWill]
}
