import Coding
import Diplomacy
import Foundation
import Reading
import Testing
import Text

/// The whole way on everything that is shipped: bytes in, statements out.
struct ExampleTests {
    private static let documents: Result<[SourceDocument], any Error> = Result {
        let finder = DocumentFinder()
        return try finder.files(at: [House.root.appending(path: "Examples").path])
            .map { try $0.get() }
            .flatMap { finder.documents(in: $0) }
            .map { found in
                switch found {
                case .document(let document): return document
                case .failure(let error): throw error
                }
            }
    }

    private static let coder = Result { try NewsCoder(ResourceFolder()) }

    private static let coded: Result<[CodedArticle], any Error> = Result {
        let shared = try coder.get()
        return try documents.get().map { try shared.code($0) }
    }

    @Test func `every example is read and coded without an error`() throws {
        let coded = try Self.coded.get()
        #expect(coded.count >= 24)
        #expect(Set(coded.map(\.article.language)) == Set(NewsCoder.languages))
        #expect(Set(coded.map(\.article.id)).count == coded.count)
    }

    @Test func `no two statements of an example share an id`() throws {
        for coded in try Self.coded.get() {
            let ids = coded.statements.map(\.id)
            #expect(Set(ids).count == ids.count, "\(coded.article.document)")
        }
    }

    @Test func `read twice, by another coder, every example gives the same`() throws {
        let again = try NewsCoder(ResourceFolder())
        for (document, first) in zip(try Self.documents.get(), try Self.coded.get()) {
            #expect(try again.code(document) == first, "\(document.name)")
        }
    }

    @Test func `every quote stands in its file at the place that is given`() throws {
        for (document, coded) in zip(try Self.documents.get(), try Self.coded.get()) {
            let scalars = Array(document.text.unicodeScalars)
            for statement in coded.statements {
                let evidence = statement.evidence
                #expect(coded.article.words(at: evidence.range) == evidence.quote)
                let words = String(String.UnicodeScalarView(scalars[evidence.sourceScalars]))
                // A page may have tags and entities between the words of a quote.
                let hasMarkup = words.contains("<") || words.contains("&") || words.contains("\n")
                #expect(hasMarkup || words == evidence.quote, "\(document.name): \(evidence.quote)")
                // A quotation mark may be written as an entity.
                let begin: Unicode.Scalar? = words.hasPrefix("&") ? "«" : words.unicodeScalars.first
                #expect(begin == evidence.quote.unicodeScalars.first)
            }
        }
    }

    @Test func `nothing is coded from a block that is left out`() throws {
        for coded in try Self.coded.get() {
            let kept = coded.article.blocks.filter(\.isKept).map(\.range)
            for statement in coded.statements {
                let range = statement.evidence.range
                let isKept = kept.contains {
                    $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
                }
                #expect(isKept, "\(coded.article.document): \(statement.evidence.quote)")
            }
        }
    }

    @Test func `a coded article comes back from JSON as it went`() throws {
        let encoder = JSONEncoder()
        let decoder = JSONDecoder()
        for coded in try Self.coded.get() {
            let data = try encoder.encode(coded)
            #expect(try decoder.decode(CodedArticle.self, from: data) == coded)
        }
    }

    @Test(arguments: [
        "en-09-cup-final-sport", "de-06-stadtwerke-allianz", "uk-07-futbol-islandiia",
        "ru-06-alyans-kompanij",
    ])
    func `a distractor raises no false alarm`(_ name: String) throws {
        let coded = try #require(try Self.coded.get().first { $0.article.document == name })
        #expect(coded.statements.map(\.evidence.quote) == [])
    }

    @Test func `support that did not come is found in every language`() throws {
        let coded = try Self.coded.get()
        for language in NewsCoder.languages {
            let found = coded.filter { $0.article.language == language }.flatMap(\.statements)
            #expect(found.contains { $0.polarity == .notDone }, "\(language)")
        }
    }
}
