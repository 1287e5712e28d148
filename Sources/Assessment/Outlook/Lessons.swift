import Diplomacy

/// How one question of a case came out.
struct Lesson: Sendable {
    let question: Forecast.Question
    /// The case.
    let id: String
    let promisor: ActorCode
    /// It is known after this day.
    let known: Day
    let answer: Bool
}

/// What cases teach of one question, in the order in which it became known, shared by all forecasts that learn from it.
///
/// A forecast names every case that it learnt from; written out, these lists grew with the square of the cases.
struct Lessons: Sendable {
    private let inTime: [Lesson]
    /// How many of the first so many came out well.
    private let kept: [Int]
    private let places: [String: Int]

    init(_ lessons: [Lesson]) {
        inTime = lessons.sorted { $0.known < $1.known }
        places = Dictionary(
            inTime.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        kept = inTime.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1.answer ? 1 : 0)) }
    }

    /// How many were known before `day`, that of the case `id` left out, and how many of them came out well.
    func count(before day: Day, without id: String) -> (all: Int, kept: Int) {
        let end = end(before: day)
        let own = places[id].flatMap { $0 < end ? inTime[$0] : nil }
        return (end - (own == nil ? 0 : 1), kept[end] - (own?.answer == true ? 1 : 0))
    }

    /// The cases of these, by id.
    func ids(before day: Day, without id: String) -> [String] {
        inTime[..<end(before: day)].map(\.id).filter { $0 != id }.sorted()
    }

    private func end(before day: Day) -> Int {
        var (low, high) = (0, inTime.count)
        while low < high {
            let middle = (low + high) / 2
            if inTime[middle].known < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
