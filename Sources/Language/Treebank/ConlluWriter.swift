/// Writes sentences in CoNLL-U so that the text comes back from it to the byte.
///
/// `# text` holds the sentence with one space for any white space between its tokens; what stood
/// there in truth is in the last column: nothing for one space, `SpaceAfter=No`, or `SpacesAfter=`
/// with the white space itself. Bytes that are no UTF-8 are written as U+FFFD.
///
/// A long text may be written stretch by stretch: each call goes on where the last one ended.
package struct ConlluWriter {
    /// The number of the next sentence, its `# sent_id`, from 1.
    private var number = 1
    /// Whether an empty line, or nothing, stands before the next sentence.
    private var opensParagraph = true

    /// Names the document, where there are several in one file.
    private let document: String?

    /// `document`: its name, for `# newdoc id` and before the numbers of its sentences.
    package init(document: String? = nil) {
        self.document = document.map {
            $0.split(whereSeparator: \.isNewline).joined(separator: " ")
        }
    }

    /// CoNLL-U of all sentences of `bytes`.
    package mutating func write(_ sentences: [ParsedSentence], of bytes: [UInt8]) -> String {
        write(sentences.map(\.words), bytes) { sentence, word in
            let parsed = sentences[sentence]
            return [
                Self.cell(parsed.lemmas[word]), parsed.tags[word].name, "_",
                Self.cell(parsed.features[word]), String(parsed.heads[word]),
                Self.cell(parsed.relations[word]),
            ]
            .joined(separator: "\t")
        }
    }

    /// CoNLL-U of all sentences of `bytes`, which are only cut into words: what is not known is `_`.
    package mutating func write(_ sentences: [SegmentedSentence], of bytes: [UInt8]) -> String {
        write(sentences, bytes) { _, _ in "_\t_\t_\t_\t_\t_" }
    }

    private static func cell(_ value: String) -> String { value.isEmpty ? "_" : value }

    /// `description`: the columns LEMMA to DEPREL of a word, by its sentence and its place there.
    private mutating func write(
        _ sentences: [SegmentedSentence],
        _ bytes: [UInt8],
        _ description: (Int, Int) -> String
    ) -> String {
        var lines = ""
        for (place, sentence) in sentences.enumerated() {
            let isLast = place + 1 == sentences.count
            let next = isLast ? bytes.count : sentences[place + 1].range.lowerBound
            // White space before the first token of a text has no token to follow.
            let lead = number == 1 ? 0..<sentence.range.lowerBound : 0..<0
            if let document, number == 1 { lines += "# newdoc id = \(document)\n" }
            if opensParagraph { lines += "# newpar\n" }
            let prefix = document.map { $0 + "-" } ?? ""
            lines += "# sent_id = \(prefix)\(number)\n"
            lines += "# text = \(Self.text(sentence, bytes))\n"
            writeWords(sentence, bytes, lead, next, &lines) { description(place, $0) }
            lines += "\n"
            opensParagraph = Self.hasEmptyLine(bytes[sentence.range.upperBound..<next])
            number += 1
        }
        return lines
    }

    private func writeWords(
        _ sentence: SegmentedSentence,
        _ bytes: [UInt8],
        _ lead: Range<Int>,
        _ next: Int,
        _ lines: inout String,
        _ description: (Int) -> String
    ) {
        var multiwords = sentence.multiwords[...]
        var word = 0
        while word < sentence.count {
            let multiword = multiwords.first.flatMap { $0.words.lowerBound == word ? $0 : nil }
            let words = multiword?.words ?? word..<word + 1
            let isLast = words.upperBound == sentence.count
            let end = isLast ? next : sentence.tokens[words.upperBound].lowerBound
            let before = word == 0 && !lead.isEmpty ? [Self.before(bytes[lead])] : []
            let after = Self.after(bytes[sentence.tokens[word].upperBound..<end])
            let misc = Self.cell((after + before).joined(separator: "|"))
            if let multiword {
                lines += "\(word + 1)-\(words.upperBound)\t\(multiword.form)"
                lines += "\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n"
                multiwords.removeFirst()
            }
            for place in words {
                lines += "\(place + 1)\t\(sentence.forms[place])\t\(description(place))\t_\t"
                lines += multiword == nil ? "\(misc)\n" : "_\n"
            }
            word = words.upperBound
        }
    }

    private static func after(_ space: ArraySlice<UInt8>) -> [String] {
        if space.isEmpty { return ["SpaceAfter=No"] }
        if space.elementsEqual([32]) { return [] }
        let text = String(decoding: space, as: UTF8.self)
        return ["SpacesAfter=" + ConlluSpace.escaped(text.unicodeScalars)]
    }

    private static func before(_ space: ArraySlice<UInt8>) -> String {
        let text = String(decoding: space, as: UTF8.self)
        return "SpacesBefore=" + ConlluSpace.escaped(text.unicodeScalars)
    }

    /// The words of a sentence on one line.
    private static func text(_ sentence: SegmentedSentence, _ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var end = sentence.range.lowerBound
        for token in sentence.tokens where token.lowerBound >= end {
            if token.lowerBound > end { text.append(32) }
            text.append(contentsOf: bytes[token])
            end = token.upperBound
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Two ends of line with nothing but blanks between them.
    private static func hasEmptyLine(_ space: ArraySlice<UInt8>) -> Bool {
        space.count { $0 == 10 } >= 2
    }
}
