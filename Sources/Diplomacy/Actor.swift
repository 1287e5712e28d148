/// The code of a party: ISO 3166 alpha-3 for a state (`RUS`), `IGO:` and a short name for an
/// organisation (`IGO:NATO`), and the codebook's own names for the rest (`HAMAS`, `NKR`, `WEST`).
package struct ActorCode: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(_ code: String) {
        self.rawValue = code
    }

    package var isOrganisation: Bool { rawValue.hasPrefix("IGO:") }

    /// Those of a group that lexicons write with a plus, `EST+LVA+LTU`; a party alone is its own member.
    package var members: [ActorCode] {
        rawValue.split(separator: "+").map { ActorCode(String($0)) }
    }

    /// Three Latin capitals.
    ///
    /// The codebook's group names that happen to have three letters are listed.
    package var isState: Bool {
        rawValue.utf8.count == 3 && rawValue.utf8.allSatisfy { (65...90).contains($0) }
            && !Self.threeLetterGroups.contains(rawValue)
    }

    private static let threeLetterGroups: Set<String> = [
        "AES", "DNR", "HTS", "LNA", "LNR", "NKR", "PKK", "PLO", "PMF", "RSF", "SDF", "STC",
    ]

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ActorCode: Codable {
    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// An ordered pair of parties: what the first does to, or promises, the second.
package struct DirectedPair: Hashable, Comparable, Sendable, Codable {
    package let source: ActorCode
    package let target: ActorCode

    package init(source: ActorCode, target: ActorCode) {
        self.source = source
        self.target = target
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.source, left.target) < (right.source, right.target)
    }
}
