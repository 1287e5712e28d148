import Foundation
import Reading
import Text

/// The documents that a command line names, opened one file at a time while they are worked on.
struct DocumentFeed {
    private let finder = DocumentFinder()
    private let files: [Result<URL, ReadingError>]
    /// Of all files together; 0 for standard input.
    let totalBytes: Int

    init(_ paths: [String]) {
        files = finder.files(at: paths)
        totalBytes = files.reduce(0) { sum, file in
            let values = try? file.get().resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey])
            return sum + (values?.isRegularFile == true ? values?.fileSize ?? 0 : 0)
        }
    }

    /// Everything found, in order; what cannot be read is a failure in its place.
    var found: some Sequence<DocumentFinder.Found> {
        files.lazy.flatMap { [finder] file -> [DocumentFinder.Found] in
            switch file {
            case .success(let url): finder.documents(in: url)
            case .failure(let error): [.failure(error)]
            }
        }
    }
}

extension SourceDocument {
    /// A name for these words and what their row declares; the same wherever they lie.
    var contentHash: String {
        ContentHash.name(
            of: text,
            "\(content)",
            declared.language ?? "",
            declared.published ?? "",
            declared.title ?? "",
            declared.outlet ?? "",
            declared.address ?? ""
        )
    }
}
