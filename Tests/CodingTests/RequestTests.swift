import Diplomacy
import Testing

/// Who asked for help, and who did not.
struct RequestTests {
    @Test(arguments: [
        ("en", "Iran did not ask Russia for military help."),
        ("uk", "Іран не просив Росію про військову допомогу."),
        ("ru", "Иран не просил Россию о военной помощи."),
        ("de", "Der Iran bat Russland nicht um militärische Hilfe."),
    ])
    func `what nobody asked for is a request that was not made`(
        language: String,
        text: String
    )
        throws
    {
        #expect(
            try Set(Coder.code(text, language: language).statements.map(\.core))
                == ["IRN>RUS request not_done fact"]
        )
    }

    @Test(arguments: [
        ("en", "Iran asked Russia for military help."),
        ("uk", "Іран просив Росію про військову допомогу."),
        ("ru", "Иран просил Россию о военной помощи."),
        ("de", "Der Iran bat Russland um militärische Hilfe."),
    ])
    func `what somebody asked for is a request`(language: String, text: String) throws {
        #expect(
            try Set(Coder.code(text, language: language).statements.map(\.core))
                == ["IRN>RUS request done fact"]
        )
    }
}
