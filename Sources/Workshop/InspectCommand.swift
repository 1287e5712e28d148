import ArgumentParser
import Coding
import Diplomacy
import Foundation
import Reading
import Text

/// Prints what was read and coded, for whoever is changing the coder.
struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Prints the statements of articles with how each part was found.",
        shouldDisplay: false
    )

    @Argument(help: "Files and folders with articles; '-' is standard input.")
    var paths: [String]

    @Flag(help: "Print the blocks, kept and discarded, instead of the statements.")
    var blocks = false

    @Flag(help: "Print the ties instead of the statements.")
    var ties = false

    @Flag(help: "Print also what was left out, with the reason.")
    var omissions = false

    @Flag(help: "Print every reading that the ranker chooses from, a line each, with its values.")
    var proposals = false

    @Flag(help: "Print what the rules read alone, without anything that was learnt.")
    var rules = false

    @Option(help: "Print the readings of sentences that hold these words, the likeliest first.")
    var readings: String?

    func run() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let learnt: NewsCoder.Learnt = rules ? .nothing : proposals ? .relations : .all
        let coder = try NewsCoder(ResourceFolder(), learnt: learnt)
        Messages.print("load \(clock.now - start)")
        let finder = DocumentFinder()
        for file in finder.files(at: paths) {
            for found in finder.documents(in: try file.get()) {
                switch found {
                case .failure(let error): Messages.print("\(error)")
                case .document(let document): inspect(document, coder, clock)
                }
            }
        }
    }

    private func inspect(_ document: SourceDocument, _ coder: NewsCoder, _ clock: ContinuousClock) {
        let start = clock.now
        do {
            let coded = try coder.code(document)
            Messages.print("\(document.name) \(clock.now - start)")
            if proposals {
                try printProposals(document, coder)
            } else if let readings {
                try printReadings(document, coder, holding: readings)
            } else if blocks {
                printBlocks(coded.article)
            } else if ties {
                try printTies(coded, document.name)
            } else {
                try printStatements(coded, document.name)
            }
        } catch {
            Messages.print("\(error)")
        }
    }

    /// Document, act's word, its bytes, its sentence's bytes, source, target, act, polarity, values.
    private func printProposals(_ document: SourceDocument, _ coder: NewsCoder) throws {
        let (_, proposals) = try coder.proposals(in: document)
        for proposal in proposals {
            let places = [proposal.word, proposal.sentence].flatMap {
                [$0.lowerBound, $0.upperBound]
            }
            print(
                ([document.name, "\(proposal.cue)"] + places.map(String.init)
                    + [
                        proposal.source.rawValue, proposal.target?.rawValue ?? "-",
                        proposal.act.rawValue, proposal.polarity.rawValue,
                        [proposal.sourceWords, proposal.targetWords].map {
                            $0.map { "\($0.lowerBound)-\($0.upperBound)" } ?? "-"
                        }.joined(separator: ","),
                        proposal.values.map { String(Int($0)) }.joined(separator: ","),
                    ]).joined(separator: "\t")
            )
        }
    }

    private func printReadings(
        _ document: SourceDocument,
        _ coder: NewsCoder,
        holding words: String
    ) throws {
        var sentence = ""
        for reading in try coder.weighedReadings(in: document)
        where reading.sentence.contains(words) {
            if reading.sentence != sentence { print("#", reading.sentence) }
            sentence = reading.sentence
            print(
                String(format: "%.2f", reading.probability),
                reading.isDrafted ? "rules" : "-",
                reading.source.rawValue,
                reading.act.rawValue,
                reading.target?.rawValue ?? "-",
                reading.polarity.rawValue,
                reading.word,
                separator: "\t"
            )
        }
    }

    private func printBlocks(_ article: Article) {
        print("#", article.title ?? "-", article.language, article.publication)
        for block in article.blocks {
            let words = article.words(at: block.range).prefix(90)
            print(block.role, block.discard.map(\.rawValue) ?? "KEEP", words)
        }
    }

    private func printStatements(_ coded: CodedArticle, _ name: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for statement in coded.statements {
            let line = try encoder.encode(Line(statement, doc: name))
            print(String(decoding: line, as: UTF8.self))
        }
        guard omissions else { return }
        for omission in coded.omissions {
            print("OMIT", omission.reason.rawValue, omission.detail, "|", omission.quote)
        }
    }

    private func printTies(_ coded: CodedArticle, _ name: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for tie in coded.ties {
            print(name, String(decoding: try encoder.encode(tie), as: UTF8.self), separator: "\t")
        }
    }

    private struct Line: Encodable {
        let doc, source, act, polarity, modality, quote: String
        let target, kind, date: String?
        let speaker, marks, trail: [String]
        let confidence: Double

        init(_ statement: Statement, doc: String) {
            self.doc = doc
            source = statement.source.rawValue
            target = statement.target?.rawValue
            act = statement.act.rawValue
            kind = statement.kind?.rawValue
            polarity = statement.polarity.rawValue
            modality = statement.modality.rawValue
            speaker = statement.speakers.isEmpty ? ["author"] : statement.speakers.map(\.name)
            date = statement.date?.edtf
            quote = statement.evidence.quote
            confidence = statement.confidence
            marks = statement.marks.map(\.rawValue)
            trail = statement.trail
        }
    }
}
