import GRDB

/// A pattern of FTS5 with beginnings of words opened into words of the index.
struct OpenedPattern {
    /// Beginnings of words stand for so many words at most that they are opened into: each takes some 0.1 ms to
    /// look up, where to put together all the places of words that stand everywhere takes 20 to 60 ms each time.
    static let mostOpened = 200
    /// So few are looked up in less time than the blocks that were read last are put into an index of their own.
    static let fewOpened = 20

    /// With the first of them, where there are more.
    let some: String?
    /// Nil where there are more.
    let all: String?

    init(
        _ words: String,
        _ breadth: SearchBreadth,
        most: Int = mostOpened,
        _ database: Database
    ) throws {
        let tokenizer = try database.makeTokenizer(
            .unicode61(diacritics: .keep, separators: ["ʼ"])
        )
        let next = try database.cachedStatement(
            sql: "SELECT term FROM blockWord WHERE term >= ? AND term < ? LIMIT 1"
        )
        var (left, isWhole) = (most, true)
        let pattern = try SearchPattern.fts5(
            words,
            .opened { beginning in
                // As the index writes it.
                let tokens = try tokenizer.tokenize(query: beginning)
                guard let stem = tokens.first?.token, tokens.count == 1 else { return nil }
                var (terms, from) = ([String](), stem)
                // Behind all that begins with it, and right behind a word: no word of the index has either sign.
                while let word = try String.fetchOne(next, arguments: [from, stem + "\u{10FFFF}"]) {
                    guard terms.count < left else {
                        isWhole = false
                        break
                    }
                    terms.append(word)
                    from = word + "\u{1}"
                }
                left -= terms.count
                return terms
            },
            breadth
        )
        some = pattern
        all = isWhole ? pattern : nil
    }
}
