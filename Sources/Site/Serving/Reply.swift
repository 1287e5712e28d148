import Foundation
import Hummingbird
import Text

/// What a request gets, before it becomes a response: bytes with their type.
///
/// A value, so that it can be kept and given again.
struct Reply: Sendable {
    let type: String
    let bytes: [UInt8]
    /// The name under which a browser saves it; nil for what is shown.
    var fileName: String?
    /// A content policy of its own, where that of the site does not fit.
    var policy: String?
    /// How old it is, where it is older than the ledger, see `KeptAnswers.sentence`.
    var age: String?
    /// How `bytes` are packed.
    private(set) var coding = ContentCoding.identity

    init(type: String, bytes: [UInt8], fileName: String? = nil, policy: String? = nil) {
        self.type = type
        self.bytes = bytes
        self.fileName = fileName
        self.policy = policy
    }

    /// The same, packed where that is asked for and worth it.
    ///
    /// Everything that the site sends is text of some kind. What is `apart` goes unpacked, see `PackedPiece.pieces`.
    func packed(_ coding: ContentCoding, apart: String? = nil) -> Reply {
        guard coding == .gzip, self.coding == .identity,
            bytes.count >= ContentCoding.leastBytes
        else { return self }
        let level = bytes.count < Gzip.mostBytesAtLevel ? Gzip.level : Gzip.quickLevel
        var reply = Reply(
            type: type,
            bytes: apart.map { PackedPiece.archive(PackedPiece.pieces(bytes, apart: $0, level)) }
                ?? Gzip.packed(bytes, level: level),
            fileName: fileName,
            policy: policy
        )
        reply.age = age
        reply.coding = .gzip
        return reply
    }

    static func html(_ markup: HTML) -> Reply {
        Reply(type: "text/html; charset=utf-8", bytes: Array(markup.markup.utf8))
    }

    /// A page whose middle was packed before.
    static func html(
        _ above: HTML,
        _ body: PackedPiece,
        _ below: HTML,
        _ coding: ContentCoding
    ) -> Reply? {
        let (above, below) = (Array(above.markup.utf8), Array(below.markup.utf8))
        let bytes =
            coding == .gzip
            ? PackedPiece.archive([PackedPiece(above), body, PackedPiece(below)])
            : body.unpacked.map { above + $0 + below }
        guard let bytes else { return nil }
        var reply = Reply(type: "text/html; charset=utf-8", bytes: bytes)
        reply.coding = coding
        return reply
    }

    /// The same, whose file bears the mark in its name.
    func named(_ mark: FileMark) -> Reply {
        var reply = self
        reply.fileName = fileName.map { mark.name($0) }
        return reply
    }

    static func csv(_ text: String, name: String) -> Reply {
        Reply(type: "text/csv; charset=utf-8", bytes: Array(text.utf8), fileName: name)
    }

    /// Sorted keys: the same value makes the same bytes.
    static func json(_ value: some Encodable, name: String? = nil) throws -> Reply {
        Reply(
            type: jsonType,
            bytes: try SortedJSON.bytes(value),
            fileName: name
        )
    }

    /// JSON that was made and packed before.
    static func json(packed: [UInt8], age: String?, _ coding: ContentCoding) -> Reply? {
        Reply(type: jsonType, packed: packed, age: age, coding)
    }

    /// What was made and packed before; nil where it was packed otherwise.
    init?(
        type: String,
        packed: [UInt8],
        fileName: String? = nil,
        age: String?,
        _ coding: ContentCoding
    ) {
        guard let bytes = coding == .gzip ? packed : Gzip.unpacked(packed) else { return nil }
        self.init(type: type, bytes: bytes, fileName: fileName)
        self.age = age
        self.coding = coding
    }

    private static let jsonType = "application/json; charset=utf-8"

    static func svg(_ text: String, _ styles: DrawingStyles, name: String) -> Reply {
        Reply(
            type: "image/svg+xml; charset=utf-8",
            bytes: Array(text.utf8),
            fileName: name,
            policy: "default-src 'none'; style-src '\(styles.policyHash)'"
        )
    }

    static func atom(_ feed: HTML) -> Reply {
        let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        return Reply(
            type: "application/atom+xml; charset=utf-8",
            bytes: Array((declaration + feed.markup).utf8)
        )
    }

    /// `tag` names the content; a browser that has it already is told so.
    func response(tag: String? = nil) -> Response {
        var response = Response(
            status: .ok,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
        response.headers.set("Content-Type", type)
        response.say(coding)
        // A page is as new as the ledger; only the browser itself may keep it, and asks again.
        response.headers.set("Cache-Control", "private, no-cache")
        if let tag { response.headers.set("ETag", tag) }
        if let fileName {
            response.headers.set("Content-Disposition", "attachment; filename=\"\(fileName)\"")
        }
        if let age { response.headers.set("Casus-Age", age) }
        if let policy { response.headers.set("Content-Security-Policy", policy) }
        return response
    }

    /// For what is another at the next moment: nobody keeps it.
    func passing() -> Response {
        var response = response()
        response.headers.set("Cache-Control", "no-store")
        return response
    }

    static func notModified(tag: String) -> Response {
        var response = Response(status: .notModified)
        response.headers.set("ETag", tag)
        response.headers.set("Cache-Control", "private, no-cache")
        response.say(.identity)
        return response
    }
}

extension DrawingStyles {
    /// The style as a content policy names it: the browser takes this one and no other.
    var policyHash: String {
        let text = element.markup.dropFirst("<style>".count).dropLast("</style>".count)
        let digits = Array(ContentHash.full(of: Array(text.utf8)).utf8)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap { place in
            UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16)
        }
        return "sha256-\(Data(bytes).base64EncodedString())"
    }
}
