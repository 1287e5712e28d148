/// A phrase taken apart once, so that filling it is putting pieces together: its words, and the places for values.
struct PhrasePattern: Sendable {
    private enum Piece {
        /// As text and as markup.
        case words(String, HTML)
        /// Of the value of this number, from 1 on.
        case place(Int)
    }

    private let pieces: [Piece]

    /// A percent sign before a digit is a place; any other stays.
    init(_ phrase: String) {
        var (pieces, words): ([Piece], [UInt8]) = ([], [])
        func take() {
            guard !words.isEmpty else { return }
            let text = String(decoding: words, as: UTF8.self)
            pieces.append(.words(text, HTML(text: text)))
            words = []
        }
        var isAfterSign = false
        for byte in phrase.utf8 {
            if isAfterSign, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte) {
                words.removeLast()
                take()
                pieces.append(.place(Int(byte - UInt8(ascii: "0"))))
                isAfterSign = false
            } else {
                words.append(byte)
                isAfterSign = byte == UInt8(ascii: "%")
            }
        }
        take()
        self.pieces = pieces
    }

    /// A place for which there is no value stays as it is written.
    func text(_ values: [String]) -> String {
        var result = ""
        for piece in pieces {
            switch piece {
            case .words(let text, _): result += text
            case .place(let number):
                result += number <= values.count ? values[number - 1] : "%\(number)"
            }
        }
        return result
    }

    /// The same as markup.
    func html(_ values: [HTML]) -> HTML {
        var result = HTML.empty
        for piece in pieces {
            switch piece {
            case .words(_, let markup): result += markup
            case .place(let number):
                result += number <= values.count ? values[number - 1] : "%\(number)"
            }
        }
        return result
    }
}
