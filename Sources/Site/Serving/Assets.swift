import Foundation
import Hummingbird
package import Text

/// Styles and pictures, read once when the server starts.
///
/// Each is served under a hash of its content, `/assets/<hash>/site.css`, so a browser may keep it for
/// ever and still gets the new one when it changes.
package struct Assets: Sendable {
    private struct Asset: Sendable {
        let hash: String
        let type: String
        let bytes: [UInt8]
        /// The same with gzip.
        let packed: [UInt8]
    }

    private let assets: [String: Asset]
    /// What an exported drawing takes along.
    let drawingStyles: DrawingStyles
    /// Changes with any of them.
    let version: String

    /// Reads the folder `Assets` of this target; files of unknown kinds are left alone.
    package init(_ resources: ResourceFolder) throws {
        let folder = try resources.url("Assets", of: "Site")
        var assets: [String: Asset] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            guard let type = Self.type(of: name) else { continue }
            let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
            let hash = String(ContentHash.full(of: bytes).prefix(16))
            assets[name] = Asset(
                hash: hash,
                type: type,
                bytes: bytes,
                packed: Gzip.packed(bytes)
            )
        }
        self.assets = assets
        func text(_ name: String) -> String {
            String(decoding: assets[name]?.bytes ?? [], as: UTF8.self)
        }
        drawingStyles = DrawingStyles(sheet: text("5-drawings.css"), palette: text("1-base.css"))
        version = ContentHash.name(
            of: assets.keys.sorted().compactMap { assets[$0]?.hash }.joined(separator: " ")
        )
    }

    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        default: nil
        }
    }

    /// The style sheets in the order in which they build on one another: that of their names.
    var styleSheets: [Address] {
        assets.keys.filter { $0.hasSuffix(".css") }.sorted().map(address)
    }

    /// The scripts in the order of their names; every page works without them.
    var scripts: [Address] { assets.keys.filter { $0.hasSuffix(".js") }.sorted().map(address) }

    func address(_ name: String) -> Address {
        Address("assets", assets[name]?.hash ?? "missing", name)
    }

    /// The asset, whatever hash was asked for: a page that was open over a change still gets one.
    ///
    /// `known` is what the browser has already, by its tags.
    func response(
        _ name: String,
        _ coding: ContentCoding,
        unless known: String?
    ) throws -> Response {
        guard let asset = assets[name] else {
            throw SiteProblem(
                .notFound,
                "There is no such file.",
                cure: "Load the page again."
            )
        }
        let isKnown = ContentCoding.isKnown(asset.hash, known)
        let bytes = coding == .gzip ? asset.packed : asset.bytes
        var response =
            isKnown
            ? Response(status: .notModified)
            : Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers.set("Content-Type", asset.type)
        response.headers.set("ETag", coding.tag(asset.hash))
        response.say(isKnown ? .identity : coding)
        response.headers.set("Cache-Control", "public, max-age=31536000, immutable")
        return response
    }
}
