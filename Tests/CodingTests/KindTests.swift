import Diplomacy
import Testing

@testable import Coding

/// What support consisted of, and what stands in the margin.
struct KindTests {
    @Test func `what is said by hearsay is marked`() throws {
        let statement = try Coder.statement("Egypt reportedly supplied weapons to Sudan.")
        #expect(statement.core == "EGY>SDN aid done fact")
        #expect(statement.marks == [.hearsay])
        #expect(statement.kind == .arms)
    }

    @Test(arguments: [
        ("en", "Canada sent weapons to Kenya.", SupportKind.arms),
        ("de", "Kanada lieferte Kenia Waffen.", .arms),
        ("ru", "Канада отправила оружие Кении.", .arms),
        ("en", "Turkey will send troops to Qatar.", .troops),
    ])
    func `the kind of support is told by its words`(
        _ language: String,
        _ text: String,
        _ kind: SupportKind
    ) throws {
        #expect(try Coder.statement(text, language: language).kind == kind)
    }

    @Test func `Ukrainian arms are arms as well`() throws {
        let statement = try Coder.statement("Канада надіслала зброю Кенії.", language: "uk")
        withKnownIssue("'надіслати зброю' has no kind of support in acts.tsv") {
            #expect(statement.kind == .arms)
        }
    }
}
