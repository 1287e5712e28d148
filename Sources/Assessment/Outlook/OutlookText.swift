package import Diplomacy

extension Outlook {
    /// The forecasts and their scores on a page.
    package func write(to page: inout TextLayout, _ naming: Naming) {
        for question in Forecast.Question.allCases {
            let asked = forecasts.filter { $0.question == question }
            page.heading(question.words, note: question.rule)
            if asked.isEmpty {
                page.paragraph(question.emptyWords, indent: 2)
                continue
            }
            for forecast in asked {
                page.row(forecast.caseID, forecast.line(naming), column: 18)
            }
            for score in scores where score.question == question {
                page.paragraph(score.line, indent: 2, hanging: 2)
            }
        }
    }
}

extension Outlook {
    /// The outlook as text for a terminal.
    ///
    /// `scope` is what the clocks were set to, as a sentence; `name` gives a party as it stands within one.
    package func text(
        scope: String? = nil,
        name: @escaping @Sendable (ActorCode) -> String
    ) -> String {
        var page = TextLayout()
        if let scope { page.paragraph(scope) }
        write(to: &page, Naming(articles: [], party: name))
        return page.text
    }
}

extension Forecast {
    fileprivate func line(_ naming: Naming) -> String {
        let learnt =
            learntCount == 0
            ? "from the base rate alone" : "after \(counted(learntCount, "earlier case"))"
        return "\(naming.heading(promisor)) for \(naming.party(beneficiary)), on \(made): "
            + "\(probability.percent), \(learnt). \(outcome.words(due))\(scoreWords)"
    }

    private var scoreWords: String {
        guard let brier, let logLoss else { return "" }
        return " Brier \(brier.hundredths), log \(logLoss.hundredths)."
    }
}

extension Forecast.Question {
    package var words: String {
        switch self {
        case .kept: "Will the duty be kept?"
        case .came: "Will help come?"
        }
    }

    /// What resolves it.
    package var rule: String {
        let days = Forecast.horizonDays
        return switch self {
        case .kept:
            "Asked where a duty to defend was in force on the day of an attack. Yes: legal verdict "
                + "honoured; no: violated, \(days) days later; else it is not scored."
        case .came:
            "Asked of every case with a day. Yes: political verdict delivered or partial; no: another "
                + "one but unknown, \(days) days later; else it is not scored."
        }
    }

    fileprivate var emptyWords: String {
        switch self {
        case .kept: "No case here is an attack under a duty to defend."
        case .came: "No case here has a day."
        }
    }
}

extension Forecast.Outcome {
    fileprivate func words(_ due: some CustomStringConvertible) -> String {
        switch self {
        case .yes: "It came so."
        case .no: "It did not come so."
        case .open: "Open until \(due)."
        case .void: "Nobody can tell: not scored."
        }
    }
}

extension Outlook.Score {
    fileprivate var line: String {
        let counts = "\(counted(resolved, "forecast")) resolved, \(open) open, \(void) not scored."
        guard let brier, let logLoss, let baseBrier, let baseLogLoss else { return counts }
        return counts
            + " Mean Brier score \(brier.hundredths) (base rate alone \(baseBrier.hundredths)), mean "
            + "log score \(logLoss.hundredths) (base rate alone \(baseLogLoss.hundredths)); less is better."
    }
}

extension Double {
    /// "22 %".
    fileprivate var percent: String { "\(Int((self * 100).rounded())) %" }

    /// "0.17".
    fileprivate var hundredths: String {
        let whole = Int((self * 100).rounded())
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }
}
