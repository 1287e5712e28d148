package import Diplomacy
package import Reading

/// A place where an article names a party or takes one up, whether or not anything is coded of it.
package struct PartyMention: Hashable, Sendable {
    package let party: ActorCode
    /// How it was found: "name of RUS", "a pronoun for the party spoken of last".
    package let reason: String
    package let evidence: Evidence
}

extension NewsCoder {
    /// Every party that the report names, in its order: what the coder chooses the parties of statements from.
    ///
    /// Throws as `code(_:)` does.
    package func mentions(in document: SourceDocument) throws -> [PartyMention] {
        let (article, _, passages) = try read(document)
        return passages.flatMap { passage in
            passage.coder.mentions.compactMap { mention in
                mention.actor.map { party in
                    PartyMention(
                        party: party,
                        reason: mention.reason,
                        evidence: Evidence(
                            range: passage.read.bytes(mention.tokens),
                            in: article
                        )
                    )
                }
            }
        }
    }
}
