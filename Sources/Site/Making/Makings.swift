import Foundation
import Ledger
import Synchronization

/// Makes behind the site what takes longer than a reader waits: one piece of work at a time, once for all who ask.
///
/// What was made is kept for the state of the ledger that it was made from, the oldest going first. Work that nobody
/// asks about any more is given up.
final class Makings: Sendable {
    typealias Render = @Sendable (Desk) throws -> ReadyAnswer

    enum Outcome: Sendable {
        case made(ReadyAnswer)
        case waiting(Waiting)
    }

    /// Pieces of work that wait or are under way: at a million statements each takes up to some minutes.
    static let mostPieces = 8
    /// Addresses that one piece of work is made for.
    private static let mostReaders = 32
    /// A page that waits asks every few seconds; who has been away for so long does not come back.
    private static let patience = Duration.seconds(60)
    /// In bytes: some hundred pages.
    private static let mostBytes = 48 << 20
    /// Looks for new work after the last, and the seconds between two; then what was prepared is let go.
    private static let (idleLooks, pause) = (240, TimeInterval(0.25))

    private struct Piece {
        let id: Int
        let wanted: Wanted
        let count: ChangeCount
        var readers: [AnswerKey: Render] = [:]
        var asked: Duration
        var cost = 0
        var done = 0
    }

    private struct State {
        /// The first is the one that is being made.
        var pieces: [Piece] = []
        var lastID = 0
        var isThreadAlive = false
        var isWorking = false
        var prepared: Prepared?
        var answers = MadeAnswers(mostBytes: mostBytes)
        /// What went wrong for whom, until they ask again.
        var failures: [AnswerKey: any Error] = [:]

        func waiting(_ place: Int) -> Waiting {
            let piece = pieces[place]
            let share = piece.cost == 0 ? 0 : Double(piece.done) / Double(piece.cost)
            return Waiting(id: piece.id, share: min(0.99, share), before: place)
        }
    }

    private struct GivenUp: Error {}

    private let state = Mutex(State())
    private let keeper: AnswerKeeper
    private let elapsed: @Sendable () -> Duration

    init(_ keeper: AnswerKeeper, elapsed: @escaping @Sendable () -> Duration) {
        self.keeper = keeper
        self.elapsed = elapsed
    }

    /// The answer, where it was made or comes at once from what was prepared last; else how far it is.
    ///
    /// Throws a `SiteProblem` where too much waits already, and what went wrong where it could not be made.
    func ask(_ wanted: Wanted, _ key: AnswerKey, _ render: @escaping Render) throws -> Outcome {
        let count = try keeper.ledger.changeCount()
        let made = try state.withLock { state in
            if let failure = state.failures.removeValue(forKey: key) { throw failure }
            return state.answers.answer(key, count)
        }
        if let made { return .made(made) }
        if let desk = prepared(wanted, count) {
            let answer = try render(desk)
            state.withLock { $0.answers.keep(answer, key, count) }
            return .made(answer)
        }
        let now = elapsed()
        return try state.withLock { state in
            // It may have been made since.
            if let answer = state.answers.answer(key, count) { return .made(answer) }
            let place = try place(of: wanted, count, now, &state)
            if state.pieces[place].readers.count < Self.mostReaders {
                state.pieces[place].readers[key] = render
            }
            state.pieces[place].asked = now
            if !state.isThreadAlive {
                state.isThreadAlive = true
                begin()
            }
            return .waiting(state.waiting(place))
        }
    }

    /// How far a piece of work is; nil where it has ended.
    func waiting(_ id: Int) -> Waiting? {
        let now = elapsed()
        return state.withLock { state in
            guard let place = state.pieces.firstIndex(where: { $0.id == id }) else { return nil }
            state.pieces[place].asked = now
            return state.waiting(place)
        }
    }

    /// What was prepared last, where it serves and nobody is working on it.
    private func prepared(_ wanted: Wanted, _ count: ChangeCount) -> Desk? {
        state.withLock { state in
            guard !state.isWorking, let prepared = state.prepared, prepared.serves(wanted, count)
            else { return nil }
            return prepared.desk
        }
    }

    private func place(
        of wanted: Wanted,
        _ count: ChangeCount,
        _ now: Duration,
        _ state: inout State
    ) throws -> Int {
        let place = state.pieces.firstIndex { $0.wanted == wanted && $0.count == count }
        if let place { return place }
        guard state.pieces.count < Self.mostPieces else {
            throw SiteProblem(
                .busy,
                "\(Self.mostPieces) other views of the past are being made already.",
                cure: "Wait some minutes, then load this page again."
            )
        }
        state.lastID += 1
        state.pieces.append(Piece(id: state.lastID, wanted: wanted, count: count, asked: now))
        return state.pieces.count - 1
    }

    // MARK: The work

    /// On a thread of its own, because it computes for minutes: tasks that answer visitors must not wait for it.
    private func begin() {
        Thread.detachNewThread { [weak self] in
            var looks = 0
            while let makings = self {
                if let piece = makings.next(isLast: looks == Self.idleLooks) {
                    makings.make(piece)
                    looks = 0
                } else if looks == Self.idleLooks {
                    return
                } else {
                    looks += 1
                    Thread.sleep(forTimeInterval: Self.pause)
                }
            }
        }
    }

    /// The piece to be made now, those aside that nobody asks about; nil where there is none, and nobody looks again
    /// where this `isLast`.
    private func next(isLast: Bool) -> Piece? {
        let now = elapsed()
        return state.withLock { state in
            state.pieces.removeAll { now - $0.asked > Self.patience }
            state.isWorking = !state.pieces.isEmpty
            if isLast, state.pieces.isEmpty {
                (state.isThreadAlive, state.prepared) = (false, nil)
            }
            return state.pieces.first
        }
    }

    private func make(_ piece: Piece) {
        // What does not serve is let go before there is more.
        let earlier = state.withLock { state -> Prepared? in
            defer { state.prepared = nil }
            return state.prepared.flatMap {
                $0.isBase(of: piece.wanted, piece.count, keeper.assessor) ? $0 : nil
            }
        }
        do {
            let prepared = try keeper.prepare(piece.wanted, on: earlier, report(piece.id))
            let readers = state.withLock { $0.pieces.first { $0.id == piece.id }?.readers } ?? [:]
            for (key, render) in readers {
                let answer = Result { try render(prepared.desk) }
                state.withLock { state in
                    switch answer {
                    case .success(let answer): state.answers.keep(answer, key, prepared.count)
                    case .failure(let error): state.failures[key] = error
                    }
                }
            }
            end(piece.id) { $0.prepared = prepared }
        } catch is GivenUp {
            end(piece.id) { _ in }
        } catch {
            end(piece.id) { state in
                let readers = state.pieces.first { $0.id == piece.id }?.readers ?? [:]
                // Those who never asked again are forgotten here.
                if state.failures.count > Self.mostReaders { state.failures = [:] }
                for key in readers.keys { state.failures[key] = error }
            }
        }
    }

    private func end(_ id: Int, _ change: (inout State) -> Void) {
        state.withLock { state in
            change(&state)
            state.pieces.removeAll { $0.id == id }
            state.isWorking = false
        }
    }

    private func report(_ id: Int) -> WorkReport {
        WorkReport(
            plan: { cost in
                self.state.withLock { state in
                    guard let place = state.pieces.firstIndex(where: { $0.id == id }) else {
                        return
                    }
                    state.pieces[place].cost = cost
                }
            },
            did: { cost in
                let now = self.elapsed()
                try self.state.withLock { state in
                    guard let place = state.pieces.firstIndex(where: { $0.id == id }),
                        now - state.pieces[place].asked <= Self.patience
                    else { throw GivenUp() }
                    state.pieces[place].done += cost
                }
            }
        )
    }
}

/// How far a piece of work is for which a reader waits.
struct Waiting: Hashable, Sendable {
    let id: Int
    /// Of the work, from 0 to 0.99.
    let share: Double
    /// How many pieces of work come before it.
    let before: Int
}

/// Answers that were made for one state of the ledger, up to a size; the oldest go first.
private struct MadeAnswers {
    let mostBytes: Int
    private var count: ChangeCount?
    private var answers: [AnswerKey: ReadyAnswer] = [:]
    private var order: [AnswerKey] = []
    private var bytes = 0

    init(mostBytes: Int) { self.mostBytes = mostBytes }

    func answer(_ key: AnswerKey, _ count: ChangeCount) -> ReadyAnswer? {
        self.count == count ? answers[key] : nil
    }

    mutating func keep(_ answer: ReadyAnswer, _ key: AnswerKey, _ count: ChangeCount) {
        if self.count != count {
            (self.count, answers, order, bytes) = (count, [:], [], 0)
        }
        if let earlier = answers.updateValue(answer, forKey: key) {
            bytes -= earlier.weight
        } else {
            order.append(key)
        }
        bytes += answer.weight
        while bytes > mostBytes, order.count > 1 {
            bytes -= answers.removeValue(forKey: order.removeFirst())?.weight ?? 0
        }
    }
}
