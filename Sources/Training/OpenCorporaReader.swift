import Language

/// Reads OpenCorpora's sentences (tags and lemmas, no trees) into the terms of Universal Dependencies.
///
/// Only what both mean alike is taken over: nouns, names, adjectives, verbs, prepositions and marks. A word of any other
/// class gets the tag `X`, which its source does not vouch for, and no lemma.
enum OpenCorporaReader {
    /// The tags that are taken over.
    static let trusted: Set<UPOS> = [.noun, .propn, .adj, .verb, .adp, .punct]

    static func read(_ bytes: [UInt8]) -> [ParsedSentence] {
        var sentences: [ParsedSentence] = []
        var rows: [[Substring]] = []
        for line in String(decoding: bytes, as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ) {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            if cells.count >= 6 {
                rows.append(cells)
            } else if !rows.isEmpty {
                sentences.append(sentence(rows))
                rows = []
            }
        }
        return sentences
    }

    private static func sentence(_ rows: [[Substring]]) -> ParsedSentence {
        let words = SegmentedSentence(
            range: 0..<0,
            forms: rows.map { String($0[1]) },
            tokens: rows.map { _ in 0..<0 },
            multiwords: []
        )
        let tags = rows.map { row in
            // The verb to be is an auxiliary in one scheme and a verb in the other.
            row[2] == "БЫТЬ"
                ? UPOS.x
                : UPOS(name: String(row[3])).flatMap {
                    trusted.contains($0) ? $0 : nil
                } ?? .x
        }
        return ParsedSentence(
            words: words,
            lemmas: zip(rows, tags).map { row, tag in
                tag == .x || row[2] == "_" ? "" : lemma(row[2], tag)
            },
            tags: tags,
            features: rows.map { _ in "" },
            heads: rows.map { _ in 0 },
            relations: rows.map { _ in "dep" }
        )
    }

    /// Lemmas stand in capitals there.
    private static func lemma(_ word: Substring, _ tag: UPOS) -> String {
        let small = word.lowercased()
        return tag == .propn ? small.prefix(1).uppercased() + small.dropFirst() : small
    }
}
