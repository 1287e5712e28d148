import Coding
import Diplomacy
import Foundation
import Ledger
import Reading
import Site

/// Reads documents into a ledger, whatever comes of each: one that cannot be read never stops the rest.
struct ReadingRoom: Sendable {
    let ledger: LedgerDatabase
    let coder: LazyCoder
    /// The day of reading.
    let day: Day
    /// Whether what was read before is read once more.
    let readsAgain: Bool

    /// What became of one source.
    enum Outcome: Sendable {
        case read(CodedArticle, RecordOutcome)
        /// Passed over: the same bytes were read before.
        case known
        case skipped(place: String, reason: String)
    }

    private enum Coded: Sendable {
        case coded(PreparedArticle, SourceStamp)
        case known
        /// It contradicts itself.
        case refused(SourceStamp, LedgerError)
        case skipped(SourceStamp?, place: String, reason: String)
        case absent(ReadingError)
    }

    /// Codes on all cores, writes in order, and hands on what became of each with its length in bytes.
    ///
    /// At the end what was read is weighed with the rest. At most `window` articles are under way at once. Throws only where all sources would fail: for a ledger
    /// that cannot be asked, or lexicons that cannot be loaded; and, where its task is cancelled, at once.
    func read(
        _ found: some Sequence<DocumentFinder.Found>,
        window: Int = 4 * ProcessInfo.processInfo.activeProcessorCount,
        hand: (Outcome, _ bytes: Int) async throws -> Void
    ) async throws {
        try await inOrder(found, window: window) { found in
            do { return try await abandonable { Result { try code(found) } } } catch {
                return .failure(error)
            }
        } hand: { result in
            let (coded, bytes) = try result.get()
            try await hand(try record(coded), bytes)
        }
        try ledger.weighWhatIsLeft()
    }

    /// Codes one source; on any thread.
    private func code(_ found: DocumentFinder.Found) throws -> (Coded, bytes: Int) {
        switch found {
        case .failure(let error) where [.missing, .emptyFolder].contains(error.kind):
            return (.absent(error), 0)
        case .failure(let error):
            return (.skipped(nil, place: error.place, reason: "\(error)"), 0)
        case .document(let document):
            let bytes = document.text.utf8.count
            let stamp = SourceStamp(
                hash: document.contentHash,
                place: document.place,
                coderVersion: NewsCoder.version
            )
            if !readsAgain, try ledger.hasRead(stamp) { return (.known, bytes) }
            let coder = try coder.loaded()
            let coded: CodedArticle
            do {
                coded = try coder.code(document)
            } catch {
                return (.skipped(stamp, place: document.place, reason: "\(error)"), bytes)
            }
            do {
                // Here, because many are coded at once, and one at a time is written.
                let prepared = try ledger.prepared(coded, readOn: day, source: stamp)
                return (.coded(prepared, stamp), bytes)
            } catch let error as LedgerError where error.kind == .refused {
                return (.refused(stamp, error), bytes)
            }
        }
    }

    private func record(_ coded: Coded) throws -> Outcome {
        switch coded {
        case .known: return .known
        case .skipped(let stamp, let place, let reason):
            try ledger.recordSkip(stamp, place: place, reason: reason, readOn: day)
            return .skipped(place: place, reason: reason)
        case .absent(let error):
            // A slip of the keyboard is no source, so the ledger does not keep it.
            return .skipped(place: error.place, reason: "\(error)")
        case .refused(let stamp, let error): return refused(stamp, error)
        case .coded(let prepared, let stamp):
            do {
                return .read(prepared.coded, try ledger.record([prepared])[0])
            } catch let error as LedgerError where error.kind == .refused {
                return refused(stamp, error)
            }
        }
    }

    /// One article that contradicts itself does not stop the others.
    private func refused(_ stamp: SourceStamp, _ error: LedgerError) -> Outcome {
        .skipped(place: stamp.place, reason: "\(stamp.place): \(error)")
    }
}
