/// The seventeen universal parts of speech of Universal Dependencies, in their alphabetic order.
///
/// The raw value is the place in that order, 0 to 16, which the model files use.
package enum UPOS: UInt8, CaseIterable, Sendable {
    case adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb
    case x

    /// As written in CoNLL-U: `ADJ`, `PROPN`.
    package var name: String { Self.names[Int(rawValue)] }

    /// The part of speech with this name, or nil.
    package init?(name: String) {
        guard let place = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(place))
    }

    private static let names = [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
        "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
    ]
}
