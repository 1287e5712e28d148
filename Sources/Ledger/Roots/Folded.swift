import Foundation

/// Words in small letters, in which phrases are looked for.
struct Folded {
    let text: String
    private let bytes: [UInt8]
    private let twos: ByteTwos
    /// Accents that stand by themselves: then equal letters may have other bytes.
    private let hasLooseAccents: Bool

    init(_ words: String) {
        text = words.lowercased()
        bytes = Array(text.utf8)
        twos = ByteTwos(bytes)
        // U+0300 to U+036F begin with these.
        hasLooseAccents = bytes.contains { $0 == 0xCC || $0 == 0xCD }
    }

    private static func holds(
        _ text: UnsafeRawBufferPointer,
        _ sought: UnsafeRawBufferPointer
    ) -> Bool {
        guard let start = text.baseAddress, let phrase = sought.baseAddress else { return false }
        // Where the phrase may begin, from here on.
        var (place, left) = (start, text.count - sought.count + 1)
        while left > 0, let found = memchr(place, Int32(sought[0]), left) {
            if memcmp(found, phrase, sought.count) == 0 { return true }
            left -= UnsafeRawPointer(found) - place + 1
            place = UnsafeRawPointer(found) + 1
        }
        return false
    }

    /// False where the phrase surely does not stand in the text: nearly always, and found out over bytes.
    func mayHold(_ phrase: OutletBook.Phrase) -> Bool {
        if hasLooseAccents { return true }
        return twos.contains(phrase.twos)
            && bytes.withUnsafeBytes { text in
                phrase.bytes.withUnsafeBytes { sought in Self.holds(text, sought) }
            }
    }
}
