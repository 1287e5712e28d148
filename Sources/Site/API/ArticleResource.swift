import Diplomacy
import Ledger

/// An article with everything that was found in it, for programs.
struct ArticleResource: Encodable {
    struct BlockResource: Encodable {
        let startByte: Int
        let endByte: Int
        let role: String
        let discard: String?
    }

    struct OmissionResource: Encodable {
        let startByte: Int
        let endByte: Int
        let quote: String
        let reason: String
        let detail: String
    }

    struct PersonResource: Encodable {
        let name: String
        let role: String
        let title: String
        let party: String
        let isFormer: Bool
        /// EDTF.
        let date: String?
        let startByte: Int
        let endByte: Int
        let quote: String
    }

    let id: String
    let document: String
    let outlet: String?
    let address: String?
    let byline: String?
    let title: String?
    let language: String
    /// EDTF.
    let published: String?
    let publishedBecause: [String]
    let text: String
    let blocks: [BlockResource]
    let statements: [StatementResource]
    let people: [PersonResource]
    let omissions: [OmissionResource]

    init(desk: Desk, asked: Asked) throws {
        let (article, told) = try desk.article(asked.part("id"), asked.question.clocks)
        id = article.id
        document = article.document
        outlet = article.outlet
        address = article.address
        byline = article.byline
        title = article.title
        language = article.language
        published = article.publication.interval?.edtf
        publishedBecause = article.publication.reasons
        text = article.text
        blocks = article.blocks.map {
            BlockResource(
                startByte: $0.range.lowerBound,
                endByte: $0.range.upperBound,
                role: $0.role.rawValue,
                discard: $0.discard?.rawValue
            )
        }
        statements = told.map(StatementResource.init)
        people = try desk.ledger.people(ofArticle: article.id).map { person in
            PersonResource(
                name: person.name,
                role: person.role.rawValue,
                title: person.title,
                party: person.party.rawValue,
                isFormer: person.isFormer,
                date: person.date?.edtf,
                startByte: person.evidence.range.lowerBound,
                endByte: person.evidence.range.upperBound,
                quote: person.evidence.quote
            )
        }
        omissions = try desk.ledger.omissions(ofArticle: article.id).map {
            OmissionResource(
                startByte: $0.range.lowerBound,
                endByte: $0.range.upperBound,
                quote: $0.quote,
                reason: $0.reason.rawValue,
                detail: $0.detail
            )
        }
    }
}
