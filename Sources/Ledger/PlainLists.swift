import Diplomacy

/// Reads the lists of statements' columns without a decoder, where none of their words has an escape.
///
/// Nearly all are so, and a decoder takes ten times as long: it was a third of reading a statement. What is
/// not of the plain form gives nil, and is left to the decoder; a test holds the two against each other.
struct PlainLists {
    private var rest: ArraySlice<UInt8>

    private init?(_ json: String) {
        let bytes = Array(json.utf8)
        guard !bytes.contains(UInt8(ascii: "\\")) else { return nil }
        rest = bytes[...]
    }

    /// `["a","b"]`.
    static func words(_ json: String) -> [String]? {
        guard var lists = PlainLists(json) else { return nil }
        return lists.list { $0.word() }
    }

    /// `[{"name":"a","actor":null}]`, as SQLite writes it.
    static func voices(_ json: String) -> [Voice]? {
        guard var lists = PlainLists(json) else { return nil }
        return lists.list { $0.voice() }
    }

    private mutating func list<Value>(_ item: (inout PlainLists) -> Value?) -> [Value]? {
        var values: [Value] = []
        guard take("[") else { return nil }
        if take("]") { return rest.isEmpty ? values : nil }
        repeat {
            guard let value = item(&self) else { return nil }
            values.append(value)
        } while take(",")
        return take("]") && rest.isEmpty ? values : nil
    }

    private mutating func word() -> String? {
        guard take("\""), let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    private mutating func voice() -> Voice? {
        guard take("{\"name\":"), let name = word(), take(",\"actor\":") else { return nil }
        let actor: ActorCode?
        if take("null") {
            actor = nil
        } else {
            guard let code = word() else { return nil }
            actor = ActorCode(code)
        }
        return take("}") ? Voice(name: name, actor: actor) : nil
    }

    private mutating func take(_ sign: StaticString) -> Bool {
        let sought = UnsafeBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount)
        guard rest.starts(with: sought) else { return false }
        rest = rest.dropFirst(sought.count)
        return true
    }
}
