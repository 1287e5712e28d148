import Diplomacy
import Foundation
import Testing
import Text

@testable import Site

/// The globe: where places lie, and what the page shows.
@Suite struct WorldTests {
    @Test func `the projection keeps the equator, the poles and areas`() {
        let origin = EqualEarth.place(north: 0, east: 0)
        #expect(origin.x == 0 && origin.y == 0)
        #expect(abs(EqualEarth.width - 2.7066) < 0.0001, "the figure of its authors")
        #expect(abs(EqualEarth.place(north: 90, east: 0).y - 1.3173) < 0.0001)
        // A field of one degree has an area that shrinks with the cosine of its latitude.
        func area(_ north: Double) -> Double {
            let low = EqualEarth.place(north: north - 0.5, east: 0).y
            let high = EqualEarth.place(north: north + 0.5, east: 0).y
            return (high - low) * EqualEarth.place(north: north, east: 1).x
        }
        for north in [20.0, 45, 60] {
            let expected = Foundation.cos(north * .pi / 180)
            #expect(abs(area(north) / area(0) - expected) < 0.002)
        }
    }

    @Test func `every capital lies on the globe, in the frame, and once`() throws {
        let capitals = try CapitalTable(ResourceFolder()).capitals
        #expect(capitals.count == 198)
        #expect(Set(capitals.map(\.state)).count == capitals.count)
        let lost = capitals.filter { !WorldFrame.world.holds($0) || !$0.state.isState }
        #expect(lost == [])
    }

    @Test func `labels never cover one another or a mark`() {
        var room = LabelRoom(width: 200, height: 60)
        for x in [50.0, 60, 70] { room.take(x: x, y: 30, reach: 5) }
        let labels = [50.0, 60, 70].map { room.label(x: $0, y: 30, reach: 5) }
        #expect(labels[0].map { $0.x } == 30.5, "to the left, because to the right is a mark")
        #expect(labels[2].map { $0.x } == 89.5)
        #expect(labels[1].map { $0.x } == 60, "over or under it")
        #expect(room.label(x: 60, y: 30, reach: 5) != nil)
        #expect(room.label(x: 60, y: 30, reach: 5) == nil, "no room is left")
    }

    @Test func `the world has a point for each state, a table, and links to the pairs`()
        async throws
    {
        let visitor = try Visitor(Samples.years)
        let page = try await visitor.get("/world?actor=RUS").body
        #expect(MarkupCheck.mistake(in: page) == nil)
        #expect(page.contains("aria-labelledby=\"world-title world-desc\""))
        #expect(page.contains("href=\"/pair/RUS/IRN\""))
        #expect(page.contains(">IRN</text>"))
        #expect(page.contains("<table id=\"allies\""))
        let svg = try await visitor.get("/world?actor=RUS&export=world.svg")
        #expect(svg.headers["content-type"] == "image/svg+xml; charset=utf-8")
        #expect(try await visitor.get("/world?actor=RUS&export=allies.csv").status == 200)
        #expect(try await visitor.get("/?actor=RUS").body.contains("href=\"/world?actor=RUS\""))
    }

    @Test func `who stands on no map is named beside it, and an empty ledger says so`() async throws
    {
        let article = Samples.article(
            "d4",
            [Samples.Paragraph("Moscow stayed away from the bloc.")]
        )
        let coded = CodedArticle(
            article: article,
            statements: [
                Samples.statement("81", in: article, "Moscow stayed away", target: "IGO:CSTO")
            ],
            omissions: []
        )
        let page = try await Visitor(coded).get("/world?actor=RUS").body
        #expect(page.contains("id=\"placeless-head\""))
        #expect(page.contains("/pair/RUS/IGO:CSTO"))
        #expect(try await Visitor().get("/world").status == 200)
    }
}
