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

    @Test(arguments: ["/review", "/watches", "/search?q=the"])
    func `a secret stands in a packed page as it is`(_ path: String) async throws {
        let reviewer = Reviewer(name: "one", secret: "of this test")
        let visitor = try Visitor(try Samples.ledger(Samples.iran), reviewer: reviewer)
        let plain = try await visitor.get(path)
        let packed = try await visitor.get(path, headers: Self.takesGzip)
        #expect(packed.headers["content-encoding"] == "gzip")
        #expect(try unpacked(packed.bytes) == plain.body)
        #expect(packed.bytes.count < plain.bytes.count)
        let token = Array(reviewer.token.utf8)
        #expect(!plain.bytes.ranges(of: token).isEmpty)
        #expect(packed.bytes.ranges(of: token).count == plain.bytes.ranges(of: token).count)
    }

    @Test func `the length of a packed page does not tell whether words guess its secret`() {
        let secrets = ["0123456789abcdef", "fedcba9876543210"]
        func page(_ secret: String) -> [UInt8] {
            let form = "<input type=\"hidden\" name=\"token\" value=\"\(secret)\">"
            return Array(
                "<p>Nothing holds the words token value 0123456789abc.</p>\(form)\(form)".utf8
            )
        }
        let apart = secrets.map { secret in
            PackedPiece.archive(PackedPiece.pieces(page(secret), apart: secret, Gzip.level)).count
        }
        #expect(apart[0] == apart[1])
        // Packed together, it does.
        let together = secrets.map { Gzip.packed(page($0)).count }
        #expect(together[0] < together[1])
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
