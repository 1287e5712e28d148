import Diplomacy
import Ledger
import Reading
import Site

extension InboxReader {
    /// Reads what is dropped into the inbox of the site as `casus read` would, one article at a time, so that
    /// pages are answered meanwhile.
    ///
    /// `coder` is loaded by the first file and kept.
    init(_ ledger: LedgerDatabase, _ coder: LazyCoder) {
        self.init { files, report in
            let finder = DocumentFinder()
            var left = InboxReader.mostArticles
            let found = files.flatMap { file in
                let found = finder.documents(in: file.bytes, named: file.name, atMost: left)
                left = max(0, left - found.count)
                return found
            }
            report(.found(found.count))
            // Read again: a person who drops a file wants to see what is in it.
            let room = ReadingRoom(ledger: ledger, coder: coder, day: today(), readsAgain: true)
            try await room.read(found, window: 1) { outcome, _ in
                switch outcome {
                case .read(let coded, let recorded):
                    report(.read(article: coded.article.id, isNew: recorded == .added))
                case .skipped(let place, let reason):
                    report(.skipped(place: place, reason: reason))
                case .known: break
                }
                // A person may have stopped it.
                try Task.checkCancellation()
            }
        }
    }
}
