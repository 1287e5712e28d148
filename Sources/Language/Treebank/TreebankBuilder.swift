/// Gathers the lines of a CoNLL-U file to sentences, and the sentences to a text.
struct TreebankBuilder {
    private let name: String
    private let isKept: TreebankFilter
    /// The number of the sentence that is being read.
    private var number = 0
    private var text: [UInt8] = []
    private var sentences: [ParsedSentence] = []
    private var identifiers: [String] = []
    private var paragraphStarts: [Int] = []
    private var documentStarts: [(name: String, start: Int)] = []
    private var draft = Draft()
    /// Whether the next sentence begins a paragraph; the first of a file does.
    private var opensParagraph = true

    /// The sentence whose lines are being read.
    private struct Draft {
        var identifier = ""
        /// Where the text ended before this sentence.
        var textEnd = 0
        var opensParagraph = false
        var start = 0
        var tokenStart = 0
        var forms: [String] = []
        var tokens: [Range<Int>] = []
        var multiwords: [SegmentedSentence.MultiwordToken] = []
        var lemmas: [String] = []
        var tags: [UPOS] = []
        var features: [String] = []
        var heads: [Int] = []
        var relations: [String] = []
        var lines: [ConlluLine] = []
        var spaceAfter = ""
    }

    init(name: String, keeping isKept: @escaping TreebankFilter) {
        self.name = name
        self.isKept = isKept
    }

    var treebank: Treebank {
        Treebank(
            name: name,
            text: text,
            sentences: sentences,
            identifiers: identifiers,
            paragraphs: Self.ranges(paragraphStarts, sentences.count),
            documents: zip(
                documentStarts,
                Self.ranges(documentStarts.map(\.start), sentences.count)
            )
            .map { Treebank.Document(name: $0.name, sentences: $1) }
            .filter { !$0.sentences.isEmpty }
        )
    }

    /// The ranges that begin at `starts`; empty where two are equal.
    private static func ranges(_ starts: [Int], _ end: Int) -> [Range<Int>] {
        zip(starts, starts.dropFirst() + [end]).map { $0..<$1 }
    }

    mutating func comment(_ line: String) {
        let parts = line.split(separator: "=", maxSplits: 1)
        // `newdoc id`, `newdoc_id`, `newdoc` alone: treebanks differ.
        let key = parts.first.map { $0.split(separator: " ").joined(separator: " ") } ?? ""
        let value = parts.count == 2 ? parts[1].split(separator: " ").joined(separator: " ") : ""
        if key.hasPrefix("newdoc") {
            documentStarts.append((value, sentences.count))
            opensParagraph = true
        } else if key.hasPrefix("newpar"), !key.hasPrefix("newpar_block") {
            opensParagraph = true
        } else if key == "sent_id" {
            draft.identifier = value
        }
    }

    mutating func range(_ cells: [String], _ line: ConlluLine) throws {
        let ends = cells[0].split(separator: "-").map { Int($0) }
        guard ends.count == 2, let first = ends[0], let last = ends[1], first < last,
            first == draft.forms.count + 1, draft.multiwords.last?.words.contains(first - 1) != true
        else {
            throw line.error(
                "has the range '\(cells[0])'",
                cure: "A range stands right before its first word and holds two words or more."
            )
        }
        draft.multiwords.append(.init(words: first - 1..<last, form: cells[1]))
        append(token: cells[1], misc: cells[9])
    }

    mutating func word(_ cells: [String], _ line: ConlluLine) throws {
        let place = draft.forms.count
        guard Int(cells[0]) == place + 1 else {
            throw line.error(
                "has the number '\(cells[0])' where \(place + 1) is expected",
                cure: "Number the words of a sentence from 1 without a gap."
            )
        }
        guard !cells[1].isEmpty else {
            throw line.error("has no word", cure: "Write the word in the second column.")
        }
        guard let tag = UPOS(name: cells[3]) else {
            throw line.error(
                "has the part of speech '\(cells[3])'",
                cure: "Use one of UD's: \(UPOS.allCases.map(\.name).joined(separator: ", "))."
            )
        }
        guard let head = Int(cells[6]), head >= 0, head != place + 1 else {
            throw line.error(
                "has the head '\(cells[6])'",
                cure: "Give the number of another word, or 0 at the root."
            )
        }
        let isInside = draft.multiwords.last?.words.contains(place) ?? false
        if !isInside { append(token: cells[1], misc: cells[9]) }
        draft.forms.append(cells[1])
        draft.tokens.append(draft.tokenStart..<text.count)
        let isUnderscore = cells[1] == "_"
        draft.lemmas.append(cells[2] == "_" && !isUnderscore ? "" : cells[2])
        draft.tags.append(tag)
        draft.features.append(cells[5] == "_" ? "" : Self.sorted(cells[5]))
        draft.heads.append(head)
        draft.relations.append(cells[7])
        draft.lines.append(line)
    }

    mutating func finishSentence() throws {
        defer { draft = Draft() }
        guard !draft.forms.isEmpty else { return }
        for (head, line) in zip(draft.heads, draft.lines) where head > draft.forms.count {
            throw line.error(
                "has the head \(head) in a sentence of \(draft.forms.count) words",
                cure: "Give the number of a word of the sentence, or 0 at the root."
            )
        }
        let end = draft.tokens.last?.upperBound ?? 0
        let words = SegmentedSentence(
            range: draft.start..<end,
            forms: draft.forms,
            tokens: draft.tokens,
            multiwords: draft.multiwords
        )
        if let last = words.multiwords.last, last.words.upperBound > words.count {
            throw draft.lines[draft.lines.count - 1].error(
                "ends the sentence inside the range of '\(last.form)'",
                cure: "Write as many words as the range says."
            )
        }
        defer { number += 1 }
        guard isKept(number, documentStarts.last?.name ?? "", draft.identifier) else {
            text.removeLast(text.count - draft.textEnd)
            opensParagraph = opensParagraph || draft.opensParagraph
            return
        }
        if draft.opensParagraph { paragraphStarts.append(sentences.count) }
        sentences.append(
            ParsedSentence(
                words: words,
                lemmas: draft.lemmas,
                tags: draft.tags,
                features: draft.features,
                heads: draft.heads,
                relations: draft.relations
            )
        )
        identifiers.append(draft.identifier)
        text.append(contentsOf: draft.spaceAfter.utf8)
    }

    private mutating func append(token: String, misc: String) {
        if draft.forms.isEmpty, draft.tokens.isEmpty {
            openSentence(misc)
        } else {
            text.append(contentsOf: draft.spaceAfter.utf8)
        }
        draft.spaceAfter = ConlluSpace.after(misc)
        draft.tokenStart = text.count
        text.append(contentsOf: token.utf8)
    }

    /// Puts what must stand between the last sentence and this one.
    private mutating func openSentence(_ misc: String) {
        draft.textEnd = text.count
        draft.opensParagraph = opensParagraph
        if opensParagraph {
            if documentStarts.isEmpty { documentStarts.append(("", 0)) }
            while let last = text.last, last == 32 || last == 10 || last == 13 || last == 9 {
                text.removeLast()
            }
            draft.textEnd = text.count
            if !text.isEmpty { text.append(contentsOf: [10, 10]) }
            opensParagraph = false
        } else {
            text.append(contentsOf: ConlluSpace.before(misc).utf8)
        }
        draft.start = text.count
    }

    private static func sorted(_ features: String) -> String {
        features.split(separator: "|")
            .sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
            .joined(separator: "|")
    }
}
