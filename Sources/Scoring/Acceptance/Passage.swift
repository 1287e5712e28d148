import Coding
import Diplomacy

/// A place of the acceptance list in its coded article, and what was coded there.
struct Passage: Sendable {
    let item: AcceptanceItem
    let coded: CodedArticle
    let seeds: CodedSeeds

    /// How far around the quoted words a condition looks.
    enum Area: Sendable {
        /// The words that the list quotes.
        case quote
        /// The sentence or sentences that hold them.
        case sentence
        /// The paragraph that holds them.
        case paragraph
        /// The sentence that holds these other words of the article.
        case sentenceWith(String)
        /// The paragraph that holds these other words.
        case paragraphWith(String)
        /// From these words to the end of the quote's paragraph.
        case from(String)
    }

    var quote: ByteRange { item.start..<item.end }
    var article: Article { coded.article }

    /// The bytes of `area`.
    ///
    /// An area whose words the article does not hold is a mistake in a table.
    func range(_ area: Area) -> ByteRange {
        switch area {
        case .quote: quote
        case .sentence: sentence(around: quote)
        case .paragraph: paragraph(around: quote)
        case .sentenceWith(let words): sentence(around: place(of: words))
        case .paragraphWith(let words): paragraph(around: place(of: words))
        case .from(let words): place(of: words).lowerBound..<paragraph(around: quote).upperBound
        }
    }

    func statements(in area: Area) -> [Statement] {
        let range = range(area)
        return coded.statements.filter { $0.evidence.range.overlaps(range) }
    }

    func ties(in area: Area) -> [Tie] {
        let range = range(area)
        return coded.ties.filter { $0.evidence.range.overlaps(range) }
    }

    func people(in area: Area) -> [Person] {
        let range = range(area)
        return coded.people.filter { $0.evidence.range.overlaps(range) }
    }

    /// The places that name a party, where the coder was asked for them.
    func mentions(in area: Area) -> [PartyMention] {
        let range = range(area)
        guard seeds.mentions.indices.contains(item.seed) else { return [] }
        return seeds.mentions[item.seed].filter { $0.evidence.range.overlaps(range) }
    }

    func omissions(in area: Area) -> [Omission] {
        let range = range(area)
        return coded.omissions.filter { $0.range.overlaps(range) }
    }

    /// The block that holds the first of the quoted words.
    var block: Block? { article.blocks.first { $0.range.contains(quote.lowerBound) } }

    // MARK: Places

    private func place(of words: String) -> ByteRange {
        guard let found = article.text.firstRange(of: words) else {
            preconditionFailure("\(item.id): '\(words)' is not in \(article.document)")
        }
        let bytes = article.text.utf8
        let start = bytes.distance(from: bytes.startIndex, to: found.lowerBound)
        return start..<start + words.utf8.count
    }

    /// The line of the file: in the seeds a paragraph is one line.
    private func paragraph(around range: ByteRange) -> ByteRange {
        let bytes = Array(article.text.utf8)
        let start = bytes[..<range.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
        let end = bytes[range.upperBound...].firstIndex(of: 10) ?? bytes.count
        return start..<end
    }

    /// From the end of the sentence before to the end of the sentence in which the range ends.
    private func sentence(around range: ByteRange) -> ByteRange {
        let paragraph = paragraph(around: range)
        let ends = sentenceEnds(in: paragraph)
        let start = ends.last { $0 <= range.lowerBound } ?? paragraph.lowerBound
        let end = ends.first { $0 >= range.upperBound } ?? paragraph.upperBound
        return start..<end
    }

    /// Behind each full stop, question or exclamation mark, and the closing quotation marks after
    /// it, that a space follows.
    ///
    /// Coarse, but the acceptance list's sentences hold no abbreviations.
    private func sentenceEnds(in paragraph: ByteRange) -> [Int] {
        let closing: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»"]
        var ends: [Int] = []
        var offset = paragraph.lowerBound
        var isClosed = false
        for scalar in article.words(at: paragraph).unicodeScalars {
            if isClosed, scalar.properties.isWhitespace { ends.append(offset) }
            if scalar == "." || scalar == "!" || scalar == "?" {
                isClosed = true
            } else if !closing.contains(scalar) {
                isClosed = false
            }
            offset += String(scalar).utf8.count
        }
        return ends
    }
}
