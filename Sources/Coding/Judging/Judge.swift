package import Foundation
package import Text

/// Answers one question of a statement, such as "does this voice say it?", with a probability.
///
/// Boosted trees over columns of which some hold categories, as the ranker's; learnt from what people
/// coded in `Evaluation/corpus` (`Rankers/judges.md`).
package struct Judge: Sendable {
    /// By column; nil where a value is a number itself.
    let encodings: [Ranker.Encoding?]
    let trees: BoostedTrees

    package init(encodings: [Ranker.Encoding?], trees: BoostedTrees) {
        precondition(encodings.count == trees.columns, "a column has an encoding or none")
        self.encodings = encodings
        self.trees = trees
    }

    /// Between 0 and 1.
    func probability(_ values: [Int32]) -> Double {
        let row = zip(encodings, values).map { encoding, value in
            encoding?.worth(of: value) ?? Float(value)
        }
        return 1 / (1 + exp(-Double(trees.logOdds(row))))
    }
}

/// The judges of one file, by their questions.
package struct Judges: Sendable {
    /// What is asked of a statement once its parties and its act are known.
    package enum Question: Hashable, Sendable {
        /// Whether a voice says it.
        case voice
        /// Whether a date is its date.
        case date
        /// Whether it is told in this way.
        case modality(Int)

        package static var all: [Question] {
            [.voice, .date] + ModalityTraits.order.indices.map(Question.modality)
        }

        /// The columns that are known for it.
        var columns: [TraitTable.Column] {
            switch self {
            case .voice: VoiceTraits.columns
            case .date: DateTraits.columns
            case .modality: ModalityTraits.columns
            }
        }

        package var categories: [Bool] { columns.map(\.isCategory) }
    }

    private let judges: [Question: Judge]

    private static let mark = "CASUSJDG"
    private static let version: UInt32 = 1

    package init(_ judges: [Question: Judge]) {
        precondition(Question.all.allSatisfy { judges[$0] != nil }, "a judge for each question")
        self.judges = judges
    }

    package subscript(_ question: Question) -> Judge? { judges[question] }

    /// Those that ship.
    package init(_ resources: ResourceFolder) throws {
        try self.init(resources.url("Rankers", of: "Coding").appending(path: "judges.model"))
    }

    func probability(_ question: Question, _ values: [Int32]) -> Double {
        judges[question]?.probability(values) ?? 0
    }

    package func fileBytes() -> [UInt8] {
        var writer = BinaryWriter()
        writer.mark(Self.mark)
        writer.integer(Self.version)
        for question in Question.all {
            guard let judge = judges[question] else { continue }
            writer.taught(judge.encodings, judge.trees)
        }
        return writer.bytes
    }

    /// Reads the file at `url`; throws a `BinaryError` that names the byte.
    package init(_ url: URL) throws {
        var reader = try BinaryReader(url)
        try reader.expect(Self.mark)
        guard try reader.integer(UInt32.self) == Self.version else {
            throw reader.error("judges of another version")
        }
        judges = try Question.all.reduce(into: [:]) { judges, question in
            let (encodings, trees) = try reader.taught(on: question.columns)
            judges[question] = Judge(encodings: encodings, trees: trees)
        }
        try reader.expectEnd()
    }
}
