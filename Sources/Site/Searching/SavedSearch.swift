import Diplomacy
import Ledger
import Text

/// A search as its address holds it: words, parties, act, polarity, voice, language, days.
struct SavedSearch {
    let words: String?
    let filter: StatementFilter
    private let smallWords: SmallWords

    init(_ asked: Asked, _ smallWords: SmallWords) throws {
        words = asked.query["q"]
        filter = try StatementFilter(asked)
        self.smallWords = smallWords
    }

    /// Whether it asks for anything but days of the clocks.
    var isEmpty: Bool {
        words == nil && filter.source == nil && filter.target == nil && filter.party == nil
            && filter.act == nil && filter.polarity == nil && filter.modality == nil
            && filter.speaker == nil && filter.language == nil && filter.article == nil
            && filter.told == .ever && filter.published == .ever
    }

    /// The statements that became known last; with words, those in whose quotes the words stand.
    ///
    /// Small words of a question need not stand there, but all others must: a feed that told of anything near would
    /// not be read.
    func newest(_ ledger: LedgerDatabase, most: Int) throws -> [RecordedStatement] {
        guard let words else {
            var filter = filter
            filter.isNewestFirst = true
            filter.limit = most
            let last = try ledger.statements(filter)
            // They come by the day on which they became known: where that is the day that is shown, nothing older is newer.
            if last.allSatisfy({ $0.article.shownDay == $0.article.knownOn }) { return last }
            filter.limit = most * Self.wider
            return Array(Self.newestFirst(try ledger.statements(filter)).prefix(most))
        }
        // The best hits are not the newest: a wider net, then by day.
        let query = SearchQuery(
            words: words,
            filter: filter,
            limit: most * Self.wider,
            breadths: smallWords.forgiving
        )
        let hits = try ledger.search(query)
        let found = hits.flatMap { hit in
            hit.statements.map { RecordedStatement(statement: $0, article: hit.article) }
        }
        .eachOnce(by: \.id)
        return Array(Self.newestFirst(found).prefix(most))
    }

    /// So many times what is shown is looked at: what was read last may be undated and older.
    private static let wider = 4

    /// By the day that is shown of their articles; of one article in the order of the text.
    private static func newestFirst(_ found: [RecordedStatement]) -> [RecordedStatement] {
        found.enumerated().sorted { one, other in
            let (day, next) = (one.element.article.shownDay, other.element.article.shownDay)
            return day == next ? one.offset < other.offset : day > next
        }.map(\.element)
    }

    /// What it asks for in words: `“troops”, Russia, not done, 1–30 June 2025`.
    func title(_ names: Tongue) -> String {
        let phrases = names.phrases
        let parts: [String?] = [
            words.map { phrases.text("search.title.words", $0) },
            filter.party.map { names.heading($0) },
            filter.source.map { phrases.text("search.title.source", names.heading($0)) },
            filter.target.map { phrases.text("search.title.target", names.heading($0)) },
            filter.act.map { phrases.text("act.\($0.rawValue)") },
            filter.polarity.map {
                phrases.text($0 == .done ? "search.title.done" : "polarity.not_done")
            },
            filter.modality.map { phrases.text("modality.\($0.rawValue)") },
            filter.speaker.map { phrases.text("search.title.voice", $0) },
            filter.language.map { names.language($0) },
            filter.article.map { phrases.text("search.title.article", String($0.prefix(8))) },
            names.span(filter.told),
            names.span(filter.published).map { phrases.text("search.title.published", $0) },
            filter.clocks.on.map { phrases.text("search.title.on", names.words(for: $0)) },
            filter.clocks.knownBy.map { phrases.text("search.title.known", names.words(for: $0)) },
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}

extension Tongue {
    /// `1–30 June 2025`, `from 1 June 2025`, `until 30 June 2025`; nil for all days.
    func span(_ span: DaySpan) -> String? {
        switch (span.first, span.last) {
        case (let first?, let last?) where first <= last:
            words(for: DayInterval(first: first, last: last))
        case (let first?, nil): phrases.text("span.from", words(for: first))
        case (nil, let last?): phrases.text("span.to", words(for: last))
        default: nil
        }
    }
}
