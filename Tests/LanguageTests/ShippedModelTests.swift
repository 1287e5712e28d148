import Foundation
import Testing
import Text

@testable import Language

/// The models that ship, on sentences whose answer nobody doubts.
struct ShippedModelTests {
    static let languages = ["en", "uk", "ru", "de"]

    private static func folder() throws -> URL {
        try ResourceFolder().url("Models", of: "Language")
    }

    private func parser(_ language: String) throws -> LanguageParser {
        try LanguageParser(LanguageModel(Self.folder().appending(path: language + ".model")))
    }

    @Test(arguments: languages) func `a model keeps to its budget and has a card`(
        _ language: String
    ) throws {
        let file = try Self.folder().appending(path: language + ".model")
        let size = try #require(
            file.resourceValues(forKeys: [.fileSizeKey]).fileSize
        )
        // Fifteen megabytes: four languages must fit a repository and a laptop's memory.
        #expect(size <= 15_000_000)
        let card = try String(
            contentsOf: Self.folder().appending(path: language + ".md"),
            encoding: .utf8
        )
        for part in ["CC BY-SA 4.0", "Workshop train", "LAS"] { #expect(card.contains(part)) }
    }

    @Test(arguments: [
        ("en", "Russia did not help Armenia.", "Russia", "help", "Armenia"),
        ("en", "France sent weapons to Kyiv on Monday.", "France", "send", "weapons"),
        ("uk", "Польща засудила вторгнення.", "Польща", "засудити", "вторгнення"),
        ("uk", "Уряд Литви підтримав Україну.", "Уряд", "підтримати", "Україну"),
        ("ru", "Москва осудила удар Израиля.", "Москва", "осудить", "удар"),
        ("ru", "Китай поддержал Россию.", "Китай", "поддержать", "Россию"),
        ("de", "Deutschland lieferte der Ukraine Panzer.", "Deutschland", "liefern", "Panzer"),
        ("de", "Die Regierung hat den Angriff verurteilt.", "Regierung", "verurteilen", "Angriff"),
    ])
    func `who did what to whom`(
        _ language: String,
        _ text: String,
        _ subject: String,
        _ verb: String,
        _ object: String
    ) throws {
        var parser = try parser(language)
        let sentences = parser.parse(Array(text.utf8))
        #expect(sentences.count == 1)
        let sentence = try #require(sentences.first)
        let root = try #require(sentence.heads.firstIndex(of: 0))
        func dependents(_ relation: String) -> [String] {
            sentence.forms.indices.filter {
                sentence.heads[$0] == root + 1 && sentence.relations[$0] == relation
            }.map { sentence.forms[$0] }
        }
        #expect(sentence.lemmas[root] == verb)
        #expect(dependents("nsubj") == [subject])
        #expect(dependents("obj") == [object])
    }

    @Test func `an object that stands first is taken for the subject`() throws {
        var parser = try parser("uk")
        let sentence = try #require(parser.parse(Array("Україну підтримала Литва.".utf8)).first)
        withKnownIssue("the small Ukrainian treebanks seldom have the object first") {
            #expect(sentence.relations[2] == "nsubj" && sentence.relations[0] == "obj")
        }
    }

    @Test func `a sentence is read alike, whatever was read before it`() throws {
        // Of Рико the best rule makes nothing that the dictionary lists, and each sentence ranks the others anew.
        let sentences = [
            "Пуерто-Рико, що належить Сполученим Штатам, але не голосує за їхнього президента, залишилося без світла після урагану.",
            "Еспозіто й Росселло сперечалися на радіо про те, чи Вашингтон прикриє Пуерто-Рико від росіян.",
        ].map { Array($0.utf8) }
        for (first, second) in [(sentences[0], sentences[1]), (sentences[1], sentences[0])] {
            var fresh = try parser("uk")
            var used = try parser("uk")
            _ = used.parse(first)
            #expect(used.parse(second).map(\.lemmas) == fresh.parse(second).map(\.lemmas))
        }
    }

    @Test(arguments: languages) func `any bytes give an answer whose places hold`(
        _ language: String
    ) throws {
        var parser = try parser(language)
        var state: UInt64 = 5
        for _ in 0..<60 {
            let bytes = (0..<200).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 40)
            }
            for sentence in parser.parse(bytes) {
                #expect(sentence.heads.count { $0 == 0 } == 1)
                #expect(sentence.tokens.allSatisfy { $0.upperBound <= bytes.count })
            }
        }
    }
}
