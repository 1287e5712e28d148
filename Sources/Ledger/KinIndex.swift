import Diplomacy
import Foundation
import GRDB

/// Leads from the signatures of an article to the few that may be its kin, inside a transaction that the
/// caller holds.
///
/// Two tables of bands. A copy may come at any time, and is looked for in its own language; a translation
/// comes within days, and is looked for in the other languages. Translations are filed by period first, so
/// that news, which comes in the order of days, is written to one place of the file.
struct KinIndex {
    /// The most articles that one is compared with for each of the two, those that share most bands first.
    ///
    /// A story that more have copied is a circle of copies: each still meets forty of them.
    static let mostCompared = 40
    /// Two of one band agree in its two places.
    ///
    /// A copy agrees in one more at least: of articles of one
    /// length that share an eighth of their runs, the fewest that count, 98 of 100 do, and of those that
    /// share a band by chance a quarter.
    static let fewestAgreements = MinHash.rowsInBand + 1
    /// A period of the second table, in days: a question about two weeks before and behind opens two.
    static let period = 32

    let database: Database

    /// Files the article under its bands; again, where it is filed so already, changes nothing.
    func file(_ key: Int64, _ sketch: FiledSketch) throws {
        for band in Set(sketch.copy.bands).sorted() {
            try run("INSERT OR IGNORE INTO copyBand (hash, articleKey) VALUES (?, ?)", [band, key])
        }
        for band in Set(sketch.translation.bands).sorted() {
            try run(
                """
                INSERT OR IGNORE INTO translationBand (period, language, hash, knownOn, articleKey)
                VALUES (?, ?, ?, ?, ?)
                """,
                [sketch.period, sketch.language, band, sketch.knownOn, key]
            )
        }
    }

    /// Takes the article out again, where it was filed.
    ///
    /// Nothing refers from the bands to the article, which would cost an index as large as they are; so
    /// this goes before its sketch is deleted or made anew.
    func forget(_ key: Int64) throws {
        guard let sketch = try filed(key) else { return }
        for band in Set(sketch.copy.bands) {
            try run("DELETE FROM copyBand WHERE hash = ? AND articleKey = ?", [band, key])
        }
        for band in Set(sketch.translation.bands) {
            try run(
                """
                DELETE FROM translationBand WHERE period = ? AND language = ? AND hash = ?
                    AND knownOn = ? AND articleKey = ?
                """,
                [sketch.period, sketch.language, band, sketch.knownOn, key]
            )
        }
    }

    /// The articles that may share runs of words with this one.
    func copies(of sketch: FiledSketch) throws -> [Int64] {
        let bands = sketch.copy.bands
        guard !bands.isEmpty else { return [] }
        let sharers = try Int64.fetchAll(
            database.cachedStatement(sql: Self.copySharers),
            arguments: StatementArguments(bands)
        )
        return try sharers.filter { key in
            guard let other = try filed(key), other.language == sketch.language else {
                return false
            }
            return other.copy.agreements(with: sketch.copy) >= Self.fewestAgreements
        }
    }

    /// The articles of other languages, of the weeks around its day, that may be translated from or to it.
    func translations(of sketch: FiledSketch) throws -> [Int64] {
        let bands = sketch.translation.bands
        guard !bands.isEmpty else { return [] }
        let days = RelayFinder.translationDays
        let (first, last) = (sketch.knownOn - days, sketch.knownOn + days)
        let statement = try database.cachedStatement(sql: Self.translationSharers)
        var shared: [Int64: Int] = [:]
        for period in FiledSketch.period(first)...FiledSketch.period(last) {
            for language in try languages(in: period) where language != sketch.language {
                let arguments =
                    StatementArguments([period]) + [language]
                    + StatementArguments(bands) + [first, last]
                for key in try Int64.fetchAll(statement, arguments: arguments) {
                    shared[key, default: 0] += 1
                }
            }
        }
        return shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(Self.mostCompared).map(\.key)
    }

    /// The languages of a period, each found by one look into the index.
    private func languages(in period: Int) throws -> [String] {
        let statement = try database.cachedStatement(
            sql: "SELECT min(language) FROM translationBand WHERE period = ? AND language > ?"
        )
        var found: [String] = []
        while let next = try String.fetchOne(statement, arguments: [period, found.last ?? ""]) {
            found.append(next)
        }
        return found
    }

    private func filed(_ key: Int64) throws -> FiledSketch? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT copySignature, translationSignature, filedOn, article.language
                FROM sketch JOIN article ON article.key = sketch.articleKey
                WHERE sketch.articleKey = ?
                """
        )
        return try Row.fetchOne(statement, arguments: [key]).map(FiledSketch.init)
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// A whole signature has so many bands; an article has a whole one or none.
    private static let marks = [String](
        repeating: "?",
        count: MinHash.places / MinHash.rowsInBand
    ).joined(separator: ", ")

    static let copySharers = """
        SELECT articleKey FROM copyBand WHERE hash IN (\(marks))
        GROUP BY articleKey ORDER BY COUNT(*) DESC, articleKey LIMIT \(mostCompared)
        """

    static let translationSharers = """
        SELECT articleKey FROM translationBand
        WHERE period = ? AND language = ? AND hash IN (\(marks)) AND knownOn BETWEEN ? AND ?
        """
}

/// The signatures of an article with what they are filed under.
struct FiledSketch {
    let copy: MinHash
    let translation: MinHash
    /// The day from which the article could be known when it was filed.
    let knownOn: Int
    let language: String

    var period: Int { Self.period(knownOn) }

    static func period(_ day: Int) -> Int { day / KinIndex.period }

    init(_ sketched: SketchedArticle) {
        copy = sketched.sketch.copySignature
        translation = sketched.sketch.translationSignature
        knownOn = sketched.knownOn.number
        language = sketched.article.language
    }

    /// Of a row of both signatures, the day and the language.
    init(_ row: Row) {
        copy = MinHash(data: row[0])
        translation = MinHash(data: row[1])
        knownOn = row[2]
        language = row[3]
    }
}
