/// A file that somebody put into the inbox.
package struct InboxFile: Hashable, Sendable {
    /// As the browser called it, without folders.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// The reading wing as the inbox sees it: files in, word of each article out.
///
/// The site may not know how articles are read, so the command hands it this.
package struct InboxReader: Sendable {
    /// Of one upload, which may hold many in one file: some minutes of reading, for which those who come after
    /// wait.
    package static let mostArticles = 2_000

    /// What the reading tells while it goes on.
    package enum Word: Hashable, Sendable, Codable {
        /// So many articles are in the files; told first, once.
        case found(Int)
        /// An article stands in the ledger, by its id; whether it was not there before.
        case read(article: String, isNew: Bool)
        /// An article that could not be read, and why; the rest goes on.
        case skipped(place: String, reason: String)
    }

    /// Reads the files into the ledger.
    ///
    /// Throws only where nothing can be read (for a ledger that cannot be written, or data files that are not there),
    /// and a `CancellationError` where its task was cancelled: at once, also within an article, which then is not read.
    let read:
        @Sendable ([InboxFile], _ report: @escaping @Sendable (Word) -> Void) async throws ->
            Void

    package init(
        _ read:
            @escaping @Sendable ([InboxFile], _ report: @escaping @Sendable (Word) -> Void)
            async throws -> Void
    ) {
        self.read = read
    }
}
