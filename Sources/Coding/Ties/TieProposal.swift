package import Diplomacy
import Language
package import Reading

/// Two parties of a sentence with what the classifier of ties looks at: what it is taught with.
package struct TieProposal: Sendable {
    package let holder: ActorCode
    package let other: ActorCode
    /// The bytes of their sentence in the article's text.
    package let sentence: ByteRange
    package let traits: [UInt32]
}

extension NewsCoder {
    /// Every two parties that stand in one sentence of a document, in either order.
    ///
    /// Throws as `code(_:)` does.
    package func tieProposals(
        in document: SourceDocument
    ) throws -> (Article, [TieProposal]) {
        let (article, _, passages) = try read(document)
        let proposals = passages.flatMap { passage -> [TieProposal] in
            let traits = RelationTraits(passage.read, passage.clauses)
            let mentions = passage.coder.mentions
            return SentenceRelations.pairs(of: mentions).compactMap { first, second in
                guard let holder = mentions[first].actor, let other = mentions[second].actor else {
                    return nil
                }
                let phrases = (mentions[first].tokens, mentions[second].tokens)
                return TieProposal(
                    holder: holder,
                    other: other,
                    sentence: passage.read.sentence.range,
                    traits: traits.traits(source: phrases.0, target: phrases.1)
                        + traits.tieTraits(holder: phrases.0, other: phrases.1)
                )
            }
        }
        return (article, proposals)
    }
}
