import Foundation
import Testing

@testable import Text

struct TextEncodingTests {
    struct Saved: CustomTestStringConvertible {
        let what: String
        let text: String
        let encoding: TextEncoding

        var testDescription: String { "\(what) in \(encoding.rawValue)" }

        /// Written by Foundation or iconv's table, never by the code under test.
        var bytes: [UInt8] {
            get throws {
                switch encoding {
                case .utf8: Array(text.utf8)
                case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
                case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
                case .windows1251: Array(try #require(text.data(using: .windowsCP1251)))
                case .latin1: Array(try #require(text.data(using: .isoLatin1)))
                case .koi8u: text.unicodeScalars.map(KOI8.byte(of:))
                }
            }
        }
    }

    static let ukrainian =
        "Міністр оборони заявив, що Ґданськ і Київ підпишуть угоду. Її чекали з п'ятниці, але союзники "
        + "не приїхали: «Це ганьба», — сказав він."
    static let russian =
        "Министр обороны объявил, что Москва не поставит оружие. Ёлкин добавил: «Это ложь» — и вышел."
    static let german =
        "Der Außenminister erklärte am Mittwoch, für Österreich gelte das Bündnis nicht. Die "
        + "Verbündeten müssten prüfen, ob größere Übungen möglich seien."

    static let saved: [Saved] =
        [
            ("a Ukrainian text", ukrainian, [TextEncoding.windows1251, .koi8u]),
            ("a Russian text", russian, [.windows1251, .koi8u]),
            ("a German text", german, [.latin1]),
            ("one umlaut", "Das Kabinett erklärte gestern seinen Austritt aus dem Rat.", [.latin1]),
            (
                "two umlauts", "Das Kabinett erklärte gestern, man warte auf die Verbündeten.",
                [.latin1]
            ),
        ].flatMap { what, text, eightBit in
            (eightBit + [.utf8, .utf16LittleEndian, .utf16BigEndian]).map {
                // KOI8-U has no typographic quotes or dashes.
                let plain =
                    $0 == .koi8u
                    ? text.filter { !"«»—".contains($0) } : text
                return Saved(what: what, text: plain, encoding: $0)
            }
        }

    @Test(arguments: saved)
    func `a text comes back from its encoding undeclared`(_ saved: Saved) throws {
        let decoded = try #require(TextEncoding.decode(try saved.bytes))
        #expect(decoded.encoding == saved.encoding)
        #expect(decoded.text == saved.text)
    }

    @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian, .utf8])
    func `a byte-order mark stays in the text, so that offsets hold`(
        _ encoding: TextEncoding
    ) throws {
        let text = "\u{FEFF}" + Self.ukrainian
        let saved = Saved(what: "marked", text: text, encoding: encoding)
        let decoded = try #require(TextEncoding.decode(try saved.bytes))
        #expect(decoded.encoding == encoding)
        #expect(decoded.text == text)
    }

    @Test(arguments: [
        ("windows-1251", TextEncoding.windows1251), ("CP1251", .windows1251), ("koi8-r", .koi8u),
        ("KOI8-U", .koi8u), ("iso-8859-1", .latin1), ("windows-1252", .latin1),
    ])
    func `a declared name decides where the bytes could be many things`(
        _ label: String,
        _ encoding: TextEncoding
    ) {
        // One high byte in ASCII: it says little of itself.
        let decoded = TextEncoding.decode(
            Array("a".utf8) + [0xE4] + Array("b".utf8),
            declared: label
        )
        #expect(decoded?.encoding == encoding)
    }

    @Test func `a wrong declaration does not spoil valid UTF-8`() {
        let decoded = TextEncoding.decode(Array(Self.russian.utf8), declared: "windows-1251")
        #expect(decoded?.encoding == .utf8)
        #expect(decoded?.text == Self.russian)
    }

    @Test func `UTF-8 that was cut inside a letter loses that letter alone`() throws {
        let bytes = Array(Self.ukrainian.utf8)
        let cut = try #require(bytes.indices.reversed().first { bytes[$0] & 0xC0 == 0x80 })
        let decoded = try #require(TextEncoding.decode(Array(bytes[..<cut])))
        #expect(decoded.encoding == .utf8)
        #expect(decoded.text.hasSuffix("\u{FFFD}"))
        #expect(Self.ukrainian.hasPrefix(decoded.text.dropLast()))
    }

    @Test func `UTF-16 with half a letter at its end is still read`() throws {
        let bytes = try Saved(what: "", text: Self.german, encoding: .utf16LittleEndian).bytes
        let decoded = try #require(TextEncoding.decode([0xFF, 0xFE] + bytes.dropLast()))
        #expect(decoded.text == "\u{FEFF}" + Self.german.dropLast())
    }

    @Test func `a Windows apostrophe in English is an apostrophe`() throws {
        let bytes = Array("Russia".utf8) + [0x92] + Array("s ally waited for help in vain.".utf8)
        #expect(TextEncoding.decode(bytes)?.text == "Russia’s ally waited for help in vain.")
    }

    @Test(
        arguments: [
            (
                "a picture",
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D]
            ),
            (
                "a program",
                [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00]
            ),
            (
                "an archive",
                [0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xED, 0xBD]
            ),
            (
                "control bytes",
                [0x41, 0x01, 0x42, 0x02, 0x43, 0x03, 0x44, 0x04, 0x45, 0x05, 0x46, 0x06]
            ),
        ] as [(String, [UInt8])]
    )
    func `what is no text is refused`(_ what: String, _ bytes: [UInt8]) {
        #expect(TextEncoding.decode(bytes) == nil)
    }

    @Test func `nothing is an empty text`() {
        #expect(TextEncoding.decode([])?.text == "")
    }
}

/// KOI8-U as RFC 2319 gives it, as far as the texts above need it.
private enum KOI8 {
    private static let letters: [(Character, UInt8)] =
        Array(zip("юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ", 0xC0...0xFF))
        + [
            ("ё", 0xA3), ("є", 0xA4), ("і", 0xA6), ("ї", 0xA7), ("ґ", 0xAD),
            ("Ё", 0xB3), ("Є", 0xB4), ("І", 0xB6), ("Ї", 0xB7), ("Ґ", 0xBD),
        ]
    private static let table = Dictionary(uniqueKeysWithValues: letters)

    static func byte(of scalar: Unicode.Scalar) -> UInt8 {
        table[Character(scalar)] ?? UInt8(scalar.value)
    }
}
