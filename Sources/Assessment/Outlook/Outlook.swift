package import Diplomacy

/// Forecasts for the cases of a ledger, each made from base rates on its first day, and how they scored.
///
/// A forecast learns only from cases whose last word was published before it was made: what came out later
/// did not help it then. The chance that a duty is kept begins at the published base rate; for the chance that
/// help comes, whatever was owed, no rate is published, so it begins at one half and counts little.
package struct Outlook: Sendable, Encodable {
    /// The mean score of the forecasts of one question that are resolved.
    package struct Score: Sendable, Encodable {
        package let question: Forecast.Question
        package let resolved: Int
        package let open: Int
        package let void: Int
        /// Nil where nothing is resolved.
        package let brier: Double?
        package let logLoss: Double?
        /// What the base rate alone would have scored on the same forecasts.
        package let baseBrier: Double?
        package let baseLogLoss: Double?
    }

    /// The latest first, in the order of the cases.
    package let forecasts: [Forecast]
    package let scores: [Score]

    /// As many occasions as one half counts where no rate is published: one each way (Laplace's rule of
    /// succession).
    static let unpublishedOccasions = 2.0

    /// The forecasts of `promisor`, or of everybody, as they stand on `until`.
    ///
    /// `cases` may hold those of others; they are learnt from only for whether help comes, since a promisor's
    /// word is its own.
    package init(of promisor: ActorCode? = nil, in cases: [AllianceCase], until: Day) {
        let told = cases.map(ToldCase.init)
        let lessons = told.flatMap(\.lessons)
        let came = Lessons(lessons.filter { $0.question == .came })
        let kept = Dictionary(
            grouping: lessons.filter { $0.question == .kept },
            by: \.promisor
        ).mapValues(Lessons.init)
        let none = Lessons([])
        forecasts = told.filter { promisor == nil || $0.found.promisor == promisor }
            .flatMap { one in
                Forecast.Question.allCases.compactMap { question in
                    let known = question == .came ? came : kept[one.found.promisor] ?? none
                    return one.forecast(question, from: known, until)
                }
            }
        let all = forecasts
        scores = Forecast.Question.allCases.map { question in
            Self.score(question, all.filter { $0.question == question })
        }
    }

    private static func score(_ question: Forecast.Question, _ forecasts: [Forecast]) -> Score {
        func mean(_ values: [Double]) -> Double? {
            values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
        return Score(
            question: question,
            resolved: forecasts.count { $0.brier != nil },
            open: forecasts.count { $0.outcome == .open },
            void: forecasts.count { $0.outcome == .void },
            brier: mean(forecasts.compactMap(\.brier)),
            logLoss: mean(forecasts.compactMap(\.logLoss)),
            baseBrier: mean(forecasts.compactMap { Forecast.brier($0.baseRate, $0.outcome) }),
            baseLogLoss: mean(forecasts.compactMap { Forecast.logLoss($0.baseRate, $0.outcome) })
        )
    }
}

/// A case with what forecasting asks of it, looked up once.
private struct ToldCase {
    let found: AllianceCase
    /// The first day of the trigger.
    let began: Day?
    /// When the last of its statements was published; nil where one has no date.
    let told: Day?
    init(_ found: AllianceCase) {
        self.found = found
        began = found.interval?.first
        told = found.tally.told
    }

    /// What later cases learn from it.
    var lessons: [Lesson] {
        guard let began, let told else { return [] }
        return Forecast.Question.allCases.compactMap { question in
            answer(question).map { answer in
                // That help came is final; that it did not is so only when the horizon has passed.
                let passed = began.advanced(by: Forecast.horizonDays)
                return Lesson(
                    question: question,
                    id: found.id,
                    promisor: found.promisor,
                    known: answer ? told : max(told, passed),
                    answer: answer
                )
            }
        }
    }

    /// Whether `question` came out so; nil where the case cannot tell, or is no test of it.
    func answer(_ question: Forecast.Question) -> Bool? {
        switch question {
        case .kept:
            guard found.trigger == .attack else { return nil }
            switch found.legal.verdict {
            case .honoured: return true
            case .violated: return false
            case .notApplicable, .disputed, .unknown: return nil
            }
        case .came:
            switch found.political.verdict {
            case .delivered, .partial: return true
            case .insufficient, .wordsOnly, .withheld, .refused, .colluded: return false
            case .unknown: return nil
            }
        }
    }

    /// A duty is asked about only where one was in force; help is asked about in every case with a day.
    func forecast(
        _ question: Forecast.Question,
        from lessons: Lessons,
        _ until: Day
    ) -> Forecast? {
        guard let began, began <= until else { return nil }
        if question == .kept {
            let isOwed = found.commitments.contains(where: \.hasDefenceDuty)
            guard found.trigger == .attack, isOwed else { return nil }
        }
        let earlier = lessons.count(before: began, without: found.id)
        let (share, occasions) =
            question == .kept
            ? (BaseRate.since1945.share, Reliability.priorOccasions)
            : (0.5, Outlook.unpublishedOccasions)
        let posterior = BetaDistribution(
            successes: share * occasions,
            failures: (1 - share) * occasions
        ).updated(
            successes: Double(earlier.kept),
            failures: Double(earlier.all - earlier.kept)
        )
        return Forecast(
            of: found,
            question,
            made: began,
            probability: posterior.mean,
            baseRate: share,
            learntCount: earlier.all,
            lessons: lessons,
            outcome: outcome(question, began, until)
        )
    }

    private func outcome(
        _ question: Forecast.Question,
        _ began: Day,
        _ until: Day
    ) -> Forecast.Outcome {
        let hasPassed = began.advanced(by: Forecast.horizonDays) < until
        switch answer(question) {
        case true?: return .yes
        case false?: return hasPassed ? .no : .open
        case nil: return hasPassed ? .void : .open
        }
    }
}
