package import Text

extension Segmenter {
    /// Changes whenever features or hashes change, so that old weights are not read.
    private static let mark = "CASUSEG1"

    /// Reads what `bytes()` wrote; throws a `BinaryError` where it is anything else.
    package init(_ reader: inout BinaryReader) throws {
        try reader.expect(Self.mark)
        let size = 1 << Int(HashedClassifier.bits)
        let words = HashedClassifier(weights: try reader.integers(Int16.self, count: size))
        let sentences = HashedClassifier(weights: try reader.integers(Int16.self, count: size))
        // Two lengths of four bytes each stand before two words.
        let entries = try (0..<reader.count(ofWidth: 8)).map { _ in
            (token: try reader.word(), words: try reader.word())
        }
        guard entries.allSatisfy({ !$0.token.isEmpty && $0.words.contains(" ") }) else {
            throw reader.error("a multiword token has no words")
        }
        self.init(words: words, sentences: sentences, multiwords: MultiwordRules(entries))
    }

    /// The segmenter as half a megabyte of bytes, for a model file.
    package func bytes() -> [UInt8] {
        var writer = BinaryWriter()
        writer.mark(Self.mark)
        writer.integers(words.weights)
        writer.integers(sentences.weights)
        writer.count(multiwords.entries.count)
        for entry in multiwords.entries {
            writer.word(entry.token)
            writer.word(entry.words)
        }
        return writer.bytes
    }
}
