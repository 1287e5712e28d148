import Diplomacy
import Foundation
import Text

@testable import Reading

/// Reads articles for the tests, as the command would.
enum Desk {
    private static let reader = Result { try ArticleReader(ResourceFolder()) }

    /// An article of the lines given; the language is declared, so that a line may say anything.
    static func read(
        _ text: String,
        as content: SourceDocument.Content = .plain,
        declared: SourceDocument.Declared = .init(language: "en")
    ) throws -> Article {
        let document = SourceDocument(
            name: "test",
            place: "test",
            text: text,
            content: content,
            declared: declared
        )
        return try reader.get().article(document) { _ in nil }
    }

    static func page(_ body: String, head: String = "") throws -> Article {
        try read("<!DOCTYPE html><html><head>\(head)</head><body>\(body)</body></html>", as: .html)
    }

    /// A folder that is gone after `body`.
    static func inFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "casus-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// The package's folder.
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}

extension Article {
    /// The words of the blocks that are kept.
    var kept: [String] { blocks.filter(\.isKept).map { words(at: $0.range) } }

    /// Why each block with these words is left out; empty where all are kept.
    func reasons(_ words: String) -> [Block.Discard?] {
        blocks.filter { self.words(at: $0.range).contains(words) }.map(\.discard)
    }
}

/// Paragraphs of a report that is no clutter, for the lines around the one that is tested.
enum Report {
    static let headline = "Ministers part in Valletta without a treaty"
    static let paragraphs = [
        "The ministers of five states left Valletta on Sunday without the treaty that they had come for.",
        "Two of them had promised ships to their neighbours; neither said when the ships would sail.",
        "Their host called the meeting useful, and would not answer any question about the delay.",
        "A date for another meeting was not set, although one delegation had asked for it in writing.",
        "Officials in the harbour said that berths had been kept free since the spring for nothing.",
        "The opposition wants to see the letters that were exchanged before the meeting was called.",
    ]

    static func text(_ lines: [String], after place: Int = 4) -> String {
        ([headline] + paragraphs[..<place] + lines + paragraphs[place...]).joined(separator: "\n")
    }
}
