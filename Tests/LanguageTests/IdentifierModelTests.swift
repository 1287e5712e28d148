import Foundation
import Testing
import Text

@testable import Language

struct IdentifierModelTests {
    private static let model = IdentifierModel(
        labels: [
            .init(language: "en", script: .latin), .init(language: "ru", script: .cyrillic),
        ],
        calibration: .init(step: 0.5, sharpness: 1, damping: 0.5, leastFamiliarity: 0.1),
        groups: [
            .init(key: 7, entries: [(0, 3), (1, 255)]), .init(key: 65_536, entries: [(1, 9)]),
            .init(key: .max, entries: []),
        ]
    )

    private func read(_ bytes: [UInt8]) throws -> IdentifierModel {
        var reader = BinaryReader(bytes, name: "identifier.model")
        return try IdentifierModel(&reader)
    }

    @Test func `a model is read back as it was written`() throws {
        #expect(try read(Self.model.fileBytes) == Self.model)
    }

    @Test func `a group adds its weights, and one that is not there adds nothing`() {
        var sums: [Float] = [0, 0]
        for key in [UInt32(7), 8, 65_536, .max] { Self.model.add(key, factor: 2, to: &sums) }
        #expect(sums == [6, 528])
    }

    @Test func `a model with any byte changed or cut off is refused`() {
        let whole = Self.model.fileBytes
        for place in whole.indices {
            var bytes = whole
            bytes[place] ^= 1
            #expect(throws: BinaryError.self) { try read(bytes) }
            #expect(throws: BinaryError.self) { try read(Array(whole[..<place])) }
        }
    }
}

struct LetterWordsTests {
    private func words(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        let words = LetterWords(bytes, [0..<bytes.count])
        return words.words.map { word in
            String(
                String.UnicodeScalarView(words.scalars[word.range].compactMap(Unicode.Scalar.init))
            )
        }
    }

    @Test(arguments: [
        ("capitals and marks", "Škoda, ÉTÉ — Їжак!", ["škoda", "été", "їжак"]),
        ("an apostrophe of any shape", "п’ять l'été don't '", ["п'ять", "l'été", "don't"]),
        ("addresses", "see www.example.com or a@b.org now", ["see", "or", "now"]),
        ("digits and camels", "F16 h3x iPhone 2026 und", ["und"]),
        ("look-alikes", "Kиїв мoст", ["київ", "мост"]),
        ("stress and soft hyphens", "за\u{301}мок Staats\u{AD}rat", ["замок", "staatsrat"]),
    ])
    func `only small letters of whole words are left`(
        _ what: String,
        _ text: String,
        _ expected: [String]
    ) {
        #expect(words(text) == expected)
    }

    @Test func `the small letter is Unicode's, for each letter of Europe's Latin and Cyrillic`() {
        for value in Array(UInt32(0x41)..<0x180) + Array(UInt32(0x400)..<0x530) {
            guard let scalar = Unicode.Scalar(value), Script.of(value) != nil else { continue }
            let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars)
            if lower.count == 1 { #expect(SmallLetters.of(value) == lower[0].value, "\(scalar)") }
        }
    }
}
