import Diplomacy

/// What a reader is told of a code beyond its plain words, which Assessment has.
extension Act {
    /// How the colour of a lit span is chosen, with the word that says the same.
    ///
    /// PLOVER counts a
    /// request as conflict in words; a reader does not, least of all an ally's request for help.
    var side: ActSide { self == .request ? .neutral : isHostile ? .conflict : .cooperation }

    var isDeed: Bool { quad == .materialCooperation || quad == .materialConflict }
}

/// What the colour of a lit span means.
enum ActSide: String {
    case cooperation, conflict, neutral

    /// The shape that says what the colour says.
    var sign: HTML {
        switch self {
        case .cooperation: "●"
        case .conflict: "◆"
        case .neutral: "○"
        }
    }
}

/// The sign of what was expected and did not come.
enum MissingSign {
    static let html: HTML = "✕"
}
