import Diplomacy
import Foundation
import Reading
import Testing
import Text

@testable import Coding

/// A sentence of our own with what a careful reader would code.
struct SentenceCase: CustomTestStringConvertible {
    let what: String
    let language: String
    let text: String
    /// `RUS>ARM aid not_done fact`, in any order; none where nothing is to be coded.
    let expected: Set<String>
    /// Why the coder does not get it right yet.
    let gap: Comment?

    var testDescription: String { "\(language), \(what): \(text)" }

    init(
        _ what: String,
        _ language: String,
        _ text: String,
        _ expected: String...,
        gap: Comment? = nil
    ) {
        self.what = what
        self.language = language
        self.text = text
        self.expected = Set(expected)
        self.gap = gap
    }

    /// Holds the coded sentence against what is expected; a known gap must still be one.
    func check() throws {
        let found = Set(try Coder.code(text, language: language).statements.map(\.core))
        guard let gap else {
            #expect(found == expected)
            return
        }
        withKnownIssue(gap) { #expect(found == expected) }
    }
}

/// The coder with the real lexicons, loaded once for all tests.
enum Coder {
    static let shared = Result { try NewsCoder(ResourceFolder()) }

    /// The day of publication of every sentence that does not say another: a Monday.
    static let monday = "2024-06-10"

    static func code(
        _ text: String,
        language: String = "en",
        published: String? = monday
    ) throws -> CodedArticle {
        try shared.get().code(document(text, language: language, published: published))
    }

    static func document(
        _ text: String,
        language: String = "en",
        published: String? = monday
    ) -> SourceDocument {
        SourceDocument(
            name: "test",
            place: "test",
            text: text,
            content: .plain,
            declared: .init(language: language, published: published)
        )
    }

    /// The cores of all statements: `KEN>SDN aid done fact`.
    static func cores(_ text: String, _ language: String = "en") throws -> Set<String> {
        Set(try code(text, language: language).statements.map(\.core))
    }

    /// The only statement of the sentence.
    static func statement(
        _ text: String,
        language: String = "en",
        published: String? = monday,
        at location: SourceLocation = #_sourceLocation
    ) throws -> Statement {
        let statements = try code(text, language: language, published: published).statements
        #expect(statements.count == 1, "\(statements.map(\.core))", sourceLocation: location)
        return try #require(statements.first, sourceLocation: location)
    }
}

extension Statement {
    /// `RUS>ARM aid not_done fact`.
    var core: String {
        "\(source.rawValue)>\(target?.rawValue ?? "?") \(act.rawValue) \(polarity.rawValue) "
            + modality.rawValue
    }
}
