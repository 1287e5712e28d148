import Foundation
import Testing

/// The package's own files, as the tests of the house read them.
enum House {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The files under `folder` with this ending, by their path from the root.
    static func files(_ folder: String, ending: String) throws -> [(path: String, text: String)] {
        let url = root.appending(path: folder)
        let walker = try #require(
            FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
        )
        return try walker.compactMap { $0 as? URL }
            .filter { $0.pathExtension == ending }
            .map { ($0.path, try String(contentsOf: $0, encoding: .utf8)) }
            .map { (String($0.0.dropFirst(root.path.count + 1)), $0.1) }
            .sorted { $0.0 < $1.0 }
    }
}
