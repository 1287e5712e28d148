package import Diplomacy

extension SupportKind {
    package var words: String { self == .airDefence ? "air defence" : rawValue }
}

extension Strand {
    /// As a row of a pair is labelled: at most twelve letters.
    package var label: String {
        switch self {
        case .didNotCome: "did not come"
        case .inDoubt: "in doubt"
        case .yielded: "gave way"
        case .heldBack: "held back"
        case .foreseen: "may happen"
        default: rawValue
        }
    }
}

extension Modality {
    /// After the name of who says it.
    package var words: String {
        switch self {
        case .fact: "told as a fact"
        case .claim: "a claim"
        case .expected: "expected"
        case .feared: "feared"
        case .denied: "denied"
        case .hypothetical: "only if or perhaps"
        }
    }
}

extension Mark {
    package var words: String {
        switch self {
        case .assessment: "a judgement over several happenings"
        case .joke: "a joke"
        case .metaphor: "a metaphor"
        case .scareQuotes: "in scare quotes"
        case .hearsay: "hearsay"
        case .exLeader: "of a person who had left office"
        case .carriedOver: "a party taken from the text before"
        case .nominal: "told by a noun"
        case .genericTarget: "the other party is named only in general"
        case .noCapacity: "it could not"
        case .noWill: "it would not"
        case .otherPriority: "something else mattered more"
        case .noDuty: "nothing bound it to help"
        case .corrected: "corrected by a reviewer"
        }
    }

    /// Whether a reader must know it before quoting; the others explain how the reading was made.
    var isWarning: Bool {
        switch self {
        case .joke, .metaphor, .scareQuotes, .hearsay, .assessment, .exLeader, .corrected: true
        case .noCapacity, .noWill, .otherPriority, .noDuty: false
        case .carriedOver, .nominal, .genericTarget: false
        }
    }
}

extension Omission.Reason {
    package var words: String {
        switch self {
        case .noTarget: "nobody is named to whom it was done"
        case .noSource: "nobody is named who did it"
        case .sameActor: "both parties are the same"
        case .rhetoricalQuestion: "a question, not a statement"
        case .sport: "a sport report: its states are teams"
        case .unsure: "an act whose parties could only be guessed"
        case .repeated: "told already in the same article"
        }
    }
}

extension Block.Discard {
    package var words: String {
        switch self {
        case .advertisement: "advertisement"
        case .byline: "byline"
        case .caption: "caption"
        case .credit: "picture credit"
        case .gallery: "picture gallery"
        case .legal: "legal notice"
        case .navigation: "navigation"
        case .provenance: "note on where the text comes from"
        case .recentPosts: "list of other posts"
        case .repeatedLead: "lead told twice"
        case .siteName: "name of the site"
        case .social: "links to share or follow"
        case .stamp: "stamp of date and time"
        case .teaser: "teaser for another article"
        case .tooLong: "not read: the article, or a sentence, is too long"
        case .video: "video"
        }
    }
}

/// `1 article`, `2 articles`.
package func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}
