package import Diplomacy

/// One question to which what was read gives both answers, such as "Did Russia help Iran?".
///
/// Help is one question, whether it is called support or aid; every other act is a question of its own.
/// Only what is told as a fact, claimed or denied is an answer. This shows the two sides and says what
/// keeps them from being a plain contradiction; it does not decide between them.
package struct Disagreement: Hashable, Sendable, Encodable {
    /// A reason to look twice before calling it a contradiction.
    package enum Caution: String, CaseIterable, Hashable, Sendable, Codable {
        /// All dates of one side lie apart from all dates of the other.
        case datesDiffer = "dates-differ"
        /// No two dates of the two sides are both as close as a month: there may be two occasions.
        case datesWide = "dates-wide"
        /// One side at least has no date.
        case undated
        /// One voice stands on both sides.
        case sameVoice = "same-voice"
        /// The two sides speak of different kinds of help, words against arms.
        case kindsDiffer = "kinds-differ"
        /// On one side at least every reading is a guess.
        case unsure
    }

    package let source: ActorCode
    package let target: ActorCode?
    /// The acts that answer it: one, or support and aid.
    package let acts: [Act]
    /// It was so: done, or not_done and denied.
    package let yes: [Citation]
    /// It was not so: not_done, or done and denied.
    package let no: [Citation]
    package let cautions: [Caution]

    /// The question in plain English, such as "Did Russia help Iran?".
    package func question(_ name: (ActorCode) -> String) -> String {
        let party = target.map(name) ?? "a party not named"
        let verb = acts.count > 1 ? "help %" : ActPhrase(acts[0], nil).base
        let words = verb.split(separator: "%", omittingEmptySubsequences: false)
            .joined(separator: party)
        return "Did \(name(source)) \(words)?"
    }
}

extension Disagreement {
    /// Every question with both answers, most articles first.
    static func all(in statements: [CitedStatement]) -> [Disagreement] {
        var questions: [Question: (yes: [CitedStatement], no: [CitedStatement])] = [:]
        for cited in statements where cited.statement.target != nil {
            guard let answer = cited.statement.answer else { continue }
            let question = Question(cited.statement)
            if answer {
                questions[question, default: ([], [])].yes.append(cited)
            } else {
                questions[question, default: ([], [])].no.append(cited)
            }
        }
        return questions.values
            .filter { !$0.yes.isEmpty && !$0.no.isEmpty }
            .compactMap { Disagreement(yes: $0.yes, no: $0.no) }
            .sorted { left, right in
                left.weight == right.weight
                    ? left.order < right.order : left.weight.lexicographicallyPrecedes(right.weight)
            }
    }

    private init?(yes: [CitedStatement], no: [CitedStatement]) {
        guard let first = no.first?.statement else { return nil }
        source = first.source
        target = first.target
        acts = Set((yes + no).map(\.statement.act)).sorted { $0.rawValue > $1.rawValue }
        self.yes = yes.map(Citation.init).sorted(by: Citation.isEarlier)
        self.no = no.map(Citation.init).sorted(by: Citation.isEarlier)
        cautions = Self.cautions(self.yes, self.no)
    }

    /// Help before other acts; real conflicts first, those with fewer cautions; more articles.
    private var weight: [Int] {
        [
            acts.contains(where: \.isHelp) ? 0 : 1, cautions.count,
            -Set((yes + no).map(\.article)).count,
        ]
    }

    private var order: String {
        source.rawValue + " " + (target?.rawValue ?? "") + acts[0].rawValue
    }

    private static func cautions(_ yes: [Citation], _ no: [Citation]) -> [Caution] {
        var found: [Caution] = []
        let (yesDates, noDates) = (yes.compactMap(\.date), no.compactMap(\.date))
        if yesDates.isEmpty || noDates.isEmpty {
            found.append(.undated)
        } else if !yesDates.contains(where: { date in noDates.contains { $0.overlaps(date) } }) {
            found.append(.datesDiffer)
        } else if !yesDates.contains(where: { date in
            noDates.contains { $0.overlaps(date) && $0.isClose && date.isClose }
        }) {
            found.append(.datesWide)
        }
        let voices = { (side: [Citation]) in Set(side.compactMap { $0.speakers.last?.name }) }
        if !voices(yes).isDisjoint(with: voices(no)) { found.append(.sameVoice) }
        let kinds = { (side: [Citation]) in Set(side.compactMap(\.kind)) }
        if !kinds(yes).isEmpty, !kinds(no).isEmpty, kinds(yes).isDisjoint(with: kinds(no)) {
            found.append(.kindsDiffer)
        }
        if !yes.contains(where: \.isSure) || !no.contains(where: \.isSure) { found.append(.unsure) }
        return found
    }

    private struct Question: Hashable {
        let parties: [ActorCode?]
        let act: Act

        init(_ statement: Statement) {
            parties = statement.parties
            act = statement.act.isHelp ? .support : statement.act
        }
    }
}

extension Disagreement.Caution {
    package var words: String {
        switch self {
        case .datesDiffer: "The two sides speak of different days: it may have changed in time."
        case .datesWide: "The dates are wide: they may mean two occasions."
        case .undated: "One side has no date: they may mean different times."
        case .sameVoice: "One voice says both."
        case .kindsDiffer: "The two sides speak of different kinds of help."
        case .unsure: "One side rests on readings that are guesses."
        }
    }
}

extension Statement {
    /// Whether it says that its act was done; nil where it says neither.
    fileprivate var answer: Bool? {
        switch modality {
        case .fact, .claim: polarity == .done
        case .denied: polarity == .notDone
        case .expected, .feared, .hypothetical: nil
        }
    }
}

extension DayInterval {
    /// Within one month: a journalist's "at that time".
    fileprivate var isClose: Bool { last.number - first.number < 31 }
}
