import CZlib
import Testing

@testable import Site

/// Replies packed with gzip.
@Suite struct PackingTests {
    private static let takesGzip = [("Accept-Encoding", "gzip, deflate, br")]

    /// As a browser unpacks it.
    private func unpacked(_ packed: [UInt8]) throws -> String {
        var stream = z_stream()
        var input = packed
        var output = [UInt8](repeating: 0, count: 4 << 20)
        return try input.withUnsafeMutableBufferPointer { input in
            try output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                defer { inflateEnd(&stream) }
                try #require(inflate(&stream, Z_FINISH) == Z_STREAM_END)
                return String(decoding: output[..<Int(stream.total_out)], as: UTF8.self)
            }
        }
    }

    @Test(arguments: [
        ("gzip", true), ("gzip, deflate, br", true), ("GZIP;q=0.5", true), ("*", true),
        ("br, *;q=0.1", true), ("", false), ("br", false), ("gzip;q=0", false),
        ("gzip; q=0.0, *", false), ("identity", false), ("*;q=0", false), (";;,,q=", false),
    ])
    func `gzip is sent to whoever can read it, and to nobody else`(offer: String, isPacked: Bool) {
        #expect((ContentCoding(accepted: offer) == .gzip) == isPacked, "\(offer)")
    }

    @Test(arguments: [
        "/?actor=RUS", "/api/v1/statements", "/api/v1/statements.jsonl", "/feed.atom",
        "/cases?export=cases.csv",
    ])
    func `a packed reply holds the same words`(_ path: String) async throws {
        let visitor = try Visitor(Samples.iran, Samples.years)
        let plain = try await visitor.get(path)
        let packed = try await visitor.get(path, headers: Self.takesGzip)
        #expect(plain.headers["content-encoding"] == nil)
        #expect(plain.headers["vary"] == "Accept-Encoding")
        #expect(packed.headers["vary"] == "Accept-Encoding")
        #expect(packed.headers["content-type"] == plain.headers["content-type"])
        if packed.headers["content-encoding"] == nil {
            #expect(plain.bytes.count < ContentCoding.leastBytes && packed.body == plain.body)
        } else {
            #expect(try unpacked(packed.bytes) == plain.body)
            #expect(packed.bytes.count < plain.bytes.count)
        }
    }

    @Test func `either tag of a content stands for it, and the two are not one`() async throws {
        let visitor = try Visitor(Samples.iran)
        let plain = try await visitor.get("/cases")
        let packed = try await visitor.get("/cases", headers: Self.takesGzip)
        let tags = try [plain, packed].map { try #require($0.headers["etag"]) }
        #expect(tags[0] != tags[1])
        for tag in tags {
            let again = try await visitor.get(
                "/cases",
                headers: Self.takesGzip + [("If-None-Match", tag)]
            )
            #expect(again.status == 304 && again.bytes.isEmpty)
            #expect(again.headers["vary"] == "Accept-Encoding")
            #expect(again.headers["content-encoding"] == nil)
        }
    }

    @Test func `a page with a secret in it is not packed`() async throws {
        let ledger = try Samples.ledger(Samples.iran)
        let reviewer = Reviewer(name: "one", secret: "of this test")
        let visitor = try Visitor(ledger, reviewer: reviewer)
        let page = try await visitor.get("/review", headers: Self.takesGzip)
        #expect(page.headers["content-encoding"] == nil)
        #expect(page.body.contains(reviewer.token))
    }

    @Test func `the first load takes less than a quarter of a megabyte`() async throws {
        let visitor = try Visitor(Samples.iran, Samples.years)
        let page = try await visitor.get("/")
        let paths = page.body.matches(of: /(?:href|src)="(\/assets\/[^"]+)"/).map { String($0.1) }
        #expect(paths.count >= 7)
        var bytes = try await visitor.get("/", headers: Self.takesGzip).bytes.count
        for path in Set(paths) {
            let asset = try await visitor.get(path, headers: Self.takesGzip)
            #expect(asset.headers["content-encoding"] == "gzip")
            bytes += asset.bytes.count
        }
        #expect(bytes < 250_000)
    }

    @Test func `pieces that were packed apart make one archive that can be read`() throws {
        let words = ["", "above ", String(repeating: "what it says ", count: 50_000), "below"]
        let pieces = words.enumerated().map { place, text in
            PackedPiece(Array(text.utf8), level: place == 2 ? Gzip.quickLevel : Gzip.level)
        }
        #expect(try unpacked(PackedPiece.archive(pieces)) == words.joined())
        #expect(try unpacked(PackedPiece.archive([])) == "")
        for (piece, text) in zip(pieces, words) { #expect(piece.unpacked == Array(text.utf8)) }
        let broken = PackedPiece(blocks: Array("no blocks".utf8), count: 9, checksum: 0)
        #expect(broken.unpacked == nil)
    }

    @Test func `a stream comes packed in portions, each of which can be read`() throws {
        let gzip = Gzip()
        let portions = ["one ", "two ", String(repeating: "three ", count: 50_000), ""]
        var packed: [UInt8] = []
        for (place, portion) in portions.enumerated() {
            packed += gzip.packed(Array(portion.utf8), isLast: place == portions.count - 1)
        }
        #expect(try unpacked(packed) == portions.joined())
    }
}
