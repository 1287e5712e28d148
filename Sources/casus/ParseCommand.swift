import ArgumentParser
import Foundation
import Language
import Text

/// `casus parse`: the language engine alone, text in, trees out.
struct ParseCommand: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case conllu, json
    }

    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Cut text into sentences and words, and join the words to trees.",
        discussion: """
            Reads plain text in UTF-8 from files or standard input; writes CoNLL-U (Universal \
            Dependencies), from which the text can be had back to the byte, or with '--format json' \
            one object a sentence and line. Long input is parsed paragraph by paragraph as it comes.
            """
    )

    @Argument(
        help: "Files; '-' or nothing is standard input.",
        completion: .file()
    )
    var paths: [String] = ["-"]

    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp(
            "The language of the text, as 'en', 'uk', 'ru' or 'de'.",
            discussion: "Without it, each file's own words tell it.",
            valueName: "language"
        )
    )
    var language: String?

    @Option(help: "conllu or json.")
    var format = Format.conllu

    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        var parsers = ParserShelf(dataOptions.resources)
        var output = StandardOutput()
        var (sentences, skipped) = (0, 0)
        for path in paths {
            do {
                sentences += try parse(path, &parsers, &output)
            } catch let error as ClosedPipe {
                throw error
            } catch {
                skipped += 1
                StandardError.write("casus: skipped \(error)")
            }
        }
        try output.flush()
        if skipped > 0 { throw ExitCode.troubled }
        if sentences == 0 { throw ExitCode.nothingFound }
    }

    /// Parses one file block by block; returns how many sentences it has.
    private func parse(
        _ path: String,
        _ parsers: inout ParserShelf,
        _ output: inout StandardOutput
    ) throws -> Int {
        let input = try TextInput(path)
        var writer = ParsedTextWriter(format, document: paths.count > 1 ? input.name : nil)
        var language = language
        var blocks = TextBlocks()
        var count = 0
        while true {
            let piece = try input.next()
            let whole = piece.map { blocks.add($0) } ?? [blocks.finish()].compactMap(\.self)
            for block in whole {
                let known = try language ?? parsers.language(of: block, input.name)
                language = known
                let sentences = try parsers.parse(block, known)
                try output.write(writer.text(sentences, of: block))
                count += sentences.count
            }
            if piece == nil { return count }
        }
    }
}

/// The parsers of the languages that have been asked for, loaded once.
private struct ParserShelf {
    private let resources: ResourceFolder
    private var parsers: [String: LanguageParser] = [:]
    private var identifier: LanguageIdentifier?

    init(_ resources: ResourceFolder) {
        self.resources = resources
    }

    /// The language of a text by its first block.
    mutating func language(of block: [UInt8], _ name: String) throws -> String {
        let identifier = try identifier ?? LanguagePack(resources).identifier
        self.identifier = identifier
        guard let guess = identifier.identify(String(decoding: block, as: UTF8.self)) else {
            throw ParseError(
                place: name,
                problem: "the language cannot be told from its words",
                cure: "Name it with --lang."
            )
        }
        return guess.language
    }

    mutating func parse(_ block: [UInt8], _ language: String) throws -> [ParsedSentence] {
        if parsers[language] == nil { parsers[language] = try load(language) }
        return parsers[language]?.parse(block) ?? []
    }

    private func load(_ language: String) throws -> LanguageParser {
        let folder = try resources.url("Models", of: "Language")
        let file = folder.appending(path: "\(language).model")
        guard FileManager.default.fileExists(atPath: file.path) else {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            let known = names.filter { $0.hasSuffix(".model") && $0 != "identifier.model" }
                .map { $0.dropLast(6) }.sorted()
            throw ParseError(
                place: "--lang \(language)",
                problem: "there is no model of this language",
                cure: "There are: \(known.joined(separator: ", "))."
            )
        }
        return try LanguageParser(LanguageModel(file))
    }
}

/// Text that cannot be parsed: which, why, and what to do.
struct ParseError: Error, CustomStringConvertible {
    let place: String
    let problem: String
    let cure: String

    var description: String { "\(place): \(problem). \(cure)" }
}
