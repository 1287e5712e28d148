import Hummingbird

/// How a reply is packed for the way.
enum ContentCoding: String, Sendable {
    case identity, gzip

    /// Below this, the header of gzip and the time cost more than a packet on the wire saves.
    static let leastBytes = 860

    /// What a browser that sends this `Accept-Encoding` can read (RFC 9110, 12.5.3): gzip where it is named, or
    /// meant by `*`, and not refused with a weight of 0.
    init(accepted: String?) {
        let offers = (accepted ?? "").lowercased().split(separator: ",").map { offer in
            offer.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
        }
        func weight(_ name: String) -> Double? {
            guard let offer = offers.first(where: { $0.first == name }) else { return nil }
            let weight = offer.dropFirst().first { $0.hasPrefix("q=") }
            return weight.map { Double($0.dropFirst("q=".count)) ?? 0 } ?? 1
        }
        self = (weight("gzip") ?? weight("*") ?? 0) > 0 ? .gzip : .identity
    }

    /// The tag of a content of this name; the packed bytes are others, so their tag is another.
    func tag(_ name: String) -> String {
        switch self {
        case .identity: "\"\(name)\""
        case .gzip: "\"\(name)-gzip\""
        }
    }

    /// Whether `If-None-Match` names the content, packed either way: then it is known already.
    static func isKnown(_ name: String, _ known: String?) -> Bool {
        guard let known else { return false }
        return [identity, gzip].contains { known.contains($0.tag(name)) }
    }
}

extension Response {
    /// Says how the body is packed, and that it depends on what the browser can read.
    mutating func say(_ coding: ContentCoding) {
        headers.set("Vary", "Accept-Encoding")
        if coding != .identity { headers.set("Content-Encoding", coding.rawValue) }
    }
}
