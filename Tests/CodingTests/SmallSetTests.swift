import Diplomacy
import Testing

@testable import Coding

/// What is asked so often that it has a form of its own.
struct SmallSetTests {
    @Test func `the number of a case is its place among all of them`() {
        func check<Value: CaseIterable & Equatable>(_ type: Value.Type) {
            let all = Array(type.allCases)
            #expect(all.indices.allSatisfy { caseNumber(of: all[$0]) == $0 })
        }
        check(FunctionWord.self)
        check(Governor.self)
        check(Act.self)
        check(Polarity.self)
        check(Modality.self)
        check(SupportKind.self)
        check(ActorRole.self)
        check(Clause.Kind.self)
        check(ActFrame.Form.self)
        check(SpeechCue.Form.self)
    }

    @Test func `classes of words are a set like another`() {
        let first: FunctionWords = [.negation, .reportedForm]
        let second: FunctionWords = [.reportedForm, .sport]
        #expect(first.contains(.negation) && !first.contains(.sport))
        #expect(first.union(second) == [.negation, .sport, .reportedForm])
        #expect(first.intersection(second) == [.reportedForm])
        #expect(first.symmetricDifference(second) == [.negation, .sport])
        #expect(first.isDisjoint(with: [.sport]) && !first.isDisjoint(with: second))
        #expect(first.intersection(second).isSubset(of: first) && !second.isSubset(of: first))
        var words = first
        #expect(words.remove(.negation) == .negation && words.remove(.negation) == nil)
        #expect(words.insert(.sport).inserted && words == second)
    }

    @Test func `a table of numbers holds what a dictionary holds`() {
        let values = Dictionary(
            uniqueKeysWithValues: (0..<1000).map { (Int32($0 * $0 - 5000), $0) }
        )
        let table = NumberTable(values)
        #expect(values.allSatisfy { table[$0.key] == $0.value })
        #expect(table[-5001] == nil && table[Int32.max] == nil)
        var lists = NumberTable<UInt64, [Int]>()
        for number in 0..<100 { lists[UInt64(number % 7), default: []].append(number) }
        #expect(lists[3]?.count == 14 && lists[7] == nil)
    }
}
