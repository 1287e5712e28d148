import ArgumentParser
import Assessment
import Diplomacy
import Ledger

/// `casus people`: whom articles name with a role, and for whom it is held.
struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "List the people whom articles name: name, role, party, and since when.",
        discussion: """
            With a party, those who hold a role for it. A person is known by the consonants of the surname, so \
            'Khovaev' finds Khovaiev and Ховаєв too. A role counts from the day that its sentence tells, else from the \
            day on which its article became known; that day is not printed where nothing dates the article.
            """
    )

    @Argument(help: "For whom the role is held: ARM, Armenia, EU.")
    var party: Party?

    @Option(help: "A surname, in any of the languages.")
    var name: String?

    @Option(help: "envoy, ambassador, foreign-minister, spokesperson, negotiator, adviser, …")
    var role: Person.Role?

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions

    mutating func run() async throws {
        let found = try ledgerOptions.forReading().people(
            PersonFilter(
                clocks: clockOptions.clocks,
                party: party?.code,
                role: role,
                name: name
            )
        )
        var output = StandardOutput()
        for one in found {
            if json {
                try output.line(try JSON.line(Row(one)))
            } else {
                try output.write(Self.text(one))
            }
        }
        try output.flush()
        if found.isEmpty {
            StandardError.write(
                "casus: nobody fits. Leave a filter out, or name a surname in another spelling."
            )
            throw ExitCode.nothingFound
        }
    }

    private static func text(_ one: PersonInRole) -> String {
        let (person, days) = (one.person, one.days)
        var page = TextLayout()
        page.row(
            person.party.rawValue,
            "\(person.name), \(person.role.words)\(person.isFormer ? " (former)" : ""): "
                + "\(ActorDirectory.called(person.party)), "
                + (days.map { $0.first == $0.last ? "\($0.first)" : "\($0.first) to \($0.last)" }
                    ?? "day not known")
                + ", \(counted(one.articleCount, "article")).",
            column: 10
        )
        page.paragraph("“\(person.evidence.quote)” \(one.article.document)", indent: 10, hanging: 1)
        return page.text
    }

    private struct Row: Encodable {
        let name, role, title, party, article, document, quote: String
        let first, last: String?
        let former: Bool
        let articles: Int

        init(_ one: PersonInRole) {
            name = one.person.name
            role = one.person.role.rawValue
            title = one.person.title
            party = one.person.party.rawValue
            former = one.person.isFormer
            first = one.days?.first.description
            last = one.days?.last.description
            articles = one.articleCount
            article = one.article.id
            document = one.article.document
            quote = one.person.evidence.quote
        }
    }
}

extension Person.Role: ExpressibleByArgument {}

extension Person.Role {
    /// "head of state".
    var words: String { rawValue.replacing("-", with: " ") }
}
