/// Some of the closed classes: a bit each, since a token is asked for its classes many hundred times.
struct FunctionWords: SetAlgebra, Hashable, Sendable {
    private var bits: UInt64 = 0

    init() {}

    private init(bits: UInt64) { self.bits = bits }

    private static func bit(_ word: FunctionWord) -> UInt64 { 1 << UInt64(caseNumber(of: word)) }

    var isEmpty: Bool { bits == 0 }

    func contains(_ word: FunctionWord) -> Bool { bits & Self.bit(word) != 0 }

    func isDisjoint(with other: FunctionWords) -> Bool { bits & other.bits == 0 }

    func isSubset(of other: FunctionWords) -> Bool { bits & ~other.bits == 0 }

    func union(_ other: FunctionWords) -> FunctionWords { FunctionWords(bits: bits | other.bits) }

    func intersection(_ other: FunctionWords) -> FunctionWords {
        FunctionWords(bits: bits & other.bits)
    }

    func symmetricDifference(_ other: FunctionWords) -> FunctionWords {
        FunctionWords(bits: bits ^ other.bits)
    }

    mutating func formUnion(_ other: FunctionWords) { bits |= other.bits }

    mutating func formIntersection(_ other: FunctionWords) { bits &= other.bits }

    mutating func formSymmetricDifference(_ other: FunctionWords) { bits ^= other.bits }

    @discardableResult
    mutating func insert(
        _ word: FunctionWord
    ) -> (inserted: Bool, memberAfterInsert: FunctionWord) {
        let isNew = !contains(word)
        bits |= Self.bit(word)
        return (isNew, word)
    }

    @discardableResult
    mutating func remove(_ word: FunctionWord) -> FunctionWord? {
        guard contains(word) else { return nil }
        bits &= ~Self.bit(word)
        return word
    }

    @discardableResult
    mutating func update(with word: FunctionWord) -> FunctionWord? {
        insert(word).inserted ? nil : word
    }
}

/// The place of a case among all cases of its type, from 0.
///
/// A type whose cases hold no values is stored as that number in one byte, or in none where there is one case; to look the case up
/// in `allCases` makes a list of them each time.
func caseNumber<Value: CaseIterable>(of value: Value) -> Int {
    precondition(MemoryLayout<Value>.size <= 1, "cases that hold values have no number")
    return withUnsafeBytes(of: value) { Int($0.first ?? 0) }
}
