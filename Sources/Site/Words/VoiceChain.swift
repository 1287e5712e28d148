package import Diplomacy

/// Who says something, as a person reads and writes it in one line: `Reuters > Abbas Araghchi (IRN)`.
///
/// The outermost voice stands first; a party for which a voice speaks stands in brackets behind it. An empty line is
/// the article itself. `(–)` behind a name that ends in brackets says that it speaks for nobody.
package enum VoiceChain {
    package static func text(_ voices: [Voice], name: (ActorCode) -> String) -> String {
        voices.map { voice in
            if let actor = voice.actor { return "\(voice.name) (\(name(actor)))" }
            return voice.name.hasSuffix(")") ? "\(voice.name) (–)" : voice.name
        }.joined(separator: " > ")
    }

    /// `party` says whom the words in brackets mean, and throws where they mean nobody.
    package static func voices(
        _ text: String,
        party: (String) throws -> ActorCode
    ) throws -> [Voice] {
        try text.split(separator: ">").map { trimmed($0) }.filter { !$0.isEmpty }.map { part in
            guard part.hasSuffix(")"), let open = part.lastIndex(of: "("), open > part.startIndex
            else { return Voice(name: part) }
            let name = trimmed(part[..<open])
            let inside = trimmed(part[part.index(after: open)...].dropLast())
            guard !name.isEmpty else { return Voice(name: part) }
            return Voice(
                name: name,
                actor: ["–", "-", ""].contains(inside) ? nil : try party(inside)
            )
        }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let start = text.drop { $0.isWhitespace }
        let end = start.lastIndex { !$0.isWhitespace }
        return end.map { String(start[...$0]) } ?? ""
    }
}
