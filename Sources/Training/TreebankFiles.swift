package import Foundation
package import Language

/// Where treebanks lie: `../shared/data/ud` as `.xz`, and our own in the repository.
package struct TreebankFiles: Sendable {
    let root: URL
    private let shared: URL

    /// `root`: the repository; `shared`: the folder of treebanks, two below the root of what is shared.
    package init(root: URL, shared: URL) {
        self.root = root
        self.shared = shared
    }

    /// Where all that is shared lies.
    var sharedRoot: URL { shared.appending(path: "../..").standardized }

    /// The bytes of a file below the shared folder, without its `.xz`, or of our own below the repository; nil where our own
    /// is not written yet.
    package func bytes(of file: String) throws -> [UInt8]? {
        guard file.hasPrefix(TreebankSource.ownFolder) else {
            return try Self.unpacked(shared.appending(path: file + ".xz"))
        }
        return (try? Data(contentsOf: root.appending(path: file))).map(Array.init)
    }

    /// The part of a source that is taken, with its text; nil where our own file is not written yet.
    package func treebank(_ source: TreebankSource) throws -> Treebank? {
        try bytes(of: source.file).map { bytes in
            try ConlluReader.read(bytes, name: source.file) { number, document, _ in
                source.part(number) && !source.without.contains { document.hasPrefix($0) }
            }
        }
    }

    /// The sentences of a source, or nil where our own file is not written yet; throws where it cannot be read.
    package func group(_ source: TreebankSource) throws -> Classroom.Group? {
        guard let bytes = try bytes(of: source.file) else { return nil }
        guard source.hasTrees else {
            let sentences = OpenCorporaReader.read(bytes).enumerated().filter {
                source.part($0.offset)
            }
            return Classroom.Group(source: source, sentences: sentences.map(\.element))
        }
        let treebank = try ConlluReader.read(bytes, name: source.file)
        let divider = source.isDivided ? try divider(of: source.language) : nil
        var sentences: [ParsedSentence] = []
        for document in treebank.documents {
            if source.without.contains(where: { document.name.hasPrefix($0) }) { continue }
            for index in document.sentences where source.part(index) {
                let sentence = treebank.sentences[index]
                let harmonious = source.harmony?(sentence) ?? sentence
                sentences.append(divider?.divided(harmonious) ?? harmonious)
            }
        }
        return Classroom.Group(source: source, sentences: sentences)
    }

    private func divider(of language: String) throws -> WordDivider {
        try WordDivider(
            WordConventions(
                root.appending(path: "Sources/Language/Languages"),
                language: language
            )
        )
    }

    private static func unpacked(_ file: URL) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xz", "-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw TrainingError(
                problem: "'\(file.path)' cannot be unpacked with xz",
                cure:
                    "Lay the data of ../shared/data/ud beside the repository, and install xz-utils."
            )
        }
        return Array(data)
    }
}

/// Why a training cannot be done, and what to do.
package struct TrainingError: Error, CustomStringConvertible {
    package let problem: String
    package let cure: String

    package var description: String { "\(problem). \(cure)" }
}
