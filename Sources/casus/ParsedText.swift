import Foundation
import Language

/// A file or standard input, read piece by piece.
struct TextInput {
    /// The path, or "standard input".
    let name: String
    private let handle: FileHandle
    /// As much as a pipe holds.
    private static let piece = 65_536

    init(_ path: String) throws {
        if path == "-" {
            name = "standard input"
            handle = .standardInput
            return
        }
        name = path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ParseError(
                place: path,
                problem: "there is no such file",
                cure: "Check the path, or give the text on standard input."
            )
        }
        guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
            throw ParseError(
                place: path,
                problem: isFolder.boolValue ? "is a folder" : "cannot be read",
                cure: "Name files of plain text that you may read."
            )
        }
        self.handle = handle
    }

    /// The next bytes, or nil at the end.
    func next() throws -> Data? {
        do {
            let data = try handle.read(upToCount: Self.piece)
            return data?.isEmpty == false ? data : nil
        } catch {
            throw ParseError(
                place: name,
                problem: "cannot be read to the end",
                cure: "Check the disk or the program that writes it."
            )
        }
    }
}

/// Parsed sentences as lines of CoNLL-U or JSON, for one block of a text after the other.
struct ParsedTextWriter {
    private let format: ParseCommand.Format
    private let document: String?
    private var conllu: ConlluWriter
    /// Bytes of the text before the next block.
    private var offset = 0

    init(_ format: ParseCommand.Format, document: String?) {
        self.format = format
        self.document = document
        conllu = ConlluWriter(document: document)
    }

    mutating func text(_ sentences: [ParsedSentence], of block: [UInt8]) throws -> String {
        switch format {
        case .conllu:
            return conllu.write(sentences, of: block)
        case .json:
            let start = offset
            offset += block.count
            return try sentences.map { sentence in
                try JSON.line(SentenceRow(sentence, block, offset: start, document)) + "\n"
            }
            .joined()
        }
    }
}

/// A sentence as a JSON object; offsets are UTF-8 bytes of the file, ends exclusive.
private struct SentenceRow: Encodable {
    struct Word: Encodable {
        let form, lemma, upos, feats, deprel: String
        /// Counted from 1; `head` 0 is the root.
        let id, head: Int
        /// Of its token.
        let start, end: Int
    }

    struct Multiword: Encodable {
        let form: String
        let first, last: Int
    }

    let doc: String?
    let start, end: Int
    let text: String
    let words: [Word]
    let multiwords: [Multiword]

    init(_ sentence: ParsedSentence, _ block: [UInt8], offset: Int, _ document: String?) {
        doc = document
        start = offset + sentence.range.lowerBound
        end = offset + sentence.range.upperBound
        text = String(decoding: block[sentence.range], as: UTF8.self)
        words = sentence.forms.indices.map { word in
            Word(
                form: sentence.forms[word],
                lemma: sentence.lemmas[word],
                upos: sentence.tags[word].name,
                feats: sentence.features[word],
                deprel: sentence.relations[word],
                id: word + 1,
                head: sentence.heads[word],
                start: offset + sentence.tokens[word].lowerBound,
                end: offset + sentence.tokens[word].upperBound
            )
        }
        multiwords = sentence.words.multiwords.map {
            Multiword(form: $0.form, first: $0.words.lowerBound + 1, last: $0.words.upperBound)
        }
    }
}
