import Diplomacy
import Testing

/// Whose turn it is in an interview, and who is quoted within it.
struct InterviewTests {
    @Test func `a turn that a name opens is told by that name, whoever is quoted in it`() throws {
        let text = """
            Harbour Post: Mrs Porter, was Norway surprised?

            Porter: Not at all. Norway betrayed Sweden. Denmark promised to help Sweden with weapons.

            Harbour Post: And was Finland as helpless as the others in that winter?

            Porter: Finland supplied weapons to Sweden.

            Harbour Post: Will Sweden remember it?
            """
        let told = try Coder.code(text).statements
        #expect(told.count >= 3)
        #expect(told.allSatisfy { $0.speakers.first?.name == "Porter" })
    }

    @Test func `what opens every entry of a running report is no voice`() throws {
        let text = """
            21.40 Uhr: Norwegen hat Schweden verraten.

            22.05 Uhr: Finnland hat Schweden Waffen geliefert.

            23.10 Uhr: Polen hat Dänemark Waffen geliefert.
            """
        let told = try Coder.code(text, language: "de").statements
        #expect(told.count == 3)
        #expect(told.allSatisfy { $0.speakers.isEmpty })
    }

    @Test func `who asks is not who answers`() throws {
        let text = """
            Премьер-министр Армении Никол Пашинян выступил в парламенте. Газета поговорила с политологом Иваном Орловым.

            — Вы удивились?

            — Нисколько. Россия предала Армению.

            — Но Франция поставила Армении оружие.

            — До войны нет. Индия поставила Армении оружие.
            """
        let told = try Coder.code(text, language: "ru").statements
        func voices(_ source: String) -> Set<[String]> {
            Set(told.filter { $0.source == ActorCode(source) }.map { $0.speakers.map(\.name) })
        }
        #expect(voices("RUS") == [["political scientist Ivan Orlov"]])
        #expect(voices("FRA") == [["interviewer"]])
        #expect(voices("IND") == [["political scientist Ivan Orlov"]])
    }

    @Test func `whoever answers means by us the state that they name beside nobody`() throws {
        let text = """
            Armenia leaves. Yerevan spoke in parliament. The paper talked with the political scientist Jane Porter.

            — Was Armenia surprised?

            — No. We asked Russia for help. Azerbaijan attacked us.

            — And what did Armenia do?

            — Russia betrayed us. We condemned Russia.
            """
        let told = try Coder.code(text).statements.map {
            "\($0.source.rawValue)>\($0.target?.rawValue ?? "?") \($0.act)"
        }
        #expect(Set(told).isSuperset(of: ["ARM>RUS request", "AZE>ARM assault", "ARM>RUS accuse"]))
    }

    @Test func `a state that is only where the interview was made is nobody's us`() throws {
        let text = """
            The paper talked with the political scientist Jane Porter in Nairobi.

            — Was Russia surprised?

            — No. We asked Russia for help. Russia struck back. Russia said nothing. Russia left.

            — And what did Russia do?

            — Russia betrayed us. We condemned Russia.
            """
        let told = try Coder.code(text).statements
        #expect(!told.contains { $0.source.rawValue == "KEN" || $0.target?.rawValue == "KEN" })
    }

    @Test(arguments: [
        ("Jane Porter was an adviser in those years. We met her in a cafe.", "Jane Porter"),
        ("Former Norwegian envoy Jane Porter explains what went wrong.", "Jane Porter"),
    ])
    func `who answers need not be introduced by calling and name in one breath`(
        _ lead: String,
        _ name: String
    ) throws {
        let text = """
            \(lead)

            Were you surprised?

            We were not. Norway betrayed Sweden.

            And Finland?

            Finland supplied weapons to Sweden, and we thanked them.

            Is that enough?

            It is not.
            """
        let told = try Coder.code(text).statements.filter {
            ["NOR", "FIN"].contains($0.source.rawValue)
        }
        #expect(!told.isEmpty)
        #expect(told.allSatisfy { $0.speakers.first?.name.hasSuffix(name) == true })
    }

    @Test func `an article whose headings ask is no interview`() throws {
        let text = """
            The political scientist Jane Porter calls it a riddle.

            Who helped?

            Norway betrayed Sweden.

            And Finland?

            Finland supplied weapons to Sweden.

            Is that enough?

            It is not.
            """
        let told = try Coder.code(text).statements.filter {
            ["NOR", "FIN"].contains($0.source.rawValue)
        }
        #expect(!told.isEmpty)
        #expect(told.allSatisfy { $0.speakers.isEmpty })
    }

    @Test func `an adviser of a government is not the government`() throws {
        let text = """
            Газета поговорила з радником норвезького уряду Іваном Ковалем.

            — Ви здивувалися?

            — Анітрохи. Норвегія зрадила Швецію.

            — А Фінляндія?

            — Фінляндія передала Швеції зброю.
            """
        let told = try Coder.code(text, language: "uk").statements
        #expect(told.contains { $0.speakers.first?.name.contains("adviser") == true })
    }
}
