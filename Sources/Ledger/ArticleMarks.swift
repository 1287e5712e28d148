import GRDB

/// Every so manieth article in the order of the list of all, from which the numbers of others are counted.
///
/// A pass over an index of a hundred thousand articles takes some 20 ms, from a mark to an article some 10 µs.
package struct ArticleMarks: Sendable {
    /// As many steps as a look-up costs beside them.
    static let usualStep = 256

    fileprivate struct Mark: Sendable {
        let knownOn: Int
        let id: String
    }

    fileprivate let step: Int
    /// The first article, the one `step` behind it, and so on.
    fileprivate let marks: [Mark]

    /// The place of the last mark that stands at an article or before it; nil where there is none.
    fileprivate func place(before knownOn: Int, _ id: String) -> Int? {
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            let mark = marks[middle]
            if (mark.knownOn, mark.id) <= (knownOn, id) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}

extension LedgerDatabase {
    /// Of all articles as they stand now, whatever the clocks.
    package func articleMarks(step: Int = ArticleMarks.usualStep) throws -> ArticleMarks {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT knownOn, id FROM article ORDER BY knownOn, id"
            )
            var (marks, number): ([ArticleMarks.Mark], Int) = ([], 0)
            while let row = try rows.next() {
                if number % step == 0 { marks.append(.init(knownOn: row[0], id: row[1])) }
                number += 1
            }
            return ArticleMarks(step: step, marks: marks)
        }
    }

    /// The numbers of these articles in the list of all, from 1, by their ids; the marks are of the same state of the
    /// ledger.
    package func numbers(
        ofArticles ids: some Sequence<String>,
        _ marks: ArticleMarks
    ) throws -> [String: Int] {
        try read { database in
            let days = try database.cachedStatement(sql: "SELECT knownOn FROM article WHERE id = ?")
            let between = try database.cachedStatement(sql: Self.articlesBetween)
            var numbers: [String: Int] = [:]
            for id in Set(ids) {
                guard let day = try Int.fetchOne(days, arguments: [id]),
                    let place = marks.place(before: day, id)
                else { continue }
                let mark = marks.marks[place]
                let arguments: StatementArguments = [mark.knownOn, mark.id, day, id]
                let behind = try Int.fetchOne(between, arguments: arguments) ?? 0
                numbers[id] = place * marks.step + 1 + behind
            }
            return numbers
        }
    }

    /// How many articles stand behind one and not behind another, apart from it so that its plan can be tested.
    static let articlesBetween = """
        SELECT COUNT(*) FROM article WHERE (knownOn, id) > (?, ?) AND (knownOn, id) <= (?, ?)
        """
}
