package import Diplomacy

/// A place where an article names an outlet as the source of its words.
package struct Citation: Hashable, Sendable {
    /// What the outlet is known by, see `OutletBook.key(ofOutlet:)`.
    package let outlet: String
    /// As it is shown: its name in the book, else as the article names it.
    package let name: String
    /// Whether the book of outlets knows it, or a credit names it, or an article of it is at hand.
    ///
    /// Anything else may be anybody, and does not count.
    package let isKnown: Bool
    /// Whether the whole article is taken from it, not one sentence.
    package let isCredit: Bool
    /// The sentence, or the block of the credit, in UTF-8 bytes of `Article.text`.
    package let range: ByteRange

    package init(outlet: String, name: String, isKnown: Bool, isCredit: Bool, range: ByteRange) {
        self.outlet = outlet
        self.name = name
        self.isKnown = isKnown
        self.isCredit = isCredit
        self.range = range
    }
}

/// Who says a statement in the end, as its own article tells it.
package struct Testimony: Hashable, Sendable {
    package let kind: Root.Kind
    /// The same for the same voice, however it is spelt; empty where the article itself speaks.
    package let voice: String
    /// As the text names it; nil where the article itself speaks.
    package let name: String?
    package let actor: ActorCode?
    /// The key of the outlet that the text names as passing it on.
    package let outlet: String?
    /// As the text names that outlet.
    package let outletName: String?

    package init(
        kind: Root.Kind,
        voice: String,
        name: String?,
        actor: ActorCode?,
        outlet: String?,
        outletName: String?
    ) {
        self.kind = kind
        self.voice = voice
        self.name = name
        self.actor = actor
        self.outlet = outlet
        self.outletName = outletName
    }
}
