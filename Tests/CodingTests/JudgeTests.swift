import Diplomacy
import Foundation
import Testing
import Text

@testable import Coding

/// Who says a statement, when it was and how certain it is, once its parties are known.
struct JudgeTests {
    /// Judges that hold nothing likely.
    private static var judges: Judges {
        Judges(
            Dictionary(
                uniqueKeysWithValues: Judges.Question.all.map { question in
                    (
                        question,
                        Judge(
                            encodings: question.categories.map {
                                $0 ? .init(values: [7: 0.5], usual: 0.25) : nil
                            },
                            trees: BoostedTrees(
                                bias: -2,
                                columns: question.categories.count,
                                trees: [[.init(column: -1, left: 0, threshold: 0.5)]]
                            )
                        )
                    )
                }
            )
        )
    }

    private static func file(_ bytes: [UInt8], _ use: (URL) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).model")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        try use(file)
    }

    @Test func `judges are written and read as they were`() throws {
        let bytes = Self.judges.fileBytes()
        try Self.file(bytes) { file in
            let read = try Judges(file)
            #expect(read.fileBytes() == bytes)
        }
    }

    @Test func `judges cut short, or of another kind, are refused with their name`() throws {
        let bytes = Self.judges.fileBytes()
        for damaged in [Array(bytes.dropLast(5)), Array("CASUSRNK".utf8) + bytes.dropFirst(8), []] {
            try Self.file(damaged) { file in
                let error = #expect(throws: BinaryError.self) { try Judges(file) }
                #expect(error.map { "\($0)".contains(file.lastPathComponent) } ?? false)
            }
        }
    }

    @Test(arguments: [
        ("ru", "По словам Минска, Франция осудила Турцию.", "Minsk"),
        ("uk", "За словами Мінська, Франція засудила Туреччину.", "Minsk"),
        ("uk", "За словами експерта Івана Коваля, Туреччина засудила Грецію.", "expert Ivan Koval"),
        ("uk", "За даними Білого дому, Туреччина атакувала Грецію.", "White House"),
        ("ru", "По данным Пентагона, Турция атаковала Грецию.", "Pentagon"),
        ("ru", "По данным ФСБ, Турция атаковала Грецию.", "FSB"),
        ("ru", "По словам Киева, Турция атаковала Грецию.", "Kyiv"),
        ("uk", "За словами Тайваню, Туреччина атакувала Грецію.", "Taiwan"),
    ])
    func `a voice has one name in every language`(
        _ language: String,
        _ text: String,
        _ name: String
    ) throws {
        let statement = try Coder.statement(text, language: language)
        #expect(statement.speakers.map(\.name) == [name])
    }

    @Test func `who answers in an interview is who was introduced before it`() throws {
        let text = """
            We spoke with the political scientist Jane Porter about the Caucasus.

            — Was Norway surprised?

            — Not at all. Norway betrayed Sweden.

            — And Finland?

            — Finland helped Sweden with weapons.

            — Is that enough?

            — It is not.
            """
        let statements = try Coder.code(text).statements
        let betrayal = try #require(statements.first { $0.source.rawValue == "NOR" })
        #expect(betrayal.speakers.map(\.name) == ["political scientist Jane Porter"])
    }

    @Test func `a name before a colon speaks its paragraph`() throws {
        let text = "Porter: No. Norway betrayed Sweden."
        #expect(try Coder.statement(text).speakers.map(\.name) == ["Porter"])
    }

    @Test(arguments: [
        ("en", "Canada will supply weapons to Kenya next Tuesday.", "2024-06-11"),
        ("de", "Kanada liefert Kenia am kommenden Dienstag Waffen.", "2024-06-11"),
        ("en", "Canada sent weapons to Kenya in the summer of 2022.", "2022-06/2022-08"),
    ])
    func `a coming day and a season are dates`(
        _ language: String,
        _ text: String,
        _ date: String
    ) throws {
        #expect(try Coder.statement(text, language: language).date?.edtf == date)
    }

    @Test func `what will be sent is expected on its day`() throws {
        let text = "Canada will send weapons to Kenya next Tuesday."
        #expect(try Coder.statement(text).date?.edtf == "2024-06-11")
    }

    @Test func `a month without a year belongs to the year that its paragraph speaks of`() throws {
        let text = "Canada condemned Serbia in 2021. In March Canada sent weapons to Kenya."
        let statements = try Coder.code(text).statements
        #expect(statements.map { $0.date?.edtf } == ["2021", "2021-03"])
    }
}
