import Diplomacy
import Foundation
import Hummingbird

/// What a reader gets at once while an answer is made: what is being made, how far it is, and the answer itself when
/// it is there.
///
/// Without a script the page loads itself again; with one it follows the work.
struct WaitingPage {
    /// Seconds after which a browser without scripts, and a program, asks again.
    static let pause = 5

    let wanted: Wanted
    let waiting: Waiting
    let question: Question
    let names: Tongue

    private var phrases: Phrases { names.phrases }

    private var page: Page {
        let events = Address("making", "\(waiting.id)", "events", query: question.state)
        let open = question.here("", nil)
        return Page(
            phrases.text("making.title"),
            question: question,
            body: """
                <h1>\(phrases["making.title"])</h1>
                \(ClockLine(clocks: question.clocks, names: names).html)
                <p>\(subject)</p>
                <div class="batch" data-events="\(events.text)" data-then="reload">
                <div role="status" id="batch-state">\(Self.state(waiting, phrases))</div>
                <p class="reload">\(HTML.link(open, phrases["making.reload"]))</p></div>
                <p class="hint">\(phrases["making.hint"])</p>
                """
        )
    }

    private var subject: HTML {
        switch wanted.subject {
        case .brief(let actor?): phrases("making.brief", HTML.foreign(names(actor)))
        case .brief(nil): phrases["making.everybody"]
        case .overview(let actor?, _): phrases("making.overview", HTML.foreign(names(actor)))
        case .overview(nil, _): phrases["making.patron"]
        case .cases: phrases["making.cases"]
        case .sources: phrases["making.sources"]
        case .parties: phrases["making.parties"]
        case .pair(let one, let other):
            phrases("making.pair", HTML.foreign(names(one)), HTML.foreign(names(other)))
        }
    }

    /// In words and as a bar.
    static func state(_ waiting: Waiting, _ phrases: Phrases) -> HTML {
        let percent = Int(waiting.share * 100)
        let words =
            waiting.before == 0
            ? phrases("making.share", "\(percent)") : phrases("making.before", "\(waiting.before)")
        return """
            <p>\(words)</p><progress max="100" value="\(percent)" aria-label="\(phrases["making.title"])"></progress>
            """
    }

    func response(_ layout: Layout) -> Response {
        var response = Reply.html(layout.html(page, phrases)).passing()
        response.status = .accepted
        response.headers.set("Refresh", "\(Self.pause)")
        return response
    }

    /// What a program gets.
    func answer() throws -> Response {
        var response = try Reply.json(WaitingResource(waiting)).passing()
        response.status = .accepted
        response.headers.set("Retry-After", "\(Self.pause)")
        return response
    }
}

/// How far an answer is, for programs.
struct WaitingResource: Encodable {
    /// Of the work, from 0 to 0.99.
    let share: Double
    /// How many pieces of work come before it.
    let before: Int

    init(_ waiting: Waiting) {
        share = (waiting.share * 100).rounded() / 100
        before = waiting.before
    }
}

/// The progress of a piece of work as server-sent events: the `state` when it changes, and `end`.
enum MakingEvents {
    /// As often as a share of some minutes changes to the eye.
    private static let interval = Duration.milliseconds(500)
    /// Then the answer ends, and the browser comes back: a site that is asked to end, ends within twenty seconds.
    private static let mostLooks = 40

    /// `html` says in words how far it is.
    static func response(
        _ id: Int,
        _ makings: Makings,
        _ html: @escaping @Sendable (Waiting) -> HTML
    ) -> Response {
        EventStream.response { writer in
            var state = HTML.empty
            for _ in 0..<mostLooks {
                guard let waiting = makings.waiting(id) else {
                    return try await writer.write(EventStream.event("end", .empty))
                }
                let now = html(waiting)
                if now != state {
                    state = now
                    try await writer.write(EventStream.event("state", now))
                }
                try await Task.sleep(for: interval)
            }
        }
    }
}
