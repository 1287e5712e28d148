import Diplomacy
import Testing

@testable import Coding

/// Protest at home is no act between two.
struct UnrestTests {
    @Test(arguments: [
        ("en", "Jordan was shaken by protests for weeks.", "JOR"),
        ("en", "The protests in Jordan went on for weeks.", "JOR"),
        ("uk", "Йорданія стикається з масштабними протестами.", "JOR"),
        ("ru", "В Иордании продолжаются протесты.", "JOR"),
        ("de", "In Jordanien dauern die Proteste an.", "JOR"),
    ])
    func `protests within a state are left out as a crisis of its own`(
        language: String,
        text: String,
        state: String
    ) throws {
        let coded = try Coder.code(text, language: language)
        #expect(coded.statements.isEmpty, "\(coded.statements.map(\.core))")
        let told = coded.omissions.filter { $0.reason == .sameActor }
        #expect(told.count == 1, "\(coded.omissions)")
        #expect(told.allSatisfy { $0.detail.contains("a crisis within \(state), no attack") })
    }

    @Test func `protests against another state are none`() throws {
        let coded = try Coder.code("Protests against Israel shook Jordan.")
        #expect(!coded.omissions.contains { $0.detail.contains("a crisis within") })
    }
}
