import Diplomacy
import Foundation
import Testing

@testable import Site

/// The page that opens first, and what its picture says.
@Suite struct OverviewTests {
    @Test func `a patron stands in the middle of those it is told with`() async throws {
        let body = try await Visitor(Samples.years).get("/?actor=RUS").body
        #expect(MarkupCheck.mistake(in: body) == nil)
        #expect(body.contains("<text class=\"patron\""))
        #expect(body.contains("<a class=\"body open\" href=\"/pair/RUS/IRN\""))
        #expect(body.contains("<title id=\"constellation-title\">Constellation of Russia"))
        #expect(body.contains("Friendly: –. Either way: Iran."))
        #expect(body.contains("<table id=\"allies\""))
    }

    @Test func `without a choice it shows the party of which most is told, and says so`()
        async throws
    {
        let body = try await Visitor(Samples.years).get("/").body
        #expect(body.contains("Russia is shown because most is told of it; choose another above."))
    }

    @Test func `it tells what changed since a day, and the cases that are open`() async throws {
        let body = try await Visitor(Samples.years).get("/?actor=RUS&since=2024-12-31").body
        #expect(body.contains("31 December 2024</time></h2>"))
        #expect(body.contains("conduct: aid, not done"))
        #expect(body.contains("href=\"/cases/RUS-IRN-2025\""))
    }

    @Test func `somebody of whom nothing is told gets a sentence and no picture`() async throws {
        let body = try await Visitor(Samples.years).get("/?actor=FJI").body
        #expect(body.contains("Nothing that was read tells of <bdi>FJI</bdi> and somebody else."))
        #expect(!body.contains("<svg"))
    }

    @Test func `the picture is the same on every visit, and no label covers another`() {
        let bodies = (0..<22).map { number in
            ConstellationLayout.Body(
                code: "A\(number)",
                level: number % 3 == 0 ? nil : Double(number) - 10
            )
        }
        for size in [ConstellationLayout.Size.wide, .narrow] {
            let layout = ConstellationLayout(bodies, size: size)
            #expect(layout.places == ConstellationLayout(bodies.reversed(), size: size).places)
            for side in [true, false] {
                let heights = layout.places.filter { $0.isOnRight == side }.map(\.labelY).sorted()
                #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 21.9 })
                #expect(heights.allSatisfy { $0 >= 0 && $0 <= size.height })
            }
        }
    }

    private static let manyCodes = [
        "ARM", "AZE", "BLR", "CHN", "CUB", "DEU", "FRA", "GBR", "IRN", "ISR", "KAZ", "PRK", "SYR",
        "TUR", "UKR", "USA", "VEN",
    ]

    private func directions(_ bodies: [ConstellationLayout.Body]) -> [String: Double] {
        let layout = ConstellationLayout(bodies, size: .wide)
        return Dictionary(
            uniqueKeysWithValues: layout.places.map { place in
                (place.code, atan2(place.x - layout.middle.x, layout.middle.y - place.y))
            }
        )
    }

    private func apart(_ one: Double, _ other: Double) -> Double {
        let turn = abs(one - other).truncatingRemainder(dividingBy: 2 * .pi)
        return min(turn, 2 * .pi - turn)
    }

    @Test func `how far a party stands is its level and nothing else`() {
        let bodies = Self.manyCodes.enumerated().map { place, code in
            ConstellationLayout.Body(code: code, level: Double(place) - 8, bonds: ["ARM", "FRA"])
        }
        let layout = ConstellationLayout(bodies, size: .wide)
        for place in layout.places {
            let level = bodies.first { $0.code == place.code }?.level
            let reach = hypot(place.x - layout.middle.x, place.y - layout.middle.y)
            #expect(abs(reach - ConstellationLayout.reach(of: level) * 170) < 0.001)
        }
    }

    @Test func `a party that is added hardly turns the others`() {
        let bodies = Self.manyCodes.map { ConstellationLayout.Body(code: $0, level: 0.5) }
        let before = directions(bodies)
        let after = directions(bodies + [ConstellationLayout.Body(code: "QAT", level: 1)])
        let turned = Self.manyCodes.map { apart(before[$0] ?? 9, after[$0] ?? -9) }.sorted()
        // Half of them by less than three degrees, none by more than fifteen.
        #expect(turned[turned.count / 2] < .pi / 60)
        #expect(turned.allSatisfy { $0 < .pi / 12 })
    }

    @Test func `who is bound to one another is drawn together, and nobody stands upon another`() {
        let bound: Set<String> = ["FRA", "GBR", "DEU", "TUR"]
        func bodies(areBound: Bool) -> [ConstellationLayout.Body] {
            Self.manyCodes.map { code in
                let own = areBound && bound.contains(code) ? bound.subtracting([code]) : []
                return ConstellationLayout.Body(code: code, level: 0.5, bonds: own)
            }
        }
        func spread(_ turns: [String: Double]) -> Double {
            let own = bound.compactMap { turns[$0] }
            return own.flatMap { one in own.map { apart(one, $0) } }.reduce(0, +)
        }
        let (free, together) = (
            directions(bodies(areBound: false)), directions(bodies(areBound: true))
        )
        #expect(spread(together) < 0.7 * spread(free))
        let places = ConstellationLayout(bodies(areBound: true), size: .wide).places
        for (number, one) in places.enumerated() {
            for other in places[..<number] {
                #expect(hypot(one.x - other.x, one.y - other.y) > 12, "\(one.code) \(other.code)")
            }
        }
    }

    @Test func `the picture says in words who is nearest, who farthest, and how sure that is`()
        async throws
    {
        let body = try await Visitor(Samples.years, Samples.iran).get("/?actor=RUS").body
        #expect(body.contains("class=\"spoke "))
        let visitor = try Visitor(
            Self.friend("Iran", "IRN", .aid),
            Self.friend("Syria", "SYR", .assault)
        )
        let words = try await visitor.get("/?actor=RUS").body
        #expect(words.contains("Nearest: <bdi>Iran</bdi> (+"))
        #expect(words.contains("farthest: <bdi>SYR</bdi> (−"))
        #expect(
            words.contains("<path class=\"spoke up\"")
                && words.contains("<path class=\"spoke down\"")
        )
    }

    /// Four years of one act.
    private static func friend(_ name: String, _ code: String, _ act: Act) -> CodedArticle {
        let sentences = (2022...2025).map { "Moscow did so to \(name) in \($0)." }
        let article = Samples.article(
            "f\(code)",
            sentences.map { Samples.Paragraph($0) },
            published: "2025-12-01"
        )
        return CodedArticle(
            article: article,
            statements: sentences.enumerated().map { place, sentence in
                Samples.statement(
                    "\(code)\(place)",
                    in: article,
                    sentence,
                    target: code,
                    act: act,
                    date: "\(2022 + place)-03-01"
                )
            },
            omissions: []
        )
    }

    @Test func `a friend stands nearer to the middle than an enemy, and the unknown outside`() {
        let reach = ConstellationLayout.reach
        #expect(reach(10) < reach(0) && reach(0) < reach(-10) && reach(-10) < reach(nil))
        #expect(reach(99) == reach(10))
    }
}
