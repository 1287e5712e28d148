import Assessment
package import Diplomacy

/// A statement as one English sentence for a page: `PlainSentence`, the parties bold.
///
/// The words of the article are never rewritten; this is the reading of them that can be wrong, and
/// stands beside the quote so that anybody can compare the two.
struct StatementSentence {
    let sentence: PlainSentence
    let names: ActorNames

    init(_ sentence: PlainSentence, names: ActorNames) {
        self.sentence = sentence
        self.names = names
    }

    init(statement: Statement, names: ActorNames) {
        self.init(PlainSentence(statement), names: names)
    }

    /// For a title or an attribute.
    var text: String { sentence.text { names($0) } }

    var html: HTML {
        // Private characters around each name, so that the parties can be told from the verb.
        let marked = sentence.text { "\u{E000}\(names($0))\u{E001}" }
        var result = HTML.empty
        for (place, part) in marked.split(separator: "\u{E000}", omittingEmptySubsequences: false)
            .enumerated()
        {
            let pieces = part.split(
                separator: "\u{E001}",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard place > 0, let name = pieces.first else {
                result += HTML(text: String(part))
                continue
            }
            let begins = place == 1 && result.isEmpty
            result += "<b>\(HTML.foreign(begins ? String(name).capitalised : String(name)))</b>"
            if pieces.count > 1 { result += HTML(text: String(pieces[1])) }
        }
        return result
    }
}

/// Gives the name of an actor in English; the code itself where none is known.
package struct ActorNames: Sendable {
    private let name: @Sendable (ActorCode) -> String?

    package init(_ name: @escaping @Sendable (ActorCode) -> String?) {
        self.name = name
    }

    package func callAsFunction(_ code: ActorCode) -> String { name(code) ?? code.rawValue }

    /// Every actor under its code.
    package static let codes = ActorNames { _ in nil }
}

/// Who says it: the chain from the outermost voice to the innermost.
struct SpeakerChain {
    let speakers: [Voice]
    let names: ActorNames

    var html: HTML {
        guard !speakers.isEmpty else {
            return "<span class=\"chain\">the author of the article</span>"
        }
        var voices: [HTML] = []
        var last: String?
        // "Bloomberg quoting Bloomberg" is one voice.
        for voice in speakers where last != voice.name.lowercased() {
            let actor: HTML? = voice.actor.map { "<span class=\"for\"> (\(names($0)))</span>" }
            voices.append("<span class=\"voice\">\(HTML.foreign(voice.name))\(actor)</span>")
            last = voice.name.lowercased()
        }
        let arrow: HTML = " \(HTML.sign("›", said: "quoting")) "
        return "<span class=\"chain\">\(HTML(joining: voices, by: arrow))</span>"
    }
}
