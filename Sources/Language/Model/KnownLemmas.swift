/// Which dictionary forms a spelling dictionary lists, in ten bits a word.
///
/// A Bloom filter (Bloom 1970): what was put in is always found, and of other words about one in a hundred is
/// taken for a listed one. Where it is empty it knows nothing, and is not asked.
package struct KnownLemmas: Sendable {
    package let bits: [UInt8]

    /// Ten bits a word and seven looks: one false answer in 120.
    private static let bitsPerWord = 10
    private static let looks = 7

    /// The filter that lies in a model's file.
    package init(bits: [UInt8]) { self.bits = bits }

    package init(_ lemmas: some Collection<String>) {
        guard !lemmas.isEmpty else {
            bits = []
            return
        }
        var bits = [UInt8](repeating: 0, count: lemmas.count * Self.bitsPerWord / 8 + 1)
        for lemma in lemmas {
            for bit in Self.places(lemma, bits.count) { bits[bit / 8] |= 1 << UInt8(bit % 8) }
        }
        self.bits = bits
    }

    package var isEmpty: Bool { bits.isEmpty }

    /// Whether the dictionary lists the word, as far as the filter can tell.
    package func contains(_ lemma: String) -> Bool {
        !bits.isEmpty
            && Self.places(lemma, bits.count).allSatisfy {
                bits[$0 / 8] & (1 << UInt8($0 % 8)) != 0
            }
    }

    private static func places(_ lemma: String, _ bytes: Int) -> [Int] {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in Tokenizer.fold(lemma).utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        // Two halves make seven hashes (Kirsch and Mitzenmacher 2006).
        let (first, second) = (hash >> 32 ^ hash, hash >> 17 | 1)
        return (0..<UInt64(looks)).map { Int((first &+ $0 &* second) % UInt64(bytes * 8)) }
    }
}
