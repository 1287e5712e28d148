import Foundation
import Testing
import Text

@testable import Coding

@Suite struct MeaningTests {
    private static func lexicons() throws -> URL {
        try ResourceFolder().url("Lexicons", of: "Coding")
    }

    private static func meanings(_ language: String) throws -> Meanings {
        let folder = try lexicons()
        return try Meanings(
            Meanings.classes(folder),
            folder: folder.appending(path: language)
        )
    }

    @Test func `words of four languages meet in one English word and its class`() throws {
        let english = try #require(try Self.meanings("en").meaning(of: "attack"))
        for (language, word) in [("de", "angreifen"), ("uk", "напад"), ("ru", "напасть")] {
            let meaning = try #require(try Self.meanings(language).meaning(of: word), "\(word)")
            #expect(meaning.word == CategoryHash("attack"), "\(word)")
            #expect(meaning.classes.contains { english.classes.contains($0) }, "\(word)")
        }
    }

    @Test func `a word that no table holds means nothing known`() throws {
        #expect(try Self.meanings("en").meaning(of: "zzzyx") == nil)
    }

    @Test func `nearly every gloss has a class`() throws {
        let folder = try Self.lexicons()
        let classes = try TableFile(folder.appending(path: "meanings/classes.tsv"), columns: 2)
        let known = Set(classes.rows.map(\.cells[0]))
        for language in ["de", "ru", "uk"] {
            let rows = try TableFile(folder.appending(path: "\(language)/glosses.tsv"), columns: 2)
                .rows
            let glosses = rows.flatMap { $0.cells[1].split(separator: ",").map(String.init) }
            let unknown = glosses.filter { !$0.hasPrefix("=") && !known.contains($0) }
            // What is left are rare words that news about states hardly needs: three in a hundred.
            #expect(unknown.count * 25 < glosses.count, "\(language): \(unknown.prefix(20))")
        }
    }
}
