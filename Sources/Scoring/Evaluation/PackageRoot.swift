package import Foundation

/// The folder that holds `Package.swift`: where the examples, the gold and the floors lie.
package enum PackageRoot {
    /// The nearest folder above `file` with a `Package.swift`; nil where the sources have gone
    /// since the build.
    ///
    /// By default `file` is the caller's.
    package static func find(from file: String = #filePath) -> URL? {
        var folder = URL(filePath: file).deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
            {
                return folder.standardizedFileURL
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}

/// The folder beside the package with real pages, their gold and the acceptance list.
///
/// It is not part of the repository: whoever cloned only that works without it.
package struct SharedFolder: Sendable {
    package let url: URL

    /// `../shared` of `root`, or of the package that `file` belongs to.
    ///
    /// Nil where there is none.
    package static func find(root: URL? = nil, file: String = #filePath) -> SharedFolder? {
        guard let root = root ?? PackageRoot.find(from: file) else { return nil }
        let url = root.deletingLastPathComponent().appending(path: "shared").standardizedFileURL
        let list = url.appending(path: "acceptance/acceptance.jsonl")
        return FileManager.default.fileExists(atPath: list.path) ? SharedFolder(url: url) : nil
    }

    package var seeds: URL { url.appending(path: "seeds") }
    package var seedGold: URL { url.appending(path: "gold/seeds") }
    package var devArticles: URL { url.appending(path: "gold/dev/articles.jsonl") }
    package var devGold: URL { url.appending(path: "gold/dev/gold") }
    package var acceptanceList: URL { url.appending(path: "acceptance/acceptance.jsonl") }
    package var acceptancePairs: URL { url.appending(path: "acceptance/pairs.jsonl") }
    package var scorer: URL { url.appending(path: "tools/score_statements.py") }
}
