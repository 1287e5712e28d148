import Coding
import Diplomacy
import Foundation
import Site
import Synchronization
import Text

extension PartyBook {
    /// The languages whose names a person may write.
    private static let languages = ["en", "uk", "ru", "de"]

    /// Every party of the coder's lexicons, by its names in each language: those of the system's tables, and those
    /// that the coder looks for, as they stand in a dictionary.
    init(_ resources: ResourceFolder) throws {
        let folder = try resources.url("Lexicons", of: "Coding")
        var names: [(code: ActorCode, name: String)] = []
        for language in Self.languages {
            let own = folder.appending(path: language)
            let endings = try TableFile(own.appending(path: "endings.tsv"), columns: 3).rows
                .filter { $0.cells[2].split(separator: " ").contains("nom") }
            let nominatives = Dictionary(grouping: endings, by: { $0.cells[0] })
                .mapValues { $0.map { $0.cells[1] } }
            // A word that means several parties at once is none of them.
            let rows = try TableFile(own.appending(path: "actors.tsv"), columns: 3).rows
                .filter { $0.cells[1] == "name" && !$0.cells[0].contains("+") }
            for row in rows {
                let code = ActorCode(row.cells[0])
                names += Self.spellings(row.cells[2], nominatives).map { (code, $0) }
            }
        }
        let codes = Set(names.map(\.code)).sorted()
        let usual = codes.flatMap { code in
            Self.languages.compactMap { language in
                ActorDirectory.name(code, in: language).map { (code: code, name: $0) }
            }
        }
        self.init(codes: codes, names: usual + names)
    }

    /// The forms in which a name of the lexicon stands in a dictionary: `Естоні|ія` is *Естонія*.
    ///
    /// `endings` are those of the nominative, by class.
    private static func spellings(_ pattern: String, _ endings: [String: [String]]) -> [String] {
        pattern.split(separator: " ").reduce([""]) { begun, word in
            let parts = word.split(separator: "|", maxSplits: 1)
            let stems = parts[0].split(separator: "/")
            let ends = parts.count > 1 ? endings[String(parts[1])] ?? [""] : [""]
            let forms = stems.flatMap { stem in ends.map { "\(stem)\($0)" } }
            return begun.flatMap { start in forms.map { start.isEmpty ? $0 : "\(start) \($0)" } }
        }
    }
}

/// A book of parties that is read when somebody names the first one.
final class LazyPartyBook: Sendable {
    private let resources: ResourceFolder
    private let state: Mutex<PartyBook?> = Mutex(nil)

    init(_ resources: ResourceFolder) {
        self.resources = resources
    }

    /// Throws a `TableError` where a lexicon cannot be used.
    func loaded() throws -> PartyBook {
        try state.withLock { state in
            let book = try state ?? PartyBook(resources)
            state = book
            return book
        }
    }
}
