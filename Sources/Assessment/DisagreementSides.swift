import Diplomacy

// What the finder of disagreements asks of one statement and of the statements of one side.

extension CitedStatement {
    /// The first day it tells of, else the day of its article.
    var day: Day? { statement.date?.first ?? article.publication?.last }

    /// A claim or a denial whose date is the day on which its article appeared, or the day before.
    var isDatedByArticle: Bool {
        guard statement.modality == .claim || statement.modality == .denied,
            let date = statement.date, let published = article.publication
        else { return false }
        return date.first == date.last && (0...1).contains(published.last.number - date.last.number)
    }

    /// The days that it tells of; nil where that is only the day of saying.
    var closeDays: DayInterval? { isDatedByArticle ? nil : statement.date }

    /// Whether one of the two denies, beside the other, what it tells.
    func isDenial(beside other: CitedStatement) -> Bool {
        (statement.modality == .denied || other.statement.modality == .denied)
            && isWrittenBeside(other)
    }

    /// A named voice over all happenings, any other on its own.
    var namedOrRoot: String { root?.kind == .named ? witnessKey : voiceOrRoot }

    /// Whether both stand in one article, or in two that appeared within the days of a plan's answer, and no dates of
    /// theirs lie apart.
    func isWrittenBeside(_ other: CitedStatement) -> Bool {
        if let own = closeDays, let days = other.closeDays, !own.overlaps(days) { return false }
        if article.id == other.article.id { return true }
        guard let own = article.publication, let days = other.article.publication else {
            return false
        }
        return own.distance(to: days) <= DisagreementFinder.planDays
    }

    /// Whether it tells that help came, or that none did: what other promisors are compared by.
    var answersHelp: Bool { statement.act.isHelp && statement.answer != nil }

    /// Whether one voice tells both in words that overlap.
    func isToldInOneBreath(with other: CitedStatement) -> Bool {
        article.id == other.article.id && statement.speakers == other.statement.speakers
            && statement.evidence.range.overlaps(other.statement.evidence.range)
    }

    /// Who says it: its root, or where that is not known its innermost voice, or its article.
    var voiceOrRoot: String {
        root?.id ?? statement.speakers.last?.name.lowercased() ?? article.id
    }
}

extension Collection<CitedStatement> {
    /// The days that are told of, those of saying left out.
    var ownDates: [DayInterval] {
        filter { !$0.isDatedByArticle }.compactMap(\.statement.date)
    }

    /// From the first day to the last that they tell of, or in which they appeared.
    var span: DayInterval? {
        let intervals = compactMap { $0.statement.date ?? $0.article.publication }
        guard let first = intervals.map(\.first).min(), let last = intervals.map(\.last).max()
        else { return nil }
        return DayInterval(first: first, last: last)
    }
}

extension Statement {
    /// Whether it says that its act was done; nil where it says neither.
    var answer: Bool? {
        switch modality {
        case .fact, .claim: polarity == .done
        case .denied: polarity == .notDone
        case .expected, .feared, .hypothetical: nil
        }
    }

    /// Whether it announces a meeting, a deal, joint work or help.
    var isAnnounced: Bool {
        modality == .expected && polarity == .done && (act.isMutual || act.isHelp)
    }
}

extension Day {
    static let distantPast = Day(number: .min)
}

extension DayInterval {
    /// Within one month: a journalist's "at that time".
    var isClose: Bool { last.number - first.number < 31 }
}
