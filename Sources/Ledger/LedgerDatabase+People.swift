package import Diplomacy
import GRDB

/// Which people are asked for; what is nil does not narrow.
package struct PersonFilter: Sendable {
    package var clocks: Clocks
    package var party: ActorCode?
    package var role: Person.Role?
    /// A surname in any spelling: `Khovaev`, `Ховаєв`.
    package var name: String?

    package init(
        clocks: Clocks = .unset,
        party: ActorCode? = nil,
        role: Person.Role? = nil,
        name: String? = nil
    ) {
        self.clocks = clocks
        self.party = party
        self.role = role
        self.name = name
    }

    var conditions: [SQL] {
        var conditions: [SQL] = []
        if let knownBy = clocks.knownBy {
            conditions.append("article.knownOn <= \(knownBy.number)")
        }
        if let on = clocks.on { conditions.append("person.trueFrom <= \(on.number)") }
        if let party { conditions.append("person.party = \(party.rawValue)") }
        if let role { conditions.append("person.role = \(role.rawValue)") }
        if let name { conditions.append("person.surname = \(NameSkeleton.surname(of: name))") }
        return conditions
    }
}

/// One person in one role for one party, over all articles that say so.
package struct PersonInRole: Hashable, Sendable {
    /// As the last of the articles tells of them.
    package let person: Person
    /// The days between which articles tell of it: of the sentence, else of an article that is dated within a month.
    ///
    /// Nil where no day is told: on which an undated article was read nobody was seen in a role.
    package let days: DayInterval?
    package let articleCount: Int
    /// The last of the articles.
    package let article: ArticleSummary
}

extension LedgerDatabase {
    /// Whom the articles name with a role, each person, role and party once, by surname, then by day.
    ///
    /// A person is known by the consonants of the surname, so that every language's spelling is one; two of one
    /// surname in one role of one party are taken for one.
    package func people(_ filter: PersonFilter = PersonFilter()) throws -> [PersonInRole] {
        let request = Self.request(filter)
        return try read { database in
            var articles = SummaryShelf(filter.clocks)
            return try SQLRequest<Row>(literal: request).fetchAll(database).map { row in
                let (first, last): (Int?, Int?) = (row[10], row[11])
                return PersonInRole(
                    person: try PersonReader.person(from: row),
                    days: first.flatMap { first in
                        last.map { DayInterval(first: Day(number: first), last: Day(number: $0)) }
                    },
                    articleCount: row[12],
                    article: try articles.summary(row[0], database)
                )
            }
        }
    }

    /// The people whom an article names with a role, in its order.
    ///
    /// Empty where there is no such article.
    package func people(ofArticle id: String) throws -> [Person] {
        try read { try PersonReader.people(ofArticle: id, $0) }
    }

    /// The first day of the sentence, else of an article that is dated within a month.
    private static let told: SQL = """
        coalesce(person.firstDay, iif(article.publishedLast - article.publishedFirst < 31,
            article.publishedFirst, NULL))
        """

    /// The query behind `people(_:)`, apart from it so that its plan can be tested.
    static func request(_ filter: PersonFilter) -> SQL {
        """
        SELECT * FROM (
            \(PersonReader.columns),
                MIN(\(told)) OVER same, MAX(\(told)) OVER same AS lastTold,
                COUNT(*) OVER same, person.surname AS surname,
                ROW_NUMBER() OVER (
                    PARTITION BY person.surname, person.role, person.party, person.isFormer
                    ORDER BY person.trueFrom DESC, article.id) AS place
            FROM person JOIN article ON article.key = person.articleKey
            \(whereAll(filter.conditions))
            WINDOW same AS (
                PARTITION BY person.surname, person.role, person.party, person.isFormer)
        )
        WHERE place = 1
        ORDER BY surname, lastTold, role, party, isFormer
        """
    }
}

/// Reads people back from the table.
enum PersonReader {
    static let columns: SQL = """
        SELECT article.key, person.name, person.role, person.title, person.party, person.isFormer,
            person.firstDay, person.lastDay, person.isApproximate,
            json_object(
                'article', article.id,
                'range', json_array(person.startByte, person.endByte),
                'quote', person.quote,
                'sourceScalars', json_array(person.sourceStart, person.sourceEnd))
        """

    static func person(from row: Row) throws -> Person {
        Person(
            name: row[1],
            role: try Columns.member(Person.Role.self, row[2]),
            title: row[3],
            party: ActorCode(row[4] as String),
            isFormer: row[5],
            date: Columns.interval(first: row[6], last: row[7], isApproximate: row[8]),
            evidence: try Columns.value(Evidence.self, from: row[9])
        )
    }

    static func people(ofArticle id: String, _ database: Database) throws -> [Person] {
        try SQLRequest<Row>(
            literal: """
                \(columns) FROM article JOIN person ON person.articleKey = article.key
                WHERE article.id = \(id) ORDER BY person.position
                """
        ).fetchAll(database).map(person(from:))
    }
}

/// Writes people, inside a transaction that the caller holds.
struct PersonWriter {
    let database: Database

    /// `knownOn` is the article's, from which a role without a date is held.
    func insert(_ people: [Person], of article: Int64, knownOn: Int) throws {
        for (position, person) in people.enumerated() {
            let (date, evidence) = (person.date, person.evidence)
            try database.cachedStatement(
                sql: """
                    INSERT INTO person (articleKey, position, name, surname, role, title, party,
                        isFormer, date, firstDay, lastDay, isApproximate, trueFrom, startByte,
                        endByte, quote, sourceStart, sourceEnd)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(
                arguments: [
                    article, position, person.name, NameSkeleton.surname(of: person.name),
                    person.role.rawValue, person.title, person.party.rawValue, person.isFormer,
                    date?.edtf, date?.first.number, date?.last.number, date?.isApproximate ?? false,
                    date?.first.number ?? knownOn,
                    evidence.range.lowerBound, evidence.range.upperBound, evidence.quote,
                    evidence.sourceScalars.lowerBound, evidence.sourceScalars.upperBound,
                ]
            )
        }
    }
}

extension NameSkeleton {
    /// The key of the last word of a name; the word itself where it has no consonants.
    static func surname(of name: String) -> String {
        guard let last = words(of: name).last else { return folded(name) }
        let key = key(String(last))
        return key.isEmpty ? folded(String(last)) : key
    }
}
