package import Foundation
import Text

/// Turns the paths of a command line into documents, one at a time, whatever kind each is.
///
/// A folder is walked in the order of its names; `*.jsonl` holds a row a line; `*.html` and text that
/// begins with a tag is a page; `-` is standard input. What cannot be read becomes a
/// `ReadingError`, and the walk goes on.
package struct DocumentFinder: Sendable {
    /// A news page has some hundred kilobytes; a file beyond this is something else.
    package static let largestFile = 64 << 20
    /// One row of JSON lines, by the same measure.
    package static let largestRow = 16 << 20

    private static let extensions: Set<String> = [
        "txt", "text", "html", "htm", "xhtml", "jsonl", "ndjson",
    ]

    package enum Found: Sendable {
        case document(SourceDocument)
        case failure(ReadingError)
    }

    package init() {}

    /// The files that `paths` name, folders opened, in order.
    ///
    /// An error for each path without any.
    package func files(at paths: [String]) -> [Result<URL, ReadingError>] {
        paths.flatMap { path -> [Result<URL, ReadingError>] in
            if path == "-" { return [.success(URL(filePath: "/dev/stdin"))] }
            let url = URL(filePath: path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
                return [
                    .failure(
                        ReadingError(
                            .missing,
                            at: path,
                            "no such file or folder",
                            cure:
                                "Check the path; quote a pattern that the shell should not expand."
                        )
                    )
                ]
            }
            guard isFolder.boolValue else { return [.success(url)] }
            let inside = walk(url)
            return inside.isEmpty
                ? [
                    .failure(
                        ReadingError(
                            .emptyFolder,
                            at: path,
                            "no articles in this folder",
                            cure: "Casus reads .txt, .html and .jsonl files."
                        )
                    )
                ] : inside.map { .success($0) }
        }
    }

    /// Notes such as README.md are no articles; a Markdown file is read where it is named itself.
    private func walk(_ link: URL) -> [URL] {
        let folder = link.resolvingSymlinksInPath()
        let keys: [URLResourceKey] = [.isRegularFileKey]
        let walker = FileManager.default.enumerator(
            at: folder,
            includingPropertiesForKeys: keys,
            options: [.skipsHiddenFiles]
        )
        let all = walker?.compactMap { $0 as? URL } ?? []
        return all.filter {
            Self.extensions.contains($0.pathExtension.lowercased())
                && (try? $0.resourceValues(forKeys: Set(keys)))?.isRegularFile == true
        }
        .sorted { $0.path < $1.path }
    }

    /// The documents of one file: one for a page or a text, one a row for JSON lines.
    package func documents(in file: URL) -> [Found] {
        let isInput = file.path == "/dev/stdin"
        let place = isInput ? "standard input" : file.path
        switch bytes(of: file, isInput: isInput, place) {
        case .failure(let error): return [.failure(error)]
        case .success(let bytes):
            return documents(in: bytes, file: file, isInput: isInput, place)
        }
    }

    /// The documents in the bytes of a file that lies nowhere, such as one that came over the network: its
    /// name says what it is.
    ///
    /// One failure stands for all of them where there are more than `most`.
    package func documents(
        in bytes: [UInt8],
        named name: String,
        atMost most: Int = .max
    ) -> [Found] {
        guard bytes.count <= Self.largestFile else {
            return [.failure(Self.tooLarge(bytes.count, name))]
        }
        let found = documents(in: bytes, file: URL(filePath: "/\(name)"), isInput: false, name)
        guard found.count <= most else {
            let error = ReadingError(
                .tooLarge,
                at: name,
                "its \(found.count) articles are more than the \(most) that are taken at once here",
                cure: "Split the file, or read it with 'casus read'."
            )
            return [.failure(error)]
        }
        return found
    }

    private func documents(
        in bytes: [UInt8],
        file: URL,
        isInput: Bool,
        _ place: String
    ) -> [Found] {
        isRows(file, bytes)
            ? rows(bytes, place) : [document(bytes, file: file, isInput: isInput, place)]
    }

    private static func tooLarge(_ size: Int, _ place: String) -> ReadingError {
        ReadingError(
            .tooLarge,
            at: place,
            "\(size >> 20) MB are more than the \(largestFile >> 20) MB that an article may have",
            cure: "Split the file, or give many articles as .jsonl, one a line."
        )
    }

    private func bytes(
        of file: URL,
        isInput: Bool,
        _ place: String
    ) -> Result<[UInt8], ReadingError> {
        do {
            if isInput {
                return .success(Array(try FileHandle.standardInput.readToEnd() ?? Data()))
            }
            let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            let isLines = ["jsonl", "ndjson"].contains(file.pathExtension.lowercased())
            guard size <= Self.largestFile || isLines else {
                return .failure(Self.tooLarge(size, place))
            }
            return .success(Array(try Data(contentsOf: file, options: .mappedIfSafe)))
        } catch {
            return .failure(
                ReadingError(
                    .unreadable,
                    at: place,
                    "cannot be read (\(error.localizedDescription))",
                    cure: "Check that you may read it."
                )
            )
        }
    }

    private func document(_ bytes: [UInt8], file: URL, isInput: Bool, _ place: String) -> Found {
        guard let decoded = TextEncoding.decode(bytes, declared: Self.charset(in: bytes)) else {
            return .failure(
                ReadingError(
                    .binary,
                    at: place,
                    "is binary, not text",
                    cure: "Save the article as text or HTML and read that."
                )
            )
        }
        let name = isInput ? "stdin" : file.deletingPathExtension().lastPathComponent
        let isPage =
            ["html", "htm", "xhtml"].contains(file.pathExtension.lowercased())
            || Self.looksLikePage(decoded.text)
        return .document(
            SourceDocument(
                name: name,
                place: place,
                text: decoded.text,
                content: isPage ? .html : .plain,
                encoding: decoded.encoding
            )
        )
    }

    private static func looksLikePage(_ text: String) -> Bool {
        let head = text.prefix(512).lowercased()
        return head.contains("<!doctype html") || head.contains("<html")
    }

    /// The name after `charset=` in the first two kilobytes, as a page declares it.
    private static func charset(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
        guard let start = head.range(of: "charset=") else { return nil }
        let name = head[start.upperBound...].drop { $0 == "\"" || $0 == "'" }
            .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return name.isEmpty ? nil : String(name)
    }

    private func isRows(_ file: URL, _ bytes: [UInt8]) -> Bool {
        if ["jsonl", "ndjson"].contains(file.pathExtension.lowercased()) { return true }
        let first = bytes.first { $0 > 32 }
        return file.path == "/dev/stdin" && first == UInt8(ascii: "{")
    }
}
