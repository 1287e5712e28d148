import Diplomacy
import Foundation
import Text

/// Dates an article by what it says of itself, and gives the reasons.
///
/// Only a declaration dates it: the row's or page's own field, a stamp in a line of its own near the
/// top, the address. The age in a sidebar ("4 hours ago") and the date of a teaser are no reasons.
struct PublicationDater: Sendable {
    private let months: [String: Int]
    /// "Posted", "Опубліковано": the date behind such a word is that of publication.
    private let labels: Set<String>

    /// A stamp stands near the headline: within the first blocks of the page.
    private static let blocksWithStamp = 14
    /// A line with a stamp says little else.
    private static let longestStamp = 90
    /// "Posted by the news desk on …": words beside the date of a stamp.
    private static let wordsBesideDate = 6
    /// "Published on 5 March 2021.": words beside the date where the line ends as a sentence.
    private static let wordsOfSentenceStamp = 3

    init(_ folder: URL) throws {
        let table = try TableFile(folder.appending(path: "months.tsv"), columns: 2)
        var months: [String: Int] = [:]
        for row in table.rows {
            for word in row.cells[1].split(separator: " ") {
                months[String(word)] = Int(row.cells[0])
            }
        }
        self.months = months
        let words = try TableFile(folder.appending(path: "stamp-labels.tsv"), columns: 2)
        labels = Set(words.rows.map { $0.cells[1] })
    }

    /// The publication, and which blocks are stamps.
    ///
    /// `isTeaser` tells a line that names another post.
    func date(
        _ blocks: [RawBlock],
        declared: String?,
        meta: [(name: String, value: String)],
        address: String?,
        isTeaser: (RawBlock) -> Bool
    ) -> (publication: Publication, stamps: Set<Int>) {
        var reasons: [String] = []
        var stamps: Set<Int> = []
        var candidates: [DayInterval] = []
        if let declared, let interval = Self.interval(declared) {
            candidates.append(interval)
            reasons.append("declared: '\(declared)'")
        }
        for field in meta {
            guard let interval = Self.interval(field.value) else { continue }
            candidates.append(interval)
            reasons.append("the page's \(field.name) '\(field.value)'")
        }
        var ambiguous: [(Day, Day)] = []
        for (place, block) in blocks.enumerated() where block.words.count <= Self.longestStamp {
            guard place < Self.blocksWithStamp, block.discard == nil || block.discard == .byline,
                !isTeaser(block), let found = stamp(in: block.words)
            else { continue }
            stamps.insert(place)
            switch found {
            case .certain(let day):
                candidates.append(DayInterval(day))
                reasons.append("stamp '\(block.words)'")
            case .either(let dayFirst, let monthFirst):
                ambiguous.append((dayFirst, monthFirst))
            }
        }
        if let address, let day = Self.day(inAddress: address) {
            candidates.append(DayInterval(day))
            reasons.append("the address")
        }
        for (dayFirst, monthFirst) in ambiguous {
            let confirmed = [dayFirst, monthFirst].first { day in
                candidates.contains { $0.contains(day) }
            }
            if let confirmed {
                reasons.append("stamp read as \(confirmed), which another date confirms")
            } else if candidates.isEmpty {
                let pair = [dayFirst, monthFirst].sorted()
                candidates.append(DayInterval(first: pair[0], last: pair[1]))
                reasons.append("stamp that is \(pair[0]) or \(pair[1])")
            }
        }
        guard let first = candidates.first else {
            return (Publication(interval: nil, reasons: ["nothing on the page dates it"]), stamps)
        }
        return (Publication(interval: first, reasons: reasons), stamps)
    }

    /// An EDTF date, or an ISO date and time cut at its day.
    private static func interval(_ text: String) -> DayInterval? {
        DayInterval(edtf: text) ?? DayInterval(edtf: String(text.prefix(10)))
    }

    // MARK: Stamps

    private enum Found {
        case certain(Day)
        /// Day first, month first.
        case either(Day, Day)
    }

    /// A date in a line that holds little else; a line with bars is looked through part by part.
    ///
    /// `16.01.2026, 23:32`, `Created: 01/11/2023 11:10 am`, `2023-01-11T10:19:38Z`,
    /// `12 січня 2024`, `January 12, 2024`.
    private func stamp(in words: String) -> Found? {
        words.split { $0 == "|" || $0 == "·" }.lazy.compactMap { stamp(inPart: String($0)) }.first
    }

    private func stamp(inPart words: String) -> Found? {
        // A pair of numbers with a colon is a time: "07 березня, 11:05 2025 року" is no day of May.
        let words = words.replacing(/[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?/, with: "0")
        let fields = words.split { !($0.isLetter || $0.isNumber) }.map(String.init)
        guard fields.count <= 14 else { return nil }
        for place in fields.indices {
            if let found = numeric(fields, place, words) ?? named(fields, place) {
                let isSentence = words.hasSuffix(".")
                let isStamp =
                    isLabelled(fields, place) || isMostlyDate(fields, isSentence: isSentence)
                return isStamp ? found : nil
            }
        }
        return nil
    }

    private func numeric(_ fields: [String], _ place: Int, _ words: String) -> Found? {
        guard place + 2 < fields.count, let first = Int(fields[place]),
            let second = Int(fields[place + 1])
        else { return nil }
        let third = fields[place + 2].prefix { $0.isNumber }
        guard let last = Int(third) else { return nil }
        if fields[place].count == 4, (1990...2099).contains(first), third.count == 2 {
            return Day(year: first, month: second, day: last).map(Found.certain)
        }
        // "12.01.26": points and a short year.
        if third.count == 2, words.contains("\(fields[place]).\(fields[place + 1]).\(third)") {
            return Day(year: 2000 + last, month: second, day: first).map(Found.certain)
        }
        guard third.count == 4, (1990...2099).contains(last) else { return nil }
        let dayFirst = Day(year: last, month: second, day: first)
        let monthFirst = Day(year: last, month: first, day: second)
        // Points are for days first; a clock with am and pm for months first.
        if words.contains("\(fields[place]).\(fields[place + 1])") {
            return dayFirst.map(Found.certain)
        }
        if Self.hasHalfDay(fields[(place + 3)...]), let monthFirst { return .certain(monthFirst) }
        switch (dayFirst, monthFirst) {
        case (let day?, let month?): return day == month ? .certain(day) : .either(day, month)
        case (let day?, nil), (nil, let day?): return .certain(day)
        case (nil, nil): return nil
        }
    }

    /// `11`, `10`, `am` or `10am`: the German word *am* follows no clock.
    private static func hasHalfDay(_ fields: ArraySlice<String>) -> Bool {
        var afterNumber = false
        for field in fields {
            let letters = field.drop { $0.isNumber }
            if letters == "am" || letters == "pm", afterNumber || letters.count < field.count {
                return true
            }
            afterNumber = letters.isEmpty
        }
        return false
    }

    private func named(_ fields: [String], _ place: Int) -> Found? {
        guard let month = months[fields[place]] else { return nil }
        let around = [place - 1, place + 1].filter { fields.indices.contains($0) }
        let after = [place + 1, place + 2].filter { fields.indices.contains($0) }
        let days = around.compactMap { Self.ordinal(fields[$0]) }.filter { (1...31).contains($0) }
        let years = after.compactMap { Int(fields[$0]) }.filter { (1990...2099).contains($0) }
        guard let day = days.first, let year = years.first else { return nil }
        return Day(year: year, month: month, day: day).map(Found.certain)
    }

    /// `12`, `12th`.
    private static func ordinal(_ field: String) -> Int? {
        let digits = field.prefix { $0.isNumber }
        return digits.count <= 2 ? Int(digits) : nil
    }

    /// Whether a label stands right before the date, or with one small word between: "Posted on", "veröffentlicht am";
    /// a day may stand before its month.
    private func isLabelled(_ fields: [String], _ place: Int) -> Bool {
        fields[max(0, place - 3)..<place].contains { labels.contains($0.lowercased()) }
    }

    /// A headline and a short sentence may hold a date too.
    private func isMostlyDate(_ fields: [String], isSentence: Bool) -> Bool {
        fields.count { field in field.allSatisfy(\.isLetter) && months[field] == nil }
            <= (isSentence ? Self.wordsOfSentenceStamp : Self.wordsBesideDate)
    }

    /// `/2023/01/11/`, `/2023-01-11-`, in an address.
    private static func day(inAddress address: String) -> Day? {
        let fields = address.split { !$0.isNumber }.map(String.init)
        for place in fields.indices where fields[place].count == 4 && place + 2 < fields.count {
            if let year = Int(fields[place]), (1990...2099).contains(year),
                fields[place + 1].count == 2, fields[place + 2].count == 2,
                let month = Int(fields[place + 1]), let day = Int(fields[place + 2])
            {
                return Day(year: year, month: month, day: day)
            }
        }
        return nil
    }
}
