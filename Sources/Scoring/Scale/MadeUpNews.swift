package import Diplomacy
import Foundation
import Text

/// News that was made up, as much of it as is asked for, to measure a large ledger with.
///
/// Every article is a function of the options and its number alone, so the same ledger can be made again, part by
/// part. What matters for cost is as in news: few parties are told of most
/// (the first is on one side of a fifth of all statements), few words stand in most sentences, voices come
/// back, one article in eight is a reprint, days are given for most statements. What the sentences say is
/// nonsense.
package struct MadeUpNews: Sendable {
    /// Statements of an article; the shipped examples have about as many.
    package static let statements = 10
    /// Ten years of news end with 2025.
    private static let firstDay = 16_801
    private static let days = 3_652
    /// Of sentences, in words: English news writes 20; a statement's clause is shorter.
    private static let sentence = 14
    /// Different words and voices, as in some thousand articles of news.
    private static let wordCount = 20_000
    private static let voiceCount = 2_000
    private static let outletCount = 120
    /// One in so many articles repeats an earlier one.
    private static let reprints = 8

    private let seed: UInt64
    private let articleCount: Int
    private let parties: [ActorCode]
    private let names: [String]
    private let words: [String]
    private let voices: [String]
    private let outlets: [String]

    /// Enough articles for `statements`, over `parties`, of which the first are told of most.
    package init(statements: Int, parties: [ActorCode], seed: UInt64 = 1) {
        precondition(parties.count > 1, "news needs two parties")
        self.seed = seed
        self.parties = parties
        articleCount = (statements + Self.statements - 1) / Self.statements
        var random = SeededRandom(seed: seed)
        func made(_ count: Int, _ syllables: ClosedRange<Int>) -> [String] {
            (0..<count).map { _ in Self.word(syllables, &random) }
        }
        names = made(parties.count, 2...4).map(\.capitalized)
        words = made(Self.wordCount, 1...4)
        voices = made(Self.voiceCount * 2, 2...3).map(\.capitalized)
        outlets = made(Self.outletCount, 2...3).map { "\($0.capitalized) Post" }
    }

    /// How many there are.
    package var count: Int { articleCount }

    /// The article of this number, from 0 on; the days go up with the numbers.
    package func article(_ number: Int) -> CodedArticle {
        let isReprint = number % Self.reprints == Self.reprints - 1
        let story = isReprint ? number - 1 : number
        var random = SeededRandom(seed: seed &+ 1 &+ UInt64(story) &* 0x9E37_79B9)
        let day = Day(number: Self.firstDay + story * Self.days / max(articleCount, 1))
        let outlet = outlets[(story + (isReprint ? 1 : 0)) % outlets.count]
        let sentences = (0..<Self.statements).map { _ in Claim(self, day, &random) }
        let title = words(6, &random).capitalized
        return coded(
            sentences,
            title: title,
            outlet: outlet,
            on: day,
            number: number
        )
    }

    // MARK: Choices

    /// A place of `count`, the first far more often: by Zipf's law, as its integral.
    private static func often(_ count: Int, _ random: inout SeededRandom) -> Int {
        min(count - 1, Int(pow(Double(count + 1), random.uniform())) - 1)
    }

    private static func word(_ syllables: ClosedRange<Int>, _ random: inout SeededRandom) -> String
    {
        let consonants = Array("bcdfgklmnprstvz")
        let vowels = Array("aeiou")
        let count = syllables.lowerBound + Int(random.next() % UInt64(syllables.count))
        return (0..<count).map { _ in
            "\(random.pick(consonants))\(random.pick(vowels))"
        }.joined()
    }

    private func words(_ count: Int, _ random: inout SeededRandom) -> String {
        (0..<count).map { _ in words[Self.often(words.count, &random)] }.joined(separator: " ")
    }

    /// One sentence with what is coded in it.
    private struct Claim {
        let source: ActorCode
        let target: ActorCode
        let act: Act
        let kind: SupportKind?
        let polarity: Polarity
        let modality: Modality
        let speaker: Voice?
        let date: DayInterval?
        let confidence: Double
        let text: String

        init(_ news: MadeUpNews, _ day: Day, _ random: inout SeededRandom) {
            let one = MadeUpNews.often(news.parties.count, &random)
            let other = MadeUpNews.often(news.parties.count - 1, &random)
            let two = other >= one ? other + 1 : other
            // Either side may be the greater power.
            let (first, second) = random.next() % 2 == 0 ? (one, two) : (two, one)
            source = news.parties[first]
            target = news.parties[second]
            act = random.pick(Act.allCases)
            kind = act == .aid ? random.pick(SupportKind.allCases) : nil
            polarity = random.uniform() < 0.15 ? .notDone : .done
            let told = random.uniform()
            modality = told < 0.6 ? .fact : told < 0.85 ? .claim : random.pick(Modality.allCases)
            let voice = MadeUpNews.often(MadeUpNews.voiceCount, &random)
            speaker =
                random.uniform() < 0.5
                ? Voice(
                    name: "\(news.voices[2 * voice]) \(news.voices[2 * voice + 1])",
                    actor: news.parties[voice % news.parties.count]
                ) : nil
            let before = day.advanced(by: -Int(random.exponential(mean: 5)))
            date =
                random.uniform() < 0.85
                ? DayInterval(first: before, last: before, isApproximate: false) : nil
            confidence = 0.3 + 0.7 * random.uniform()
            text =
                "\(news.words(2, &random).capitalized) \(news.names[first]) "
                + "\(news.words(MadeUpNews.sentence - 6, &random)) \(news.names[second]) "
                + "\(news.words(3, &random)) \(10 + random.next() % 9_990)."
        }
    }

    // MARK: Putting it together

    private func coded(
        _ claims: [Claim],
        title: String,
        outlet: String,
        on day: Day,
        number: Int
    ) -> CodedArticle {
        var text = title
        var ranges = [0..<title.utf8.count]
        for claim in claims {
            let start = text.utf8.count + 1
            text += "\n" + claim.text
            ranges.append(start..<text.utf8.count)
        }
        let article = Article(
            id: ContentHash.name(of: "made up", "\(seed)", "\(number)"),
            document: "made-up-\(number)",
            outlet: outlet,
            address: "https://example.org/\(number)",
            byline: nil,
            title: title,
            language: "en",
            publication: Publication(
                interval: DayInterval(first: day, last: day, isApproximate: false),
                reasons: ["made up"]
            ),
            text: text,
            blocks: ranges.enumerated().map { place, range in
                Block(range: range, role: place == 0 ? .title : .paragraph)
            },
            sourceMap: .identity
        )
        let statements = claims.enumerated().map { place, claim in
            Statement(
                id: ContentHash.name(of: article.id, "\(place)"),
                source: claim.source,
                target: claim.target,
                act: claim.act,
                kind: claim.kind,
                polarity: claim.polarity,
                modality: claim.modality,
                speakers: claim.speaker.map { [$0] } ?? [],
                date: claim.date,
                evidence: Evidence(range: ranges[place + 1], in: article),
                confidence: claim.confidence,
                marks: [],
                trail: ["made up"]
            )
        }
        return CodedArticle(article: article, statements: statements, omissions: [])
    }
}
