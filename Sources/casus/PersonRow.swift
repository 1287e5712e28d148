import Coding
import Diplomacy

/// A person as one JSON object: the keys that `casus code` promises, always all of them.
struct PersonRow: Encodable {
    let person: Person
    /// The row's id or the file's name without its extension.
    let document: String

    private enum Key: String, CodingKey {
        case doc, type, name, role, title, party, former, date, start, end, quote
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(document, forKey: .doc)
        try row.encode("person", forKey: .type)
        try row.encode(person.name, forKey: .name)
        try row.encode(person.role, forKey: .role)
        try row.encode(person.title, forKey: .title)
        try row.encode(person.party, forKey: .party)
        try row.encode(person.isFormer, forKey: .former)
        try row.encode(person.date, forKey: .date)
        try row.encode(person.evidence.sourceScalars.lowerBound, forKey: .start)
        try row.encode(person.evidence.sourceScalars.upperBound, forKey: .end)
        try row.encode(person.evidence.quote, forKey: .quote)
    }
}

/// A place that names a party, as one JSON object.
struct MentionRow: Encodable {
    let mention: PartyMention
    let document: String

    private enum Key: String, CodingKey {
        case doc, type, party, how, start, end, quote
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(document, forKey: .doc)
        try row.encode("mention", forKey: .type)
        try row.encode(mention.party, forKey: .party)
        try row.encode(mention.reason, forKey: .how)
        try row.encode(mention.evidence.sourceScalars.lowerBound, forKey: .start)
        try row.encode(mention.evidence.sourceScalars.upperBound, forKey: .end)
        try row.encode(mention.evidence.quote, forKey: .quote)
    }
}
