/// One edge of the relay graph: an article that passes on what another article, or a voice, says.
///
/// An edge depends on its two ends alone. It leads back in time, from what was known later to what was
/// known before; two articles of one day may lead to each other, so whoever follows edges minds cycles.
package struct Relay: Hashable, Sendable, Codable {
    package enum Reason: String, CaseIterable, Hashable, Sendable, Codable {
        /// Nearly the same words.
        case copy
        /// The same actors, names and numbers in the same order, in another language.
        case translation
        /// The article says where it is taken from, whole: "originally published by", "(Reuters)".
        case credit
        /// Some of its sentences are told as another's: "as Bloomberg writes".
        case citation
        /// It strings together passages of several.
        case digest
    }

    /// What is passed on.
    package enum Origin: Hashable, Sendable, Codable {
        /// An article of the ledger, by id.
        case article(String)
        /// An outlet or agency, by the name it is known by, of which no article is at hand.
        case outlet(String)
    }

    /// The id of the article that passes on.
    package let article: String
    package let origin: Origin
    package let reason: Reason
    /// That the one is taken from the other, from 0 to 1.
    package let probability: Double
    /// One sentence: what was seen, "412 of 500 runs of three words are the same".
    package let detail: String

    package init(
        article: String,
        origin: Origin,
        reason: Reason,
        probability: Double,
        detail: String
    ) {
        precondition((0...1).contains(probability), "a probability lies between 0 and 1")
        self.article = article
        self.origin = origin
        self.reason = reason
        self.probability = probability
        self.detail = detail
    }
}
