/// What a value that encodes itself writes to.
///
/// Paths are not followed: no error of the house tells them.
struct JSONWriting: Encoder, SingleValueEncodingContainer {
    let part: JSONPart
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        part.kind = .object
        return KeyedEncodingContainer(JSONMembers(part: part))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        part.kind = .list
        return JSONItems(part: part)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        part.kind = .single
        return self
    }

    func encodeNil() { part.addNothing(key: "") }

    func encode<Value: Encodable>(_ value: Value) throws { try part.add(value, key: "") }
}

/// The members of an object.
private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let part: JSONPart
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { part.addNothing(key: key.stringValue) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try part.add(value, key: key.stringValue)
    }

    func nestedContainer<Other: CodingKey>(
        keyedBy type: Other.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Other> {
        JSONWriting(part: part.addPart(key: key.stringValue)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        JSONWriting(part: part.addPart(key: key.stringValue)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { JSONWriting(part: part.addPart(key: "super")) }

    func superEncoder(forKey key: Key) -> any Encoder {
        JSONWriting(part: part.addPart(key: key.stringValue))
    }
}

/// The items of a list.
private struct JSONItems: UnkeyedEncodingContainer {
    let part: JSONPart
    var codingPath: [any CodingKey] { [] }
    var count: Int { part.count }

    func encodeNil() { part.addNothing(key: "") }

    func encode<Value: Encodable>(_ value: Value) throws { try part.add(value, key: "") }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        JSONWriting(part: part.addPart(key: "")).container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONWriting(part: part.addPart(key: "")).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { JSONWriting(part: part.addPart(key: "")) }
}
