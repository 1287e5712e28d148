import Ledger

/// A request that cannot be answered: what is wrong, and what to do, in words for a page.
///
/// What a page says of an inner failure names no path and no part of the program.
package struct SiteProblem: Error, Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        /// The query has a value that means nothing.
        case badQuestion
        case notFound
        /// The request came under another name than this machine's own.
        case foreignHost
        /// A page of another site sent it.
        case foreignOrigin
        /// No token, or not the right one.
        case noToken
        /// More requests than one visitor needs.
        case tooMany
        case tooLong
        /// More bytes than a form may have.
        case tooLarge
        /// Anything but reading.
        case method
        /// The ledger is in use by another process for too long.
        case busy
        case failed
    }

    package let kind: Kind
    /// One sentence.
    package let sentence: String
    /// What to do, one sentence.
    package let cure: String

    package init(_ kind: Kind, _ sentence: String, cure: String) {
        self.kind = kind
        self.sentence = sentence
        self.cure = cure
    }

    /// Any error in the words of a page.
    init(_ error: any Error) {
        switch error {
        case let problem as SiteProblem: self = problem
        case let error as LedgerError: self.init(error)
        default: self = .unknown
        }
    }

    private init(_ error: LedgerError) {
        switch error.kind {
        case .ambiguous:
            // The place is the id that was asked for, and the problem lists ids.
            self.init(.notFound, "'\(error.place)' \(error.problem).", cure: error.cure)
        case .locked:
            self.init(
                .busy,
                "The ledger is in use by another process.",
                cure: "Wait until it has finished, then load this page again."
            )
        case .damaged, .failed, .full, .readOnly, .missing, .folder, .newer, .older, .notALedger,
            .refused:
            self.init(
                .failed,
                "The ledger could not be read.",
                cure: "Run 'casus doctor' on it; it says what is wrong and what to do."
            )
        }
    }

    private static let unknown = SiteProblem(
        .failed,
        "This page could not be made.",
        cure: "Load it again; if that does not help, please report the address of the page."
    )

    package var status: Int {
        switch kind {
        case .badQuestion: 400
        case .notFound: 404
        case .method: 405
        case .tooLarge: 413
        case .tooLong: 414
        case .noToken: 401
        case .foreignOrigin: 403
        case .foreignHost: 421
        case .tooMany: 429
        case .failed: 500
        case .busy: 503
        }
    }
}
