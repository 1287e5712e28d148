import ArgumentParser
import Diplomacy
import Ledger

/// Which statements a command is about.
struct FilterOptions: ParsableArguments {
    @Option(help: "Who acts: RUS, Russia, NATO.")
    var source: Party?

    @Option(help: "Whom it is done to.")
    var target: Party?

    @Option(help: "Who stands on either side.")
    var party: Party?

    @Option(help: "The act: support, aid, agree, …")
    var act: Act?

    @Option(help: "done or not_done.")
    var polarity: Polarity?

    @Option(help: "fact, claim, expected, feared, denied or hypothetical.")
    var modality: Modality?

    @Option(
        help: "Letters in the name of somebody who says it; 'author' for the articles themselves."
    )
    var speaker: String?

    @Option(help: ArgumentHelp("Language of the article: en, uk, ru, de.", valueName: "code"))
    var language: String?

    @Option(
        help: ArgumentHelp("What is told of this day or later.", valueName: "day"),
        transform: ClockOptions.day
    )
    var from: Day?

    @Option(
        help: ArgumentHelp("What is told of this day or earlier.", valueName: "day"),
        transform: ClockOptions.day
    )
    var to: Day?

    @Option(help: ArgumentHelp("The article's id, or its beginning.", valueName: "id"))
    var article: String?

    @Option(help: ArgumentHelp("The most to list.", valueName: "number"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("'--limit \(limit)' is below 1.") }
        if DaySpan(first: from, last: to).isEmpty {
            throw ValidationError("'--to' lies before '--from'.")
        }
    }

    func filter(_ clocks: Clocks) -> StatementFilter {
        let isByAuthor = speaker?.lowercased() == "author"
        var filter = StatementFilter(
            clocks: clocks,
            source: source?.code,
            target: target?.code,
            party: party?.code,
            act: act,
            polarity: polarity,
            modality: modality,
            speaker: isByAuthor ? nil : speaker,
            language: language,
            article: article,
            limit: limit
        )
        filter.isByAuthor = isByAuthor
        filter.told = DaySpan(first: from, last: to)
        return filter
    }

    /// What was given, by the option's name: for a manifest.
    var given: [String: String] {
        let options: [(String, String?)] = [
            ("source", source?.code.rawValue), ("target", target?.code.rawValue),
            ("party", party?.code.rawValue), ("act", act?.rawValue),
            ("polarity", polarity?.rawValue), ("modality", modality?.rawValue),
            ("speaker", speaker), ("language", language), ("article", article),
            ("from", from?.description), ("to", to?.description),
            ("limit", limit.map { String($0) }),
        ]
        return Dictionary(
            uniqueKeysWithValues: options.compactMap { name, value in value.map { (name, $0) } }
        )
    }
}
