import Assessment
import Diplomacy

/// How a page speaks: the phrases of one language, and the names of the parties in it.
struct Tongue: Sendable {
    let phrases: Phrases
    private let names: ActorNames

    init(_ phrases: Phrases, _ names: ActorNames) {
        self.phrases = phrases
        self.names = names
    }

    /// A party as it stands within a sentence: "the United States".
    func callAsFunction(_ code: ActorCode) -> String {
        phrases.find("actor.\(code.rawValue)") ?? names(code, in: phrases.language)
    }

    /// A party at the head of a line: "United States".
    func heading(_ code: ActorCode?) -> String {
        guard let code else { return phrases.text("party.unnamed") }
        return Naming(articles: [], party: { self($0) }).heading(code)
    }

    /// "Israel and the United States".
    func list(_ codes: [ActorCode]) -> String {
        guard let last = codes.last else { return "" }
        let others = codes.dropLast().map { self($0) }.joined(separator: ", ")
        return others.isEmpty ? self(last) : phrases.text("list.last", others, self(last))
    }

    // MARK: Codes in words

    /// "aid (arms), did not come".
    func deed(_ act: Act, _ kind: SupportKind?, _ polarity: Polarity) -> String {
        let kind = kind.map { " (\(phrases.text("kind.\($0.rawValue)")))" } ?? ""
        if polarity == .notDone, let missing = phrases.find("deed.not.\(act.rawValue)") {
            return missing + kind
        }
        let missing = polarity == .done ? "" : ", \(phrases.text("polarity.not_done"))"
        return "\(phrases.text("act.\(act.rawValue)"))\(kind)\(missing)"
    }

    func verdict(_ verdict: LegalFinding.Verdict) -> String {
        phrases.text("legal.\(verdict.rawValue)")
    }

    func verdict(_ verdict: PoliticalFinding.Verdict) -> String {
        phrases.text("political.\(verdict.rawValue)")
    }

    func kind(_ kind: Disagreement.Kind) -> String {
        phrases.text("disagreement.\(kind.rawValue)")
    }

    func obligation(_ obligation: Commitment.Obligation) -> String {
        phrases.text("obligation.\(obligation.rawValue)")
    }

    func language(_ code: String) -> String {
        phrases.find("language.\(code)") ?? LanguageName.of(code)
    }

    /// "Russia for Armenia: an attack by Azerbaijan, September 2023".
    func headline(_ found: AllianceCase) -> String {
        let trigger = phrases.text("trigger.\(found.trigger.rawValue)")
        let by =
            found.adversaries.isEmpty
            ? "" : " " + phrases.text("case.by", list(found.adversaries))
        let when =
            found.trigger == .untold
            ? "" : found.calledDays.map { ", \(words(for: $0))" } ?? ""
        return phrases.text(
            "case.headline",
            heading(found.promisor),
            self(found.beneficiary),
            trigger + by + when
        )
    }

    // MARK: Days

    func words(for interval: DayInterval) -> String {
        phrases.dates.words(for: interval, about: phrases.text("date.about"))
    }

    func words(for day: Day) -> String { words(for: DayInterval(day)) }

    /// An interval of days, for people and for machines.
    func time(_ interval: DayInterval) -> HTML {
        guard interval.first == interval.last else {
            return "<span class=\"date\">\(words(for: interval))</span>"
        }
        return "<time datetime=\"\(interval.first.description)\">\(words(for: interval))</time>"
    }

    func time(_ day: Day) -> HTML { time(DayInterval(day)) }

    /// When an article appeared: a day, or that nobody knows more than after which day.
    func published(_ interval: DayInterval?) -> HTML {
        guard let interval else { return phrases["date.undated"] }
        // Such an interval ends on the day of reading, which says nothing of the article.
        guard interval.isApproximate, interval.first < interval.last else { return time(interval) }
        return phrases("date.undated.after", time(interval.first))
    }

    /// `13–24 June 2025`; `since 24 February 2022` where the world knows of no end.
    func days(of known: KnownOccasion) -> HTML {
        known.ended.map { time(DayInterval(first: known.began, last: $0)) }
            ?? phrases("date.since", time(known.began))
    }

    /// `3 statements` and the like.
    func count(_ number: Int, _ noun: String) -> HTML { HTML(text: phrases.count(number, noun)) }
}

/// Numbers on the scale of standings.
enum LevelWords {
    /// With one digit after the point, and a sign unless it is nothing: `-3.1`, `+0.4`, `0.0`.
    static func signed(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        let digits = "\(abs(tenths) / 10).\(abs(tenths) % 10)"
        return tenths == 0 ? "0.0" : (tenths < 0 ? "−" : "+") + digits
    }

    /// `-3.1 (-6.0 to -0.2)`.
    static func band(_ point: StandingSeries.Point) -> String {
        "\(signed(point.level)) (\(signed(point.low)) … \(signed(point.high)))"
    }
}
