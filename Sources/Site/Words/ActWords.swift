import Diplomacy

/// What a reader is told of a code beyond its plain words, which Assessment has.
extension Act {
    /// How the colour of a lit span is chosen, with the word that says the same.
    ///
    /// PLOVER counts a
    /// request as conflict in words; a reader does not, least of all an ally's request for help.
    var side: ActSide { self == .request ? .neutral : isHostile ? .conflict : .cooperation }

    var isDeed: Bool { quad == .materialCooperation || quad == .materialConflict }

    /// What the codebook means by it, in one line.
    var meaning: String {
        switch self {
        case .agree: "signs, ratifies, concludes; a treaty enters into force"
        case .consult: "meets, visits, calls"
        case .support: "words, votes, standing by, backing, protecting"
        case .concede: "yields, withdraws a demand, releases"
        case .cooperate: "trades, sells arms, holds exercises, works together"
        case .aid: "something material: arms in war, troops, fuel, money, asylum"
        case .retreat: "ends a hostile act, pulls forces back"
        case .request: "asks, appeals, urges, demands"
        case .accuse: "criticises, condemns, complains, blames"
        case .reject: "refuses, declines, vetoes, blocks, boycotts"
        case .threaten: "gives an ultimatum, announces a sanction on a condition"
        case .protest: "protests in the street"
        case .sanction: "suspends or cuts aid, supply or ties; imposes sanctions; expels"
        case .mobilize: "moves troops, raises the alert"
        case .coerce: "seizes, arrests, hacks, blockades"
        case .assault: "invades, strikes, shells"
        }
    }
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

extension Modality {
    /// What the word means to a reader.
    var meaning: String {
        switch self {
        case .fact: "the report tells it as having happened"
        case .claim: "somebody says so"
        case .expected: "announced, promised or planned"
        case .feared: "somebody fears or warns that it may happen"
        case .denied: "somebody says that it is not so"
        case .hypothetical: "if, would, could; a duty under a treaty"
        }
    }
}
