import Assessment
import Diplomacy
import Ledger

extension SourceReport {
    /// The report of a ledger as it stands, all of which is weighed: roots are counted as they are read, and no
    /// statement is held.
    init(_ ledger: LedgerDatabase, _ frame: LedgerFrame) throws {
        var statements: [String: Int] = [:]
        var voices: [String: VoiceTally] = [:]
        // One text for each article: voices hold it half a million times in a million statements.
        let ids = Set(frame.material.articles.map(\.id))
        try ledger.eachRoot { root, id in
            let article = ids.firstIndex(of: id).map { ids[$0] } ?? id
            statements[article, default: 0] += 1
            guard root.kind != .account else { return }
            let key = Voice.key(root)
            voices[key, default: VoiceTally(root)].add(root, article)
        }
        self.init(
            frame.material,
            statements: statements,
            firsts: try ledger.firstRoots(),
            voices: voices.values.map(\.voice),
            rootCount: frame.rootCount
        )
    }

    /// A voice as it is counted.
    private struct VoiceTally {
        private let first: Root
        private var roots: Set<Int> = []
        /// Each once, because the statements of an article come together.
        private var articles: [String] = []

        init(_ root: Root) { first = root }

        mutating func add(_ root: Root, _ article: String) {
            // Of 64 bits: in forty million ledgers of a million roots two meet once.
            roots.insert(root.id.hashValue)
            if articles.last != article { articles.append(article) }
        }

        var voice: Voice { Voice(first, happenings: roots.count, articles: articles.sorted()) }
    }
}
