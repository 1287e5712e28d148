import Diplomacy
import Testing

@testable import Coding

/// Why help stayed away, as the sentence says.
struct ReasonTests {
    struct Case: CustomTestStringConvertible {
        let language: String
        let text: String
        let reasons: [Mark]

        var testDescription: String { "\(language): \(text)" }

        init(_ language: String, _ text: String, _ reasons: Mark...) {
            self.language = language
            self.text = text
            self.reasons = reasons
        }
    }

    @Test(arguments: [
        Case("en", "Norway did not help Sweden because it lacked the means.", .noCapacity),
        Case("en", "Norway did not help Sweden because it was unwilling to pay.", .noWill),
        Case(
            "en",
            "Norway did not help Sweden, since the treaty did not cover its colonies.",
            .noDuty
        ),
        Case("en", "Norway did not help Sweden: Oslo had other priorities.", .otherPriority),
        Case("uk", "Норвегія не допомогла Швеції, бо не мала ресурсів.", .noCapacity),
        Case("uk", "Норвегія не допомогла Швеції, бо не хотіла війни.", .noWill),
        Case("ru", "Норвегия не помогла Швеции, потому что увязла в войне.", .noCapacity),
        Case("ru", "Норвегия не помогла Швеции, так как не обязана этого делать.", .noDuty),
        Case("de", "Norwegen half Schweden nicht, weil ihm die Mittel fehlten.", .noCapacity),
        Case("de", "Norwegen half Schweden nicht, weil es dazu nicht verpflichtet war.", .noDuty),
        Case("en", "Norway did not help Sweden."),
        Case("en", "Norway helped Sweden, although it was overstretched."),
        Case("en", "Norway did not help Sweden, because Denmark was too weak to attack."),
    ])
    func `help that did not come has the reason that its sentence gives`(_ one: Case) throws {
        let statements = try Coder.code(one.text, language: one.language).statements
        let told = statements.filter { $0.act == .support || $0.act == .aid }
        try #require(!told.isEmpty, "\(statements.map(\.core))")
        for statement in told {
            #expect(statement.marks.filter(Mark.reasons.contains) == one.reasons)
        }
    }
}
