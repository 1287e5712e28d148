/// Where a statement comes from in the end: one voice on one occasion.
///
/// A reprint, a translation and "as Bloomberg writes" share the root of what they repeat.
/// Corroboration counts roots, never articles or outlets. How a root is found stands in
/// `Documentation/roots.md`.
package struct Root: Hashable, Sendable, Codable, Identifiable {
    package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// A person or an office that is named: one root, however many outlets quote it.
        case named
        /// Somebody whom an outlet does not name: two outlets' own officials are two roots.
        case unnamed
        /// An outlet's own account.
        case account
    }

    /// The same for the same voice and occasion, in every ledger.
    package let id: String
    package let kind: Kind
    /// As a text names the voice: "Dmitry Peskov", "Venezuelan officials", "Bloomberg".
    ///
    /// Nil for the author of an article whose outlet is not known.
    package let name: String?
    /// The party it speaks for, where that is known.
    package let actor: ActorCode?
    /// The outlet that carries it first; nil where that is not known, or where the voice is named.
    package let outlet: String?
    /// The article in which it is known first.
    package let article: String
    /// The day from which that article can be known.
    package let knownOn: Day

    package init(
        id: String,
        kind: Kind,
        name: String?,
        actor: ActorCode? = nil,
        outlet: String? = nil,
        article: String,
        knownOn: Day
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.actor = actor
        self.outlet = outlet
        self.article = article
        self.knownOn = knownOn
    }
}
