package import Text

/// Long reports as one object of JSON, a list entry by entry: the same bytes as of the whole value, which is never
/// there as one.

extension PairReport {
    /// The bytes that `Judged(report, judgement)` makes.
    package func write(_ judgement: PairJudgement, to hand: @escaping JSONPage.Hand) throws {
        try JSONPage.write(to: hand) { page in
            try page.list("articles", articles)
            try page.list("cases", judgement.cases)
            try page.list("commitments", judgement.commitments)
            try page.list("dated", dated)
            try page.list("directions", directions)
            try page.list("disagreements", disagreements)
            try page.member("first", first)
            try page.list("foundCommitments", judgement.foundCommitments)
            try page.member("second", second)
            try page.list("sensitivities", judgement.sensitivities)
            try page.list("standings", judgement.standings)
            try page.list("ties", ties)
            try page.list("undated", undated)
        }
    }
}

extension SourceReport {
    package func write(to hand: @escaping JSONPage.Hand) throws {
        try JSONPage.write(to: hand) { page in
            try page.list("articles", articles)
            try page.list("outlets", outlets)
            try page.list("relays", relays)
            try page.member("rootCount", rootCount)
            try page.member("statementCount", statementCount)
            try page.list("voices", voices)
        }
    }
}

extension Outlook {
    package func write(to hand: @escaping JSONPage.Hand) throws {
        try JSONPage.write(to: hand) { page in
            try page.list("forecasts", forecasts)
            try page.list("scores", scores)
        }
    }
}

extension JSONPage {
    fileprivate mutating func list(_ key: String, _ values: [some Encodable]) throws {
        try list(key) { list in for value in values { try list.add(value) } }
    }
}
