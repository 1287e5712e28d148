import Language

/// What the segmenter promises of any bytes; a broken promise ends the program, as libFuzzer wants.
enum Promises {
    static func keep(_ sentences: [SegmentedSentence], _ bytes: [UInt8]) {
        let isText = String(validating: bytes, as: UTF8.self) != nil
        var end = 0
        for sentence in sentences {
            precondition(sentence.count > 0, "a sentence has a word")
            precondition(sentence.count <= Segmenter.longestSentence, "a sentence is not too long")
            precondition(
                sentence.range.lowerBound == sentence.tokens[0].lowerBound
                    && sentence.range.upperBound == sentence.tokens[sentence.count - 1].upperBound,
                "a sentence is as long as its tokens"
            )
            for (word, token) in sentence.tokens.enumerated() {
                let isShared = word > 0 && token == sentence.tokens[word - 1]
                precondition(isShared || token.lowerBound >= end, "tokens follow one another")
                precondition(!token.isEmpty && token.upperBound <= bytes.count, "a token has bytes")
                precondition(!isText || isBorder(token.lowerBound, bytes), "tokens begin a scalar")
                precondition(!isText || isBorder(token.upperBound, bytes), "tokens end a scalar")
                end = token.upperBound
            }
        }
    }

    private static func isBorder(_ place: Int, _ bytes: [UInt8]) -> Bool {
        place == bytes.count || bytes[place] & 0xC0 != 0x80
    }
}
