import Diplomacy
import Foundation
import GRDB

/// Leads from the signatures of an article to the few that may be its kin, inside a transaction that the
/// caller holds.
///
/// Two tables of bands. A copy may come at any time, and is looked for in its own language; a translation
/// comes within days, and is looked for in the other languages. Translations are filed by period first, so
/// that news, which comes in the order of days, is written to one place of the file.
///
/// Bands of copies lie all over their table: a thousand articles of a million statements would write each of its
/// pages again. So those of the last articles wait in a small table, and go into the large one together, in its order.
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

    /// So many articles wait at most: their bands are 6 MB, a tenth of those of a million statements.
    static let mostWaiting: Int64 = 10_000

    let database: Database

    /// Where bands of copies go.
    enum CopyBands: String {
        case waiting = "waitingCopyBand"
        case settled = "copyBand"
    }

    /// Files articles under their bands, given their keys, which must rise; again, where one is filed so already,
    /// changes nothing.
    func file(
        _ bands: SortedBands,
        of keys: [Int64],
        copies table: CopyBands = .waiting
    ) throws {
        let rows = try BandRows(database, copies: table)
        for band in bands.copies { try rows.add(copyBand: band.hash, of: keys[band.place]) }
        for band in bands.translations {
            try rows.add(
                translationBand: band.hash,
                bands.sketches[band.place],
                of: keys[band.place]
            )
        }
        if table == .waiting, let last = keys.last { try settle(before: last) }
    }

    /// Moves the bands that wait into the large table, where they are those of many articles.
    private func settle(before last: Int64) throws {
        let statement = try database.cachedStatement(sql: "SELECT lastSettled FROM bandState")
        let settled = try Int64.fetchOne(statement) ?? 0
        guard last - settled >= Self.mostWaiting else { return }
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO copyBand
                SELECT hash, articleKey FROM waitingCopyBand ORDER BY hash, articleKey;
                DELETE FROM waitingCopyBand;
                UPDATE bandState SET lastSettled = \(last);
                """
        )
    }

    /// Takes the article out again, where it was filed.
    ///
    /// Nothing refers from the bands to the article, which would cost an index as large as they are; so
    /// this goes before its sketch is deleted or made anew.
    func forget(_ key: Int64) throws {
        guard let sketch = try filed(key) else { return }
        for band in Set(sketch.copy.bands) {
            for table in [CopyBands.waiting, .settled] {
                try run(
                    "DELETE FROM \(table.rawValue) WHERE hash = ? AND articleKey = ?",
                    [band, key]
                )
            }
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
    func copies(of sketch: FiledSketch, beside companions: [Companion]) throws -> [Kin] {
        let bands = sketch.copy.bands
        guard !bands.isEmpty else { return [] }
        let statement = try database.cachedStatement(sql: Self.copySharers)
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(bands))
        var sharers = companions.map { (kin: Kin.companion($0.place), bands: $0.bands) }
        while let row = try rows.next() { sharers.append((.standing(row[0]), row[1])) }
        let places = Dictionary(uniqueKeysWithValues: companions.map { ($0.place, $0.sketch) })
        return try Self.nearest(sharers).filter { kin in
            let other: FiledSketch? =
                switch kin {
                case .standing(let key): try filed(key)
                case .companion(let place): places[place]
                }
            guard let other, other.language == sketch.language else { return false }
            return other.copy.agreements(with: sketch.copy) >= Self.fewestAgreements
        }
    }

    /// The articles of other languages, of the weeks around its day, that may be translated from or to it.
    func translations(of sketch: FiledSketch, beside companions: [Companion]) throws -> [Kin] {
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
        return Self.nearest(
            companions.map { (.companion($0.place), $0.bands) }
                + shared.map { (.standing($0.key), $0.value) }
        )
    }

    /// Those that share most bands first, as many as are compared.
    private static func nearest(_ sharers: [(kin: Kin, bands: Int)]) -> [Kin] {
        sharers.sorted { ($1.bands, $0.kin) < ($0.bands, $1.kin) }
            .prefix(mostCompared).map(\.kin)
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

    /// The marks are numbered, because both tables are asked for the same bands.
    static let copySharers = """
        SELECT articleKey, COUNT(*) FROM (
            SELECT articleKey FROM copyBand WHERE hash IN (\(numberedMarks))
            UNION ALL
            SELECT articleKey FROM waitingCopyBand WHERE hash IN (\(numberedMarks))
        )
        GROUP BY articleKey ORDER BY COUNT(*) DESC, articleKey LIMIT \(mostCompared)
        """

    private static let numberedMarks = (1...MinHash.places / MinHash.rowsInBand)
        .map { "?\($0)" }.joined(separator: ", ")

    static let translationSharers = """
        SELECT articleKey FROM translationBand
        WHERE period = ? AND language = ? AND hash IN (\(marks)) AND knownOn BETWEEN ? AND ?
        """
}

/// The bands of articles in the order of the index, so that rows that lie beside each other are written together.
struct SortedBands: Sendable {
    /// A band of the article at this place.
    struct Band {
        let hash: Int64
        let place: Int
    }

    let sketches: [FiledSketch]
    let copies: [Band]
    let translations: [Band]

    init(_ sketches: [FiledSketch]) {
        self.sketches = sketches
        copies = Self.bands(sketches.map(\.copy))
            .sorted { ($0.hash, $0.place) < ($1.hash, $1.place) }
        translations = Self.bands(sketches.map(\.translation)).sorted { one, other in
            let (left, right) = (sketches[one.place], sketches[other.place])
            guard left.period == right.period, left.language == right.language else {
                return (left.period, left.language) < (right.period, right.language)
            }
            return (one.hash, left.knownOn, one.place) < (other.hash, right.knownOn, other.place)
        }
    }

    private static func bands(_ signatures: [MinHash]) -> [Band] {
        signatures.enumerated().flatMap { place, signature in
            signature.bands.map { Band(hash: $0, place: place) }
        }
    }
}

/// The signatures of an article with what they are filed under.
struct FiledSketch: Sendable {
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
