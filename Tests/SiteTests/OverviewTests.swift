import Diplomacy
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

    @Test func `a friend stands nearer to the middle than an enemy, and the unknown outside`() {
        let reach = ConstellationLayout.reach
        #expect(reach(10) < reach(0) && reach(0) < reach(-10) && reach(-10) < reach(nil))
        #expect(reach(99) == reach(10))
    }
}
