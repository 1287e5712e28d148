/// When two codings of one statement agree on a field, by the rules of `score_statements.py`.
enum FieldAgreement {
    /// The shortest run of letters and digits that counts as a word.
    private static let shortestWord = 3

    /// The two chains share a word; no chain means the author.
    static func speakers(_ coded: [String]?, _ gold: [String]) -> Bool {
        let voices = coded.flatMap { $0.isEmpty ? nil : $0 } ?? ["author"]
        return !words(voices).isDisjoint(with: words(gold))
    }

    /// The quotes share a word.
    static func quotes(_ coded: String?, _ gold: String) -> Bool {
        !words([coded ?? ""]).isDisjoint(with: words([gold]))
    }

    /// Neither has a date, or one interval contains the other.
    static func dates(_ coded: String?, _ gold: String?) -> Bool {
        let dates = [coded, gold].map { $0.flatMap { $0.isEmpty ? nil : $0 } }
        if dates[0] == nil, dates[1] == nil { return true }
        guard let left = dates[0].flatMap(bounds), let right = dates[1].flatMap(bounds)
        else { return false }
        return (right.first <= left.first && left.last <= right.last)
            || (left.first <= right.first && right.last <= left.last)
    }

    /// The first and the last day of an EDTF day, month, year or interval, as comparable strings;
    /// every month ends on its 31st, as in the script.
    ///
    /// Nil for anything else.
    private static func bounds(_ date: String) -> (first: String, last: String)? {
        let parts = date.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.filter { !"?~%".contains($0) } }
        guard parts.allSatisfy(isDay), let first = parts.first, let last = parts.last
        else { return nil }
        func filled(_ text: String, _ pattern: String) -> String {
            text + pattern.dropFirst(text.count - 4)
        }
        return (filled(first, "-01-01"), filled(last, "-12-31"))
    }

    /// `2025`, `2025-06` or `2025-06-13`.
    private static func isDay(_ text: String) -> Bool {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        return (1...3).contains(fields.count)
            && zip(fields, widths).allSatisfy { field, width in
                field.count == width && field.unicodeScalars.allSatisfy(isDecimal)
            }
    }

    private static func isDecimal(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .decimalNumber
    }

    /// The runs of at least three word characters in lower case.
    ///
    /// As in Python's `\w`, a combining mark ends a word.
    static func words(_ texts: [String]) -> Set<String> {
        var words: Set<String> = []
        for text in texts {
            let runs = text.lowercased().unicodeScalars.split { !isWordCharacter($0) }
            for run in runs where run.count >= shortestWord {
                words.insert(String(String.UnicodeScalarView(run)))
            }
        }
        return words
    }

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            true
        default:
            scalar == "_" || scalar.properties.numericType != nil
        }
    }
}
