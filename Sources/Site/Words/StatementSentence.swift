import Assessment
package import Diplomacy

/// A statement as one sentence for a page, the parties bold: `PlainSentence` in English.
///
/// A language whose phrases have `sentence.frame` gets the codes in words, in that frame: who, to whom,
/// which act, how it is told. Names would have to be declined for more.
///
/// The words of the article are never rewritten; this is the reading of them that can be wrong, and
/// stands beside the quote so that anybody can compare the two.
struct StatementSentence {
    let sentence: PlainSentence
    let names: Tongue

    init(_ sentence: PlainSentence, names: Tongue) {
        self.sentence = sentence
        self.names = names
    }

    init(statement: Statement, names: Tongue) {
        self.init(PlainSentence(statement), names: names)
    }

    /// For a title or an attribute.
    var text: String { told { names($0) } }

    private func told(_ name: (ActorCode) -> String) -> String {
        let phrases = names.phrases
        guard phrases.find("sentence.frame") != nil else { return sentence.text(name) }
        let isPlain = sentence.modality == .fact || sentence.modality == .claim
        return phrases.text(
            "sentence.frame",
            name(sentence.source),
            sentence.target.map(name) ?? phrases.text("party.unnamed"),
            names.deed(sentence.act, sentence.kind, sentence.polarity)
                + (isPlain ? "" : ", \(phrases.text("modality.\(sentence.modality.rawValue)"))")
        )
    }

    var html: HTML {
        // Private characters around each name, so that the parties can be told from the verb.
        let marked = told { "\u{E000}\(names($0))\u{E001}" }
        var result = HTML.empty
        let parts = marked.unicodeScalars
            .split(separator: "\u{E000}", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
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

/// Gives the name of an actor in a language; the code itself where none is known.
package struct ActorNames: Sendable {
    private let name: @Sendable (ActorCode, String) -> String?

    /// `name` is asked for a code and the ISO 639-1 code of a language.
    package init(_ name: @escaping @Sendable (ActorCode, String) -> String?) {
        self.name = name
    }

    func callAsFunction(_ code: ActorCode, in language: String) -> String {
        name(code, language) ?? code.rawValue
    }

    /// Every actor under its code.
    package static let codes = ActorNames { _, _ in nil }
}

/// Who says it: the chain from the outermost voice to the innermost.
struct SpeakerChain {
    let speakers: [Voice]
    let names: Tongue

    var html: HTML {
        guard !speakers.isEmpty else {
            return "<span class=\"chain\">\(names.phrases["voice.author"])</span>"
        }
        var voices: [HTML] = []
        var last: String?
        // "Bloomberg quoting Bloomberg" is one voice.
        for voice in speakers where last != voice.name.lowercased() {
            // A state that speaks itself may be named by its code alone.
            let own = voice.actor.flatMap { $0.rawValue == voice.name ? names.heading($0) : nil }
            let actor: HTML? =
                own == nil
                ? voice.actor.map { "<span class=\"for\"> (\(names($0)))</span>" } : nil
            voices.append(
                "<span class=\"voice\">\(HTML.foreign(own ?? voice.name))\(actor)</span>"
            )
            last = voice.name.lowercased()
        }
        let arrow: HTML = " \(HTML.sign("›", said: names.phrases["voice.quoting"])) "
        return "<span class=\"chain\">\(HTML(joining: voices, by: arrow))</span>"
    }
}
