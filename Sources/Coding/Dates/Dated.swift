import Diplomacy
import Language

extension DateReader {
    /// A date of a sentence: where it stands, when it is and how that is known.
    struct Dated: Hashable {
        let tokens: Range<Int>
        let interval: DayInterval
        let reason: String

        /// Whether the text itself gives the year.
        var namesYear: Bool {
            reason == Self.written || reason == Self.year || reason == Self.writtenSeason
        }

        /// Whether the sentence begins with the date and a time.
        func opens(_ read: ReadSentence) -> Bool {
            guard tokens.lowerBound <= 1 else { return false }
            let next = tokens.upperBound..<min(tokens.upperBound + 4, read.tokens.count)
            return next.contains { Self.isHour(read.tokens[$0], parted: ":") }
        }

        /// Whether a sentence begins with an hour: *18:50 China …*, *21.40 Uhr: …*.
        static func opensWithHour(_ read: ReadSentence) -> Bool {
            guard let first = read.tokens.first else { return false }
            // *10.12 the envoys met* may be a day of a month.
            let isClosed = read.tokens.dropFirst().prefix(2).contains {
                [":", "."].contains($0.folded)
            }
            return isHour(first, parted: ":") || isClosed && isHour(first, parted: ".")
        }

        private static func isHour(_ token: Token, parted mark: Character) -> Bool {
            let parts = token.folded.split(separator: mark)
            guard token.kind == .number, parts.count == 2, parts[1].count == 2,
                let hour = Int(parts[0]), let minute = Int(parts[1])
            else { return false }
            return (0..<24).contains(hour) && (0..<60).contains(minute)
        }

        static let written = "date in the text"
        static let event = "named event"
        static let counted = "counted from the date told before"
        static let year = "year in the text"
        static let writtenSeason = "season in the text"
        /// What the text dates itself is not dated by these too.
        static let weakBesideOthers: Set<String> = [event, counted]
    }
}
