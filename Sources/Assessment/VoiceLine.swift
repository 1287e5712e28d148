package import Diplomacy
import Text

/// Somebody who speaks in what was read.
package struct VoiceLine: Hashable, Sendable, Encodable {
    /// As the text names it; nil for the authors of the articles.
    package let name: String?
    package let actor: ActorCode?
    fileprivate let said: Excerpt<ShortID>
    fileprivate let relayed: Excerpt<ShortID>

    private enum CodingKeys: String, CodingKey {
        case name, actor
        case said = "says"
        case relayed = "relays"
    }

    /// The statements that it makes itself, by id.
    package var says: Excerpt<String> { said.texts }
    /// The statements of others that it passes on, by id.
    package var relays: Excerpt<String> { relayed.texts }
}

extension VoiceLine {
    /// Member by member: the author of the articles may have said half of everything.
    func write(to page: inout JSONPage) throws {
        try page.member("actor", actor)
        try page.member("name", name)
        try page.list("relays") { list in try relayed.forEach { try list.add($0) } }
        try page.list("says") { list in try said.forEach { try list.add($0) } }
    }
}

/// Counts who says what, statement after statement in the order of the ledger.
struct VoiceTally {
    /// Ids as they come in: the first of them, and how many there were.
    struct Ids {
        private(set) var first: [ShortID] = []
        private(set) var count = 0

        mutating func add(_ id: ShortID, most: Int) {
            if first.count < most { first.append(id) }
            count += 1
        }

        var excerpt: Excerpt<ShortID> { Excerpt(first, of: count) }
    }

    private struct Line {
        var voice: Voice?
        var says = Ids()
        var relays = Ids()
    }

    private var lines: [String?: Line] = [:]
    private let most: Int

    /// Holds the first `most` ids of a voice.
    init(ids most: Int) { self.most = most }

    mutating func add(_ id: ShortID, _ speakers: [Voice]) {
        let last = speakers.last?.name.lowercased()
        for (place, voice) in speakers.enumerated() {
            // "Bloomberg quoting Bloomberg" is one voice.
            let isLast = place == speakers.count - 1
            let key = voice.name.lowercased()
            var line = lines.removeValue(forKey: key) ?? Line(voice: voice)
            if line.voice?.actor == nil, voice.actor != nil { line.voice = voice }
            if isLast {
                line.says.add(id, most: most)
            } else if key != last {
                line.relays.add(id, most: most)
            }
            lines[key] = line
        }
        if speakers.isEmpty { lines[nil, default: Line()].says.add(id, most: most) }
    }

    /// Those who speak most first, at most `most`.
    func voices(most: Int) -> Excerpt<VoiceLine> {
        let sorted = lines.values.sorted { left, right in
            (-left.says.count - left.relays.count, left.voice?.name ?? "")
                < (-right.says.count - right.relays.count, right.voice?.name ?? "")
        }
        let first = sorted.prefix(most).map {
            VoiceLine(
                name: $0.voice?.name,
                actor: $0.voice?.actor,
                said: $0.says.excerpt,
                relayed: $0.relays.excerpt
            )
        }
        return Excerpt(first, of: sorted.count)
    }
}
