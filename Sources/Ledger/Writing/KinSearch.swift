import Diplomacy
import GRDB

/// Looks for the kin of articles that come together: each among those of the ledger, and among those of its
/// companions that come before it.
///
/// So what is found is what would be found if they came one by one.
struct KinSearch: Sendable {
    private let relations: [ArticleRelations]
    /// The places of those who share a band, for copies and for translations.
    private let copies: [Int64: [Int]]
    private let translations: [Int64: [Int]]

    init(_ relations: [ArticleRelations]) {
        self.relations = relations
        copies = Self.places(relations.map(\.filed.copy))
        // A translation is in another language.
        let languages = Set(relations.map(\.filed.language))
        translations = languages.count > 1 ? Self.places(relations.map(\.filed.translation)) : [:]
    }

    private static func places(_ signatures: [MinHash]) -> [Int64: [Int]] {
        guard signatures.count > 1 else { return [:] }
        var places: [Int64: [Int]] = [:]
        for (place, signature) in signatures.enumerated() {
            for band in signature.bands where places[band]?.last != place {
                places[band, default: []].append(place)
            }
        }
        return places.filter { $0.value.count > 1 }
    }

    /// The edges between the articles and their kin; those of an article stand together.
    func relays(_ database: Database) throws -> [Relay] {
        let index = KinIndex(database: database)
        return try relations.indices.flatMap { place -> [Relay] in
            let own = relations[place]
            let near =
                try index.copies(of: own.filed, beside: companions(place, copies))
                + index.translations(of: own.filed, beside: translationCompanions(place))
            return try Set(near).sorted().compactMap { kin in
                try sketched(kin, database).flatMap { RelayFinder().relay(own.sketched, $0) }
            }
        }
    }

    private func sketched(_ kin: Kin, _ database: Database) throws -> SketchedArticle? {
        switch kin {
        case .companion(let place): relations[place].sketched
        case .standing(let key): try SketchedArticle(standing: key, database)
        }
    }

    /// How many bands each of the companions before shares.
    private func companions(_ place: Int, _ places: [Int64: [Int]]) -> [Companion] {
        shared(place, relations[place].filed.copy, places)
    }

    private func translationCompanions(_ place: Int) -> [Companion] {
        let own = relations[place].filed
        return shared(place, own.translation, translations).filter { companion in
            companion.sketch.language != own.language
                && abs(companion.sketch.knownOn - own.knownOn) <= RelayFinder.translationDays
        }
    }

    private func shared(
        _ place: Int,
        _ signature: MinHash,
        _ places: [Int64: [Int]]
    ) -> [Companion] {
        guard !places.isEmpty else { return [] }
        var shared: [Int: Int] = [:]
        for band in Set(signature.bands) {
            for other in places[band] ?? [] where other < place { shared[other, default: 0] += 1 }
        }
        return shared.map {
            Companion(place: $0.key, bands: $0.value, sketch: relations[$0.key].filed)
        }
    }
}

/// An article that may be kin: one of the ledger, by its key, or a companion of the same writing, by its place.
///
/// In the order of keys: companions get theirs later.
enum Kin: Hashable, Comparable {
    case standing(Int64)
    case companion(Int)
}

/// An article that comes in the same writing and shares bands.
struct Companion {
    let place: Int
    let bands: Int
    let sketch: FiledSketch
}

extension SketchedArticle {
    /// Of an article that stands; nil where it does not.
    init?(standing key: Int64, _ database: Database) throws {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT id, knownOn FROM article WHERE key = ?",
            arguments: [key]
        )
        guard let row, let article = try ArticleReader.article(row[0], database) else { return nil }
        self.init(article, knownOn: Day(number: row[1]))
    }
}
