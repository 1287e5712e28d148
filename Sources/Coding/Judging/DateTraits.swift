import Diplomacy
import Language

/// A date that a draft may have, and where it was found.
struct DateOption {
    enum Origin: Int32, CaseIterable {
        /// The text gives none.
        case none
        /// It stands in the sentence.
        case own
        /// The last date of a sentence before.
        case carried
        /// The day of publication, and its month: news without a date of its own is recent.
        case day, month
    }

    let origin: Origin
    /// Nil for `none`.
    let interval: DayInterval?
    /// Where it stands in the sentence.
    let tokens: Range<Int>?
    let reason: String
    /// How many sentences back it stands.
    var lag = 0
}

/// What is known of a date beside a draft.
struct DateTraits {
    let setting: Setting
    let option: DateOption
    let options: [DateOption]
    let published: DayInterval?
    /// Whether the rules choose it, and the modality of the draft by the rules.
    let isRules: Bool
    let modality: Modality
    let isSpoken: Bool

    static let columns =
        TraitTable.columns(
            "origin* ruled kind* width age* modality* spoken path* turn* pathLength before gap sameClause "
                + "preposition* commas nearer ownCount clauseCount lag carriedAge headTag* quoted verbsBetween"
        ) + Setting.columns

    func values(_ settingValues: [Int32]) -> [Int32] {
        let own = options.filter { $0.origin == .own }
        let carried = options.first { $0.origin == .carried }
        let inClause = own.count { isInClause($0) }
        let first: [Int32] = [
            option.origin.rawValue, Trait.bit(isRules), CategoryHash.of(option.reason),
            width, age(option), Trait.order(modality), Trait.bit(isSpoken),
        ]
        let last: [Int32] = [
            Int32(min(own.count, 4)), Int32(min(inClause, 3)), Int32(option.lag),
            carried.map(age) ?? -1,
        ]
        let middle = option.tokens.map(ownValues) ?? [Int32](repeating: -1, count: 9)
        let end = option.tokens.map(endValues) ?? [-1, -1, -1]
        return first + middle + last + end + settingValues
    }

    private func ownValues(_ tokens: Range<Int>) -> [Int32] {
        let read = setting.passage.read
        let anchor = setting.draft.anchor
        let head = read.tree.head(of: tokens)
        let path = read.tree.path(from: anchor, to: head)
        let gap = gap(tokens)
        let distance = gap.count
        return [
            Trait.way(path), Trait.turn(path), Int32(min(path?.length ?? 9, 9)),
            Trait.bit(tokens.upperBound <= anchor), Int32(min(distance, 20)),
            Trait.bit(isInClause(option)), CategoryHash.of(read.tree.adposition(of: head)),
            Int32(min(gap.count { read.tokens[$0].kind == .comma }, 4)),
            Int32(
                min(
                    options.count { other in
                        other.tokens.map { self.gap($0).count < distance } ?? false
                    },
                    3
                )
            ),
        ]
    }

    private func endValues(_ tokens: Range<Int>) -> [Int32] {
        let read = setting.passage.read
        let head = read.tree.head(of: tokens)
        return [
            read.tree.heads[head].flatMap { read.tree.tags[$0] }.map { Int32($0.rawValue) } ?? 17,
            Trait.bit(read.tokens[..<tokens.lowerBound].count { $0.kind == .quote } % 2 == 1),
            Int32(min(gap(tokens).count { read.isVerb[$0] }, 3)),
        ]
    }

    private func gap(_ tokens: Range<Int>) -> Range<Int> {
        let anchor = setting.draft.anchor
        if tokens.contains(anchor) { return anchor..<anchor }
        return tokens.upperBound <= anchor
            ? tokens.upperBound..<anchor : (anchor + 1)..<max(anchor + 1, tokens.lowerBound)
    }

    private func isInClause(_ option: DateOption) -> Bool {
        guard let tokens = option.tokens else { return false }
        let clause = setting.passage.clauses.first { $0.tokens.contains(setting.draft.anchor) }
        return clause?.tokens.overlaps(tokens) ?? true
    }

    private var width: Int32 {
        guard let interval = option.interval else { return -1 }
        let days = interval.last.number - interval.first.number
        return days == 0 ? 0 : days < 8 ? 1 : days < 32 ? 2 : days < 367 ? 3 : 4
    }

    /// How long before the publication, in steps; after it, apart.
    private func age(_ option: DateOption) -> Int32 {
        guard let interval = option.interval, let published else { return -1 }
        let days = published.last.number - interval.last.number
        if days < 0 { return 0 }
        let steps = [1, 3, 8, 32, 100, 370, 1100]
        return Int32(1 + (steps.firstIndex { days < $0 } ?? steps.count))
    }
}
