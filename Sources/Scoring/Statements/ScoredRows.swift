package import Diplomacy

/// A row of a gold file: what a person found in the document, with what else that person would have
/// accepted (`codebook.md`, section 9).
package struct GoldRow: Sendable, Decodable {
    package let source: String?
    package let target: String?
    package let act: String
    package let polarity: String
    package let modality: String
    package let speaker: [String]
    /// EDTF.
    package let date: String?
    package let quote: String
    /// Missing it or producing it costs nothing.
    package let isOptional: Bool
    /// Other acceptable `act/polarity`.
    package let alternatives: [String]
    package let alternativeTargets: [String]

    private enum CodingKeys: String, CodingKey {
        case source, target, act, polarity, modality, speaker, date, quote
        case isOptional = "optional"
        case alternatives = "alt"
        case alternativeTargets = "alt_target"
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        source = try row.decodeIfPresent(String.self, forKey: .source)
        target = try row.decodeIfPresent(String.self, forKey: .target)
        act = try row.decode(String.self, forKey: .act)
        polarity = try row.decode(String.self, forKey: .polarity)
        modality = try row.decode(String.self, forKey: .modality)
        speaker = try row.decodeIfPresent([String].self, forKey: .speaker) ?? []
        date = try row.decodeIfPresent(String.self, forKey: .date)
        quote = try row.decode(String.self, forKey: .quote)
        isOptional = try row.decodeIfPresent(Bool.self, forKey: .isOptional) ?? false
        alternatives = try row.decodeIfPresent([String].self, forKey: .alternatives) ?? []
        // Nobody by name is an acceptable target too: written as null.
        alternativeTargets =
            try row.decodeIfPresent([String?].self, forKey: .alternativeTargets)?
            .map { $0 ?? "" } ?? []
    }

    var key: StatementKey {
        StatementKey(source: source, target: target, act: act, polarity: polarity)
    }

    /// All keys that a hand coder would have accepted for this row.
    var accepted: Set<StatementKey> {
        var keys: Set<StatementKey> = []
        for target in [target] + alternativeTargets.map(Optional.some) {
            keys.insert(StatementKey(source: source, target: target, act: act, polarity: polarity))
            for alternative in alternatives {
                let parts = alternative.split(separator: "/", omittingEmptySubsequences: false)
                precondition(parts.count == 2, "'\(alternative)' in a gold file is no act/polarity")
                keys.insert(
                    StatementKey(
                        source: source,
                        target: target,
                        act: String(parts[0]),
                        polarity: String(parts[1])
                    )
                )
            }
        }
        return keys
    }
}

/// What the gold of a document accepts.
struct AcceptedKeys {
    /// Of each required key, the forms that stand for it.
    private(set) var forms: [StatementKey: Set<StatementKey>] = [:]
    /// What costs nothing and earns nothing.
    private(set) var neutral: Set<StatementKey> = []
    /// All forms of all required keys.
    let fine: Set<StatementKey>

    init(_ gold: [GoldRow]) {
        for row in gold {
            if row.isOptional {
                neutral.formUnion(row.accepted)
            } else {
                forms[row.key, default: []].formUnion(row.accepted)
            }
        }
        fine = forms.values.reduce(into: Set()) { $0.formUnion($1) }
    }
}

/// A row that a system wrote: what the scorer looks at of a statement.
package struct CodedRow: Sendable, Codable {
    package let doc: String
    package let source: String?
    package let target: String?
    package let act: String
    package let polarity: String
    package let modality: String?
    /// Outermost voice first; empty or nil means the author.
    package let speaker: [String]?
    package let date: String?
    package let quote: String?

    package init(
        doc: String,
        source: String?,
        target: String?,
        act: String,
        polarity: String,
        modality: String? = nil,
        speaker: [String]? = nil,
        date: String? = nil,
        quote: String? = nil
    ) {
        self.doc = doc
        self.source = source
        self.target = target
        self.act = act
        self.polarity = polarity
        self.modality = modality
        self.speaker = speaker
        self.date = date
        self.quote = quote
    }

    /// The row of a statement in the document named `doc`.
    package init(_ statement: Statement, doc: String) {
        self.init(
            doc: doc,
            source: statement.source.rawValue,
            target: statement.target?.rawValue,
            act: statement.act.rawValue,
            polarity: statement.polarity.rawValue,
            modality: statement.modality.rawValue,
            speaker: statement.speakers.map(\.name),
            date: statement.date?.edtf,
            quote: statement.evidence.quote
        )
    }

    var key: StatementKey {
        StatementKey(source: source, target: target, act: act, polarity: polarity)
    }
}
