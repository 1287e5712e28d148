import Assessment
import Ledger
import Synchronization

/// What was made for one state of the ledger and may be given again.
///
/// Material is kept by its clocks, whole replies by what was asked. A write to the ledger empties it.
/// A page is a pure function of the ledger's state and of what is asked, so nothing here can be stale.
final class Shelf: Sendable {
    /// Each holds every statement of the ledger under its clocks; a person compares a few.
    private static let mostMaterials = 6
    /// Of kept replies, in bytes: some thousand pages.
    private static let mostBytes = 48 << 20
    /// A page that is larger than this is seldom asked for twice.
    private static let largestReply = 2 << 20

    private struct Content {
        var stamp = ""
        var materials: [Clocks: Material] = [:]
        var cases: [Clocks: [AllianceCase]] = [:]
        var outlets: [String: String]?
        var fingerprint: String?
        var replies: [String: Reply] = [:]
        var bytes = 0
    }

    private let content = Mutex(Content())

    /// Runs `work` on the content as it belongs to `stamp`.
    private func with<Value>(_ stamp: String, _ work: (inout Content) -> Value) -> Value {
        content.withLock { content in
            if content.stamp != stamp {
                content = Content()
                content.stamp = stamp
            }
            return work(&content)
        }
    }

    func material(
        _ clocks: Clocks,
        _ stamp: String,
        _ make: () throws -> Material
    ) rethrows -> Material {
        if let kept = with(stamp, { $0.materials[clocks] }) { return kept }
        let made = try make()
        with(stamp) { content in
            if content.materials.count >= Self.mostMaterials { content.materials = [:] }
            content.materials[clocks] = made
        }
        return made
    }

    func cases(
        _ clocks: Clocks,
        _ stamp: String,
        _ make: () throws -> [AllianceCase]
    ) rethrows -> [AllianceCase] {
        if let kept = with(stamp, { $0.cases[clocks] }) { return kept }
        let made = try make()
        with(stamp) { content in
            if content.cases.count >= Self.mostMaterials { content.cases = [:] }
            content.cases[clocks] = made
        }
        return made
    }

    func outlets(
        _ stamp: String,
        _ make: () throws -> [String: String]
    ) rethrows -> [String: String] {
        if let kept = with(stamp, { $0.outlets }) { return kept }
        let made = try make()
        with(stamp) { $0.outlets = made }
        return made
    }

    func fingerprint(_ stamp: String, _ make: () throws -> String) rethrows -> String {
        if let kept = with(stamp, { $0.fingerprint }) { return kept }
        let made = try make()
        with(stamp) { $0.fingerprint = made }
        return made
    }

    func reply(_ key: String, _ stamp: String) -> Reply? { with(stamp) { $0.replies[key] } }

    func keep(_ reply: Reply, _ key: String, _ stamp: String) {
        guard reply.bytes.count <= Self.largestReply else { return }
        with(stamp) { content in
            if content.bytes + reply.bytes.count > Self.mostBytes {
                content.replies = [:]
                content.bytes = 0
            }
            if content.replies.updateValue(reply, forKey: key) == nil {
                content.bytes += reply.bytes.count
            }
        }
    }
}
