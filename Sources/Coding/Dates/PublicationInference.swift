import Diplomacy
import Language

/// Infers when an undated article was published from what it tells: the latest date or named event that it
/// tells as past, and who is in office.
///
/// What is inferred is wide, marked as approximate and given with its reasons.
struct PublicationInference {
    /// Whoever holds an office that the text names is in office then.
    struct Office: Hashable {
        let name: String
        let terms: [LeaderBook.Term]
    }

    /// A date that the text itself gives, and its words.
    struct Told: Hashable {
        let interval: DayInterval
        let words: String
    }

    let told: [Told]
    let offices: [Office]

    init(told: [Told], offices: [Office]) {
        self.told = told
        self.offices = offices
    }

    /// Reads `passages` for their own dates and for the people whom they name in an office.
    init(_ passages: [LanguageReader.Passage], _ leaders: LeaderBook) {
        var told: [Told] = []
        var offices: [Office] = []
        for (passage, dates) in zip(passages, DateReader(published: nil).dates(in: passages)) {
            let read = passage.read
            told += dates.filter { Self.isPast($0, in: passage) }.map {
                Told(interval: $0.interval, words: read.original($0.tokens))
            }
            // *In 2009 President X said*: in office then, and perhaps no longer.
            guard dates.isEmpty else { continue }
            for person in passage.people where !person.isFormer {
                let terms = leaders.terms(of: person.name, person.role, of: person.party)
                let office = Office(name: person.name, terms: terms)
                if !terms.isEmpty, !offices.contains(office) { offices.append(office) }
            }
        }
        self.init(told: told, offices: offices)
    }

    /// Whether the text gives the date itself, and tells it as past: not *by 2030*, not *will … in 2030*.
    private static func isPast(_ date: DateReader.Dated, in passage: LanguageReader.Passage) -> Bool
    {
        guard date.namesYear || date.reason == DateReader.Dated.event else { return false }
        let read = passage.read
        let clause =
            passage.clauses.first { $0.tokens.overlaps(date.tokens) }?.tokens
            ?? 0..<read.tokens.count
        return !read.has(.futureAuxiliary, in: clause)
            && !clause.contains { read.tree.features[$0].contains("Tense=Fut") }
    }

    /// Where nobody's office ends it, so many days after the latest thing that it dates: three years, since of 29
    /// training articles whose day was hidden a year held barely half.
    private static let reach = 1096

    /// Nil where the text gives nothing to go by.
    var publication: Publication? {
        let latest = told.max { $0.interval.first < $1.interval.first }
        let days =
            (latest.map { [$0.interval.first] } ?? [])
            + offices.flatMap(\.terms).map(\.first)
            .filter { day in latest.map { $0.interval.first <= day } ?? true }
        // The day on which most of those who are named hold their office, the latest of several.
        guard
            let day = days.max(by: {
                (holders(on: $0).count, $0) < (holders(on: $1).count, $1)
            })
        else { return nil }
        let inOffice = holders(on: day)
        let ends = inOffice.flatMap(\.terms).filter { $0.first <= day && day <= ($0.last ?? day) }
            .compactMap(\.last)
        let last = min(ends.min() ?? day.advanced(by: Self.reach), day.advanced(by: Self.reach))
        let event = latest.map { ["tells of '\($0.words)', \($0.interval.edtf)"] } ?? []
        let names = inOffice.map { "names \($0.name) in office" }
        return Publication(
            interval: DayInterval(first: day, last: last, isApproximate: true),
            reasons: ["inferred: it " + (event + names.sorted()).joined(separator: ", ")]
        )
    }

    private func holders(on day: Day) -> [Office] {
        offices.filter { $0.terms.contains { $0.first <= day && day <= ($0.last ?? day) } }
    }
}
