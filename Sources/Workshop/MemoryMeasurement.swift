import Foundation
import Language
import Text

/// How much memory the models of several languages take in one process.
struct MemoryMeasurement: Encodable {
    let build: String
    let languages: [String]
    /// Resident bytes of the process: before a model is loaded, with all of them, and once each has read a sentence.
    let emptyBytes: Int?
    let loadedBytes: Int?
    let readyBytes: Int?

    private enum CodingKeys: String, CodingKey {
        case build, languages
        case emptyBytes = "empty_bytes"
        case loadedBytes = "loaded_bytes"
        case readyBytes = "ready_bytes"
    }

    init(languages: [String]) throws {
        build = Stopwatch.build
        self.languages = languages
        let folder = try ResourceFolder().url("Models", of: "Language")
        emptyBytes = Stopwatch.residentMemory()
        let models = try languages.map { language in
            try LanguageModel(folder.appending(path: language + ".model"))
        }
        loadedBytes = Stopwatch.residentMemory()
        var parsers = try models.map { try LanguageParser($0) }
        for index in parsers.indices { _ = parsers[index].parse(Array("Casus foederis.".utf8)) }
        readyBytes = Stopwatch.residentMemory()
    }

    var table: String {
        var table = TextTable("memory of \(languages.joined(separator: ", ")) (\(build))", "")
        for (name, bytes) in [
            ("the process alone", emptyBytes), ("with the models", loadedBytes),
            ("with a worker each", readyBytes),
        ] {
            table.add(name, bytes.map { String(format: "%.1f MB", Double($0) / 1e6) } ?? "-")
        }
        return table.text
    }
}
