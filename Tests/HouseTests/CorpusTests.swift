import Diplomacy
import Foundation
import Testing

/// The corpus of coded passages: every line keeps to the codebook's form.
struct CorpusTests {
    private struct Passage: Decodable {
        struct Line: Decodable {
            let source: String
            let target: String?
            let act: String
            let polarity: String
            let modality: String
            let speaker: [String]
            let date: String?
            let quote: String
        }

        struct Tie: Decodable {
            let kind: String
            let holder: String
            let other: String?
            let quote: String
        }

        let id: String
        let lang: String
        let published: String
        let text: String
        let gold: [Line]
        let ties: [Tie]
    }

    private static let kinds: Set<String> = [
        "ally", "partner", "member", "protector", "senior", "dependence", "presence", "stance",
        "attitude", "trend", "territory", "constraint",
    ]

    /// An interval of known days, or one with an open end (`2013-07/..`), as the codebook writes them.
    private static func isEDTF(_ date: String) -> Bool {
        let closed =
            date.hasPrefix("../")
            ? String(date.dropFirst(3))
            : date.hasSuffix("/..") ? String(date.dropLast(3)) : date
        return DayInterval(edtf: closed) != nil
    }

    private func passages(_ file: String) throws -> [Passage] {
        try String(
            contentsOf: House.root.appending(path: "Evaluation/corpus/\(file).jsonl"),
            encoding: .utf8
        ).split(separator: "\n").map {
            try JSONDecoder().decode(Passage.self, from: Data($0.utf8))
        }
    }

    private static let files = ["en", "uk", "ru", "de"].flatMap {
        [$0, "plain-" + $0, "analysis-" + $0]
    }

    @Test(arguments: files) func `every line is coded in the codebook's terms`(
        _ file: String
    ) throws {
        let passages = try passages(file)
        let language = String(file.suffix(2))
        #expect(passages.count >= (file.hasPrefix("analysis") ? 100 : 300))
        #expect(Set(passages.map(\.id)).count == passages.count)
        #expect(Set(passages.map(\.text)).count == passages.count)
        for passage in passages {
            #expect(passage.lang == language && passage.id.hasPrefix(language + "-"))
            #expect(DayInterval(edtf: passage.published) != nil, "\(passage.id)")
            for line in passage.gold {
                #expect(Act(rawValue: line.act) != nil, "\(passage.id): \(line.act)")
                #expect(Polarity(rawValue: line.polarity) != nil, "\(passage.id)")
                #expect(Modality(rawValue: line.modality) != nil, "\(passage.id)")
                #expect(passage.text.contains(line.quote), "\(passage.id): \(line.quote)")
                #expect(!line.speaker.isEmpty && line.source != line.target, "\(passage.id)")
                if let date = line.date {
                    #expect(Self.isEDTF(date), "\(passage.id): \(date)")
                }
            }
            for tie in passage.ties {
                #expect(Self.kinds.contains(tie.kind), "\(passage.id): \(tie.kind)")
                #expect(passage.text.contains(tie.quote), "\(passage.id): \(tie.quote)")
            }
        }
    }

    @Test(arguments: ["en", "uk", "ru", "de"]) func `it holds what a careless coder would miss`(
        _ language: String
    ) throws {
        let passages = try passages(language)
        let lines = passages.flatMap(\.gold)
        #expect(Set(lines.map(\.act)) == Set(Act.allCases.map(\.rawValue)))
        #expect(Set(lines.map(\.modality)).count == Modality.allCases.count)
        let absent = lines.count { $0.polarity == "not_done" }
        // A fifth of what is coded did not come, and a fifth of the passages or more hold nothing.
        #expect(absent * 6 > lines.count)
        #expect(passages.count { $0.gold.isEmpty } * 6 > passages.count)
    }
}
