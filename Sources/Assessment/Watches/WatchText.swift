package import Diplomacy
import Text

extension Watch {
    package init(pair: DirectedPair, rule: Rule, since: Day) {
        self.init(
            id: ContentHash.name(
                of: pair.source.rawValue,
                pair.target.rawValue,
                rule.series.rawValue,
                rule.change.rawValue,
                "\(rule.points) \(rule.days) \(rule.roots)"
            ),
            pair: pair,
            rule: rule,
            since: since
        )
    }

    /// "Russia → Armenia: the conduct falls by 0.3 or more within 30 days, told by 2 or more roots".
    package func sentence(_ naming: Naming) -> String {
        "\(naming.heading(pair.source)) → \(naming.heading(pair.target)): the \(rule.words)"
    }
}

extension Watch.Rule {
    package var words: String {
        "\(series.rawValue) \(change.rawValue) by \(pointsWords) or more within "
            + "\(counted(days, "day")), told by \(roots) or more roots"
    }

    /// As short as it is exact to a hundredth: `0.3`, `2`, `1.25`.
    package var pointsWords: String {
        let hundredths = Int((points * 100).rounded())
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension WatchAlert {
    /// Where the line stood on both days, and how many roots tell of it.
    ///
    /// `On 2025-06-15 at -1.2 (-3.0 to +0.6), 30 days before at +4.1 (+2.2 to +6.0); 2 roots.`
    package var sentence: String {
        "On \(after.day) at \(after.words), \(counted(watch.rule.days, "day")) before at "
            + "\(before.words); \(counted(voices.count, "root"))."
            + (isWithinBand
                ? " This lies within the band of before: the line may have been there already."
                : "")
    }

    /// The watch, the levels, and every sentence with where to read it.
    package func write(to page: inout TextLayout, _ naming: Naming) {
        page.paragraph("\(watch.sentence(naming)).", hanging: 2)
        page.paragraph(sentence, indent: 2, hanging: 2)
        for cause in causes {
            page.row(naming.short(cause.statement), "“\(cause.quote)”", indent: 2, column: 12)
        }
    }
}

extension WatchAlert.Level {
    var words: String {
        "\(StandingSeries.signed(level)) "
            + "(\(StandingSeries.signed(low)) to \(StandingSeries.signed(high)))"
    }
}
