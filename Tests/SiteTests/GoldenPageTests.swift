import Foundation
import GoldenFiles
import Testing

/// The words and figures of whole pages, kept in files: what a change does to a page is seen in its review.
@Suite struct GoldenPageTests {
    @Test(arguments: [
        ("/?actor=RUS&since=2024-01-01", "overview.html"), ("/cases/RUS-IRN-2025", "case.html"),
        ("/pair/RUS/IRN", "pair.html"), ("/cases/RUS-IRN-2025?lang=uk", "case-uk.html"),
        ("/article/c3", "article.html"), ("/search?actor=IRN", "search.html"),
    ])
    func `a page reads as its golden file`(path: String, file: String) async throws {
        let page = try await Visitor(Samples.years).get(path).body
        // Without its frame, in which the hashes of the styles stand.
        let start = try #require(page.range(of: "<main id=\"content\" tabindex=\"-1\">\n"))
        let end = try #require(page.range(of: "\n</main>"))
        expectGolden(String(page[start.upperBound..<end.lowerBound]) + "\n", file)
    }

    @Test func `what OpenAPI says reads as its golden file`() async throws {
        let document = try await Visitor().get("/api/v1/openapi.json").body
        // A line for each path, so that a change is one.
        expectGolden(document.replacing("\"/", with: "\n\"/") + "\n", "openapi.txt")
    }
}
