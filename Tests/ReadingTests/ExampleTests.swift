import Diplomacy
import Foundation
import Testing

@testable import Reading

/// What must hold for every article that is shipped.
struct ExampleTests {
    private static func documents() throws -> [SourceDocument] {
        let folder = Desk.root.appending(path: "Examples").path
        let finder = DocumentFinder()
        return try finder.files(at: [folder]).map { try $0.get() }
            .filter { !$0.lastPathComponent.hasPrefix("README") }
            .flatMap { finder.documents(in: $0) }
            .map {
                switch $0 {
                case .document(let document): return document
                case .failure(let error): throw error
                }
            }
    }

    private func article(_ document: SourceDocument) throws -> Article {
        var declared = document.declared
        declared.language = declared.language ?? String(document.name.prefix(2))
        return try Desk.read(document.text, as: document.content, declared: declared)
    }

    @Test func `there are at least twenty-four`() throws {
        #expect(try Self.documents().count >= 24)
    }

    @Test func `the words of every block stand in the file at the place that the map gives`() throws
    {
        for document in try Self.documents() {
            let article = try article(document)
            let source = Array(document.text.utf8)
            let scalars = Array(document.text.unicodeScalars)
            let text = Array(article.text.utf8)
            for (segment, next) in zip(
                article.sourceMap.segments,
                article.sourceMap.segments.dropFirst().map(\.start) + [text.count]
            )
            where segment.isVerbatim {
                let length = next - segment.start
                let words = text[segment.start..<next]
                let isThere = source[segment.sourceByte..<(segment.sourceByte + length)] == words
                #expect(isThere, "\(document.name), byte \(segment.start)")
                let first = String(decoding: words, as: UTF8.self).unicodeScalars.first
                #expect(
                    scalars[segment.sourceScalar] == first,
                    "\(document.name), byte \(segment.start)"
                )
            }
        }
    }

    @Test func `the first and the last word of every kept block lead to their own letters`() throws
    {
        for document in try Self.documents() {
            let article = try article(document)
            let scalars = Array(document.text.unicodeScalars)
            for block in article.blocks where block.isKept {
                let words = article.words(at: block.range)
                let place = Evidence(range: block.range, in: article).sourceScalars
                #expect(scalars[place.lowerBound] == words.unicodeScalars.first, "\(words)")
                // A block may end with an entity, whose last mark is `;`.
                #expect(
                    [words.unicodeScalars.last, ";"].contains(scalars[place.upperBound - 1]),
                    "\(words)"
                )
            }
        }
    }

    @Test func `blocks are in order, apart from each other, and hold whole words`() throws {
        for document in try Self.documents() {
            let article = try article(document)
            var end = 0
            for block in article.blocks {
                #expect(block.range.lowerBound >= end && !block.range.isEmpty, "\(document.name)")
                end = block.range.upperBound
                #expect(!article.words(at: block.range).contains("\u{FFFD}"), "\(document.name)")
            }
            #expect(end <= article.text.utf8.count)
        }
    }

    @Test func `every example has a title and a date with its reason`() throws {
        for document in try Self.documents() {
            let article = try article(document)
            #expect(article.title?.isEmpty == false, "\(document.name)")
            #expect(article.publication.interval != nil, "\(document.name)")
            #expect(!article.publication.reasons.isEmpty, "\(document.name)")
            #expect(article.kept.count >= 5, "\(document.name)")
        }
    }
}
