package import Foundation

/// Finds the data files that are shipped with a target.
///
/// It looks in the folder that the user named with `--data`, then beside the executable, then in
/// the package's own bundle. SwiftPM's `Bundle.module` ends the program when its folder is missing,
/// so the bundle is looked for by name instead.
package struct ResourceFolder: Sendable {
    /// The folder named by the user, if any.
    package let data: URL?
    /// The user's own folder, with what they add to the shipped files; nil: nothing is added.
    package let own: URL?

    package init(data: URL? = nil, own: URL? = nil) {
        self.data = data
        self.own = own
    }

    /// The folder `name` of `target`, for example `Lexicons` of `Coding`.
    package func url(_ name: String, of target: String) throws -> URL {
        let bundle = "casus_\(target).resources"
        let beside = Bundle.main.bundleURL
        var places = [
            beside.appending(path: bundle).appending(path: name),
            beside.appending(path: "../share/casus").appending(path: bundle).appending(path: name),
        ]
        // Under `swift test` the main bundle is the toolchain's; the test bundle lies in the build folder.
        for argument in CommandLine.arguments {
            if let build = Self.buildFolder(of: argument) {
                places.append(build.appending(path: bundle).appending(path: name))
            }
        }
        if let data {
            places.insert(data.appending(path: target).appending(path: name), at: 0)
            places.insert(data.appending(path: name), at: 1)
        }
        for place in places where FileManager.default.fileExists(atPath: place.path) {
            return place
        }
        throw TableError(
            file: name,
            line: nil,
            problem: "is not to be found; looked in "
                + places.map(\.standardizedFileURL.path).joined(separator: ", "),
            cure:
                "Keep the folder '\(bundle)' beside the executable, or name its place with --data."
        )
    }

    /// The folder of a test bundle named on the command line: `…/debug/casusPackageTests.xctest`.
    private static func buildFolder(of argument: String) -> URL? {
        guard argument.contains(".xctest") else { return nil }
        var url = URL(filePath: argument)
        while url.pathComponents.count > 1, url.pathExtension != "xctest" {
            url.deleteLastPathComponent()
        }
        return url.deletingLastPathComponent()
    }
}
