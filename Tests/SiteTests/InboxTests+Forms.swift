import Ledger
import Testing

@testable import Site

/// What a form may bring, and what it may not.
extension InboxTests {
    @Test func `no token, another site, no file, a broken form and one too large change nothing`()
        async throws
    {
        let (ledger, visitor) = try inbox()
        func status(_ body: String, _ headers: [(String, String)] = [Self.type]) async throws -> Int
        {
            try await visitor.post("/inbox", body, headers: headers).status
        }
        #expect(try await status(form(["a.html"], token: "guess")) == 403)
        #expect(
            try await status(form(["a.html"]), [Self.type, ("Sec-Fetch-Site", "cross-site")]) == 403
        )
        #expect(try await status(form([])) == 400)
        #expect(try await status(form(["a.html"]), []) == 400)
        #expect(try await status("--edge\r\nno head") == 400)
        #expect(try await status(String(form(["a.html"]).dropLast(12))) == 400)
        #expect(
            try await status(form(Array(repeating: "a.html", count: Inbox.mostFiles + 1))) == 400
        )
        let large = String(repeating: "a", count: Inbox.largestUpload + 1)
        #expect(try await status(large) == 413)
        #expect(try ledger.counts().articles == 0)
        #expect(try await visitor.get("/inbox/1").status == 404)
    }

    @Test func `a site that only shows takes no files and says so`() async throws {
        let visitor = try Visitor(Samples.iran)
        let page = try await visitor.get("/inbox").body
        #expect(page.contains("--read-only"))
        #expect(!page.contains("type=\"file\""))
        let answer = try await visitor.post("/inbox", form(["a.html"]), headers: [Self.type])
        #expect(answer.status == 405)
    }

    @Test func `a form with files is read to the byte`() throws {
        let content = "\r\n--edge?\r\nÄ\0"
        let body =
            "--edge\r\ncontent-disposition: form-data; name=\"files\"; filename=\"C:\\news\\%22a%22.txt\"\r\n\r\n"
            + content
            + "\r\n--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n"
            + "\r\n--edge--"
        let form = try MultipartForm(
            Array(body.utf8),
            type: "multipart/form-data; charset=utf-8; boundary=\"edge\""
        )
        #expect(form.files == [InboxFile(name: "\"a\".txt", bytes: Array(content.utf8))])
        #expect(form.fields.pairs.isEmpty)
    }
}
