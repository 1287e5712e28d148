package import Foundation
import Language

/// Reads the sentences that the identifier learns from and those it is measured on.
///
/// The archives are unpacked by `tar` and `xz` into a temporary folder.
package enum IdentifierSources {
    /// `data/langid/lingua_sentences_75langs.tar.xz` under `shared`: a sentence a line.
    ///
    /// One file a language. Each language is put in the script of most of its letters; Serbian is given in Latin
    /// letters too. In the order of the codes.
    package static func lingua(_ shared: URL) throws -> [LabelledSentences] {
        let archive = shared.appending(path: "data/langid/lingua_sentences_75langs.tar.xz")
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try output(of: "tar", ["-xJf", archive.path, "-C", folder.path], reading: archive)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }
            .filter { $0.pathExtension == "txt" && $0.path.contains("/sentences/") }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        return try (files ?? []).flatMap { file in
            let lines = try String(contentsOf: file, encoding: .utf8)
                .split(separator: "\n").map(String.init)
            let language = file.deletingPathExtension().lastPathComponent
            let text = labelled(lines, language)
            return language == "sr" ? [text, text.inSerbianLatin] : [text]
        }
    }

    /// `data/langid/ntrex_dev.tsv.xz` under `shared`: news sentences, for measuring only.
    ///
    /// Those of the languages that lingua has; regional variants count as one language each.
    package static func ntrex(_ shared: URL) throws -> [LabelledSentences] {
        let archive = shared.appending(path: "data/langid/ntrex_dev.tsv.xz")
        let table = try output(of: "xz", ["-dc", archive.path], reading: archive)
        var sentences: [String: [String]] = [:]
        for line in table.split(separator: 10) {
            guard let tab = line.firstIndex(of: 9) else { continue }
            let code = String(decoding: line[..<tab], as: UTF8.self)
            sentences[code, default: []].append(
                String(decoding: line[(tab + 1)...], as: UTF8.self)
            )
        }
        return sentences.keys.sorted().compactMap { code in
            codes[code].map { labelled(sentences[code] ?? [], $0) }
        }
    }

    /// Where our own sentences and what is known of the faults of others lie, below the repository.
    static let ownFolder = "Evaluation/langid/"

    /// What is learnt, and what is held out to choose and to calibrate by: nine tenths and a tenth of `lingua`, mended.
    ///
    /// Our own sentences (`Evaluation/langid/<language>.txt`), of languages whose web sentences are damaged, are all learnt, and
    /// count three times: they alone have every letter.
    package static func parts(
        _ shared: URL,
        root: URL
    ) throws -> (learnt: [LabelledSentences], heldOut: [LabelledSentences]) {
        let mending = try SentenceMending(root: root)
        let texts = try lingua(shared).map(mending.mended)
        let learnt = try texts.map { text in
            let own = try ownSentences(of: text.label.language, root: root)
            return LabelledSentences(
                label: text.label,
                sentences: text.learnt.sentences + own + own + own
            )
        }
        return (learnt, texts.map(\.heldOut))
    }

    private static func ownSentences(of language: String, root: URL) throws -> [String] {
        let file = root.appending(path: ownFolder + language + ".txt")
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private static func labelled(_ sentences: [String], _ language: String) -> LabelledSentences {
        let script = LanguageIdentifier.script(of: sentences.joined(separator: "\n"))
        return LabelledSentences(
            label: .init(language: language, script: script ?? .other),
            sentences: sentences
        )
    }

    private static func output(
        of tool: String,
        _ arguments: [String],
        reading file: URL
    ) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw UnpackingError(file: file.path, tool: tool)
        }
        return data
    }

    /// NTREX's names of the languages that lingua has too.
    private static let codes = [
        "arb": "ar", "aze-Latn": "az", "bel": "be", "bos": "bs", "bul": "bg", "ces": "cs",
        "dan": "da", "deu": "de", "ell": "el", "eng-GB": "en", "est": "et", "fas": "fa",
        "fin": "fi", "fra": "fr", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy",
        "ind": "id", "ita": "it", "jpn": "ja", "kat": "ka", "kaz": "kk", "kor": "ko", "lav": "lv",
        "lit": "lt", "mkd": "mk", "mon": "mn", "msa": "ms", "nld": "nl", "nno": "nn", "nob": "nb",
        "pol": "pl", "por": "pt", "por-BR": "pt", "ron": "ro", "rus": "ru", "slk": "sk",
        "slv": "sl", "som": "so", "spa": "es", "sqi": "sq", "srp-Cyrl": "sr", "srp-Latn": "sr",
        "swa": "sw", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi",
        "zho-CN": "zh", "zho-TW": "zh",
    ]
}

/// An archive that could not be unpacked.
package struct UnpackingError: Error, CustomStringConvertible {
    let file: String
    let tool: String

    package var description: String {
        "\(file): '\(tool)' could not unpack it. Install xz-utils and tar, and look that the file is there."
    }
}
