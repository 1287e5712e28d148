import Diplomacy
import Foundation
import Testing

@testable import Reading

/// What must hold for every article that is shipped.
struct ExampleTests {
    private static func documents() throws -> [SourceDocument] {
        let folder = Desk.root.appending(path: "Examples").path
        let finder = DocumentFinder()
        return try finder.files(at: [folder]).map { try $0.get() }
            .filter { !$0.lastPathComponent.hasPrefix("README") }
            .flatMap { finder.documents(in: $0) }
            .map {
                switch $0 {
                case .document(let document): return document
                case .failure(let error): throw error
                }
            }
    }

    private func article(_ document: SourceDocument) throws -> Article {
        var declared = document.declared
        declared.language = declared.language ?? String(document.name.prefix(2))
        return try Desk.read(document.text, as: document.content, declared: declared)
    }

    @Test func `there are at least twenty-four`() throws {
        #expect(try Self.documents().count >= 24)
    }

    @Test func `the words of every block stand in the file at the place that the map gives`() throws
    {
        for document in try Self.documents() {
            let article = try article(document)
            let source = Array(document.text.utf8)
            let scalars = Array(document.text.unicodeScalars)
            let text = Array(article.text.utf8)
            for (segment, next) in zip(
                article.sourceMap.segments,
                article.sourceMap.segments.dropFirst().map(\.start) + [text.count]
            )
            where segment.isVerbatim {
                let length = next - segment.start
                let words = text[segment.start..<next]
                let isThere = source[segment.sourceByte..<(segment.sourceByte + length)] == words
                #expect(isThere, "\(document.name), byte \(segment.start)")
                let first = String(decoding: words, as: UTF8.self).unicodeScalars.first
                #expect(
                    scalars[segment.sourceScalar] == first,
                    "\(document.name), byte \(segment.start)"
                )
            }
        }
    }

    @Test func `the first and the last word of every kept block lead to their own letters`() throws
    {
        for document in try Self.documents() {
            let article = try article(document)
            let scalars = Array(document.text.unicodeScalars)
            for block in article.blocks where block.isKept {
                let words = article.words(at: block.range)
                let place = Evidence(range: block.range, in: article).sourceScalars
                #expect(scalars[place.lowerBound] == words.unicodeScalars.first, "\(words)")
                // A block may end with an entity, whose last mark is `;`.
                #expect(
                    [words.unicodeScalars.last, ";"].contains(scalars[place.upperBound - 1]),
                    "\(words)"
                )
            }
        }
    }

    @Test func `blocks are in order, apart from each other, and hold whole words`() throws {
        for document in try Self.documents() {
            let article = try article(document)
            var end = 0
            for block in article.blocks {
                #expect(block.range.lowerBound >= end && !block.range.isEmpty, "\(document.name)")
                end = block.range.upperBound
                #expect(!article.words(at: block.range).contains("\u{FFFD}"), "\(document.name)")
            }
            #expect(end <= article.text.utf8.count)
        }
    }

    /// The headlines, as a person finds them.
    private static let titles: KeyValuePairs = [
        "de-01-aukus-vertrag": "U-Boot-Streit: Frankreich ruft zwei Botschafter zurück",
        "de-02-brigade-litauen": "Berlin schützt Vilnius: Merz stellt Litauen-Brigade in Dienst",
        "de-03-interview-buendnistreue":
            "»Moskau hält, was es unterschreibt – nur liest keiner das Kleingedruckte«",
        "de-04-ungarn-ukrainehilfe":
            "Orbán gibt nach: EU einigt sich auf 50 Milliarden Euro für Kiew",
        "de-05-sahel-ecowas-austritt":
            "Drei gehen, einer kommt: Der Sahel nach dem Ecowas-Austritt",
        "de-06-stadtwerke-allianz":
            "Drei Versorger, ein Vertrag: Wie Moorbach, Sillau und Wendheim gemeinsam einkaufen wollen",
        "en-01-qatar-guarantee":
            "Trump puts promise to defend Qatar in writing, three weeks after Israeli strike",
        "en-02-riyadh-islamabad-pact": "Riyadh and Islamabad bind themselves to mutual defence",
        "en-03-second-thomas-shoal":
            "The Philippines will not call on its American ally over Monday's clash",
        "en-04-shoal-reprint": "Philippines won't invoke US treaty over clash with China at shoal",
        "en-05-article-five-opinion": "They came when America called. Say thank you.",
        "en-06-aid-pause-live":
            "Ukraine live: Washington switches off weapons and intelligence — as it happened",
        "en-07-aukus-contract": "France recalls two ambassadors in anger over submarine deal",
        "en-08-moscows-friends-explainer":
            "What became of Moscow's friends? A guide in nine countries",
        "en-09-cup-final-sport":
            "Poland and Turkey shock the favourites on a wild night of group matches",
        "ru-01-dolg-yanvarya": "Мы никому не должны за январь",
        "ru-02-intervyu-erevan": "«Нас не предали. Нас просто не посчитали»",
        "ru-03-mid-odkb": "МИД РФ: ОДКБ не отказывала Армении в помощи",
        "ru-04-sahel": "«Африканский корпус» и пустые баки Бамако",
        "ru-05-pridnestrovie-gaz": "Тирасполь выбрал российский кредит вместо европейских денег",
        "ru-06-alyans-kompanij": "Автоальянс пересмотрел союз: партнеры ослабили хватку",
        "uk-01-shusha": "Шушинська декларація: що Анкара й Баку справді пообіцяли одне одному",
        "uk-02-iran-bez-partneriv": "Партнери Ірану залишилися осторонь — Bloomberg",
        "uk-03-pauza-ssha": "Американська пауза: хто підставив плече Києву, а хто ні",
        "uk-04-pauza-peredruk": "Американська пауза: хто підставив плече Києву, а хто ні",
        "uk-05-prydnistrovia-haz": "Тирасполь обрав російський кредит замість європейських грошей",
        "uk-06-soiuznyky-moskvy":
            "«Дах» із дірками: що отримали від Москви її союзники — по країнах",
        "uk-07-futbol-islandiia": "Україна здолала Ісландію і вийшла в плей-оф відбору на ЧС-2026",
        "uk-r1-polshcha-mig": "Варшава просить дрони за МіГи",
        "uk-r2-serbiia-haz": "Вучич: Москва дала газу тільки до Нового року",
    ]

    @Test func `the title of every example is its headline`() throws {
        let documents = try Self.documents()
        #expect(documents.count == Self.titles.count)
        let titles = try Dictionary(
            uniqueKeysWithValues: documents.map { ($0.name, try article($0).title) }
        )
        for (name, title) in Self.titles {
            switch name {
            case "en-05-article-five-opinion":
                withKnownIssue("a headline with a full stop is taken for a sentence") {
                    #expect(titles[name] == title)
                }
            case "en-08-moscows-friends-explainer":
                withKnownIssue("an outlet's motto is longer than the headline's first line") {
                    #expect(titles[name] == title)
                }
            default: #expect(titles[name] == title)
            }
        }
    }

    @Test func `every example is dated, with a reason`() throws {
        for document in try Self.documents() {
            let article = try article(document)
            #expect(!article.publication.reasons.isEmpty, "\(document.name)")
            #expect(article.kept.count >= 5, "\(document.name)")
            #expect(article.publication.interval != nil, "\(document.name)")
        }
    }
}
