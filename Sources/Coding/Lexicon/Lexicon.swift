import Diplomacy
import Foundation
import Language
import Text

/// Everything Casus knows of the words of one language.
struct Lexicon: Sendable {
    let language: String
    let senses: [Sense]
    let index: PatternIndex
    let traits: Traits
    let names: NameBook
    let meanings: Meanings

    /// Reads the files of `folder` (see `Documentation/lexicons.md`), the names of the leaders and what parties are called.
    init(
        language: String,
        folder: URL,
        leaders: LeaderBook,
        epithets: EpithetBook = .none,
        meanings: Meanings = .none
    ) throws {
        var builder = try LexiconBuilder(
            endings: Endings(folder.appending(path: "endings.tsv")),
            folder: folder
        )
        try builder.addActors()
        try builder.addActs()
        try builder.addEchoes()
        try builder.addTies()
        try builder.addChannels()
        try builder.addGovernors()
        try builder.addSpeech()
        try builder.addVoices()
        try builder.addFunctionWords()
        try builder.addDates()
        try builder.addRoles()
        try builder.addReasons()
        try builder.addEpithets(epithets)
        builder.addLeaders(leaders.names(in: language))
        self.language = language
        senses = builder.senses
        index = builder.index
        traits = try Traits(folder.appending(path: "traits.tsv"))
        names = try NameBook(folder)
        self.meanings = meanings
    }

    /// A lexicon made by hand, for tests.
    init(
        language: String,
        senses: [Sense],
        index: PatternIndex,
        traits: Traits
    ) {
        self.traits = traits
        names = .asWritten
        meanings = .none
        self.language = language
        self.senses = senses
        self.index = index
    }
}

/// Fills a lexicon file by file; every error names the file, the line and the cure.
struct LexiconBuilder {
    private(set) var senses: [Sense] = []
    private(set) var index: PatternIndex
    private let endings: Endings
    private let folder: URL

    init(endings: Endings, folder: URL) {
        self.endings = endings
        self.folder = folder
        index = PatternIndex(endings: endings)
    }

    mutating func add(_ pattern: Pattern, _ sense: Sense) {
        index.insert(pattern, value: senses.count)
        senses.append(sense)
    }

    mutating func addActors() throws {
        let table = try self.table("actors.tsv", columns: 3)
        for row in table.rows {
            let role: ActorRole = try value(row.cells[1], "role", row, table)
            add(try pattern(row.cells[2], row, table), .actor(ActorCode(row.cells[0]), role))
        }
    }

    mutating func addActs() throws {
        let table = try self.table("acts.tsv", columns: 8)
        for row in table.rows {
            let form: ActFrame.Form = try value(row.cells[1], "part of speech", row, table)
            let act: Act = try value(row.cells[2], "act", row, table)
            let polarity: Polarity = try value(row.cells[3], "polarity", row, table)
            let kind: SupportKind? =
                row.cells[4].isEmpty ? nil : try value(row.cells[4], "kind of support", row, table)
            let frame = ActFrame(
                form: form,
                act: act,
                polarity: polarity,
                kind: kind,
                source: Self.slots(row.cells[5]),
                target: Self.slots(row.cells[6]),
                condition: ActFrame.Condition(sense: row.cells[7])
            )
            add(try pattern(row.cells[0], row, table), .act(frame))
        }
    }

    /// Words that take an act up again; which one is known only in the text (`ReadSentence.takingUp`).
    mutating func addEchoes() throws {
        let table = try self.table("echoes.tsv", columns: 4)
        for row in table.rows {
            let polarity: Polarity = try value(row.cells[1], "polarity", row, table)
            let place: EchoPlace = try value(row.cells[2], "place", row, table)
            let frame = ActFrame(
                form: .phrase,
                act: .support,
                polarity: polarity,
                kind: nil,
                source: [.subject],
                target: [],
                condition: place == .last ? [.hint, .echo, .last] : [.hint, .echo]
            )
            add(try pattern(row.cells[0], row, table), .act(frame))
        }
    }

    mutating func addGovernors() throws {
        let table = try self.table("governors.tsv", columns: 3)
        for row in table.rows {
            let effect: Governor = try value(row.cells[1], "effect", row, table)
            add(try pattern(row.cells[0], row, table), .governor(effect))
        }
    }

    mutating func addSpeech() throws {
        let table = try self.table("speech.tsv", columns: 4)
        for row in table.rows {
            let form: SpeechCue.Form = try value(row.cells[1], "part of speech", row, table)
            let modality: Modality = try value(row.cells[2], "modality", row, table)
            add(
                try pattern(row.cells[0], row, table),
                .speech(SpeechCue(form: form, modality: modality))
            )
        }
    }

    mutating func addVoices() throws {
        let table = try self.table("voices.tsv", columns: 2)
        for row in table.rows {
            let kind: VoiceKind = try value(row.cells[1], "kind", row, table)
            add(try pattern(row.cells[0], row, table), .voice(kind))
        }
    }

    mutating func addFunctionWords() throws {
        let table = try self.table("function-words.tsv", columns: 2)
        for row in table.rows {
            let category: FunctionWord = try value(row.cells[0], "category", row, table)
            add(try pattern(row.cells[1], row, table), .function(category))
        }
    }

    mutating func addDates() throws {
        let table = try self.table("dates.tsv", columns: 3)
        for row in table.rows {
            guard let word = Self.dateWord(row.cells[1], row.cells[2]) else {
                throw table.error(
                    row,
                    "unknown date '\(row.cells[1]) \(row.cells[2])'",
                    cure: "See dates.tsv in Documentation/lexicons.md."
                )
            }
            add(try pattern(row.cells[0], row, table), .date(word))
        }
    }

    /// People decline by the class `surname` where the language has one.
    mutating func addLeaders(_ names: [LeaderBook.WrittenName]) {
        let declines = endings.hasClass("surname")
        for name in names {
            let words = name.words.map { Self.word($0, declines: declines) }
            add(
                Pattern(words: words),
                .person(PersonName(person: name.person, isSurnameOnly: name.isSurnameOnly))
            )
        }
    }

    /// A name's word: what is left without its last vowel, й or ь takes every ending of a surname.
    private static func word(_ token: Token, declines: Bool) -> WordPattern {
        let capital: WordPattern.Capital = token.isCapitalised ? .first : .any
        let form = token.folded
        guard declines, form.count > 3 else {
            return WordPattern(form: .exact(form), capital: capital)
        }
        var stem = form[...]
        if stem.hasSuffix("ий") || stem.hasSuffix("ый") || stem.hasSuffix("ой") {
            stem = stem.dropLast(2)
        } else if let last = stem.last, "аяоейьі".contains(last) {
            stem = stem.dropLast()
        }
        return WordPattern(form: .stems([String(stem)], ending: "surname"), capital: capital)
    }

    func table(_ name: String, columns: Int) throws -> TableFile {
        try TableFile(folder.appending(path: name), columns: columns)
    }

    func pattern(_ text: String, _ row: TableFile.Row, _ table: TableFile) throws -> Pattern {
        let pattern = Pattern(text)
        guard !pattern.words.isEmpty else {
            throw table.error(row, "empty pattern", cure: "Write at least one word.")
        }
        for case .stems(_, let ending) in pattern.words.map(\.form) where !endings.hasClass(ending)
        {
            throw table.error(
                row,
                "unknown class of endings '\(ending)'",
                cure: hint(ending, endings.classNames)
            )
        }
        return pattern
    }

    func value<Value: RawRepresentable & CaseIterable>(
        _ word: String,
        _ what: String,
        _ row: TableFile.Row,
        _ table: TableFile
    ) throws -> Value where Value.RawValue == String {
        guard let value = Value(rawValue: word) else {
            throw table.error(
                row,
                "unknown \(what) '\(word)'",
                cure: hint(word, Value.allCases.map(\.rawValue))
            )
        }
        return value
    }

    private static func slots(_ cell: String) -> [Slot] {
        cell.utf8.split(separator: UInt8(ascii: ",")).map { Slot(String(Substring($0))) }
    }

    private static func dateWord(_ kind: String, _ value: String) -> DateWord? {
        let word: DateWord? =
            switch kind {
            case "month": Int(value).map(DateWord.month)
            case "weekday": Int(value).map(DateWord.weekday)
            case "weekday-next": Int(value).map(DateWord.nextWeekday)
            case "day": Int(value).map(DateWord.day)
            case "week": Int(value).map(DateWord.week)
            case "month-relative": Int(value).map(DateWord.monthRelative)
            case "year-relative": Int(value).map(DateWord.yearRelative)
            case "ago": DateWord.AgoUnit(rawValue: value).map(DateWord.ago)
            case "past": DateWord.AgoUnit(rawValue: value).map(DateWord.past)
            case "told-day": Int(value).map { DateWord.told(.day, offset: $0) }
            case "told-week": Int(value).map { DateWord.told(.week, offset: $0) }
            case "told-month": Int(value).map { DateWord.told(.month, offset: $0) }
            case "told-year": Int(value).map { DateWord.told(.year, offset: $0) }
            case "told-date": value == "0" ? .then : nil
            case "days-ago": Int(value).map(DateWord.daysAgo)
            case "end-of-rule": EndOfRule(rawValue: value).map(DateWord.end)
            case "until-now": value == "0" ? .untilNow : nil
            case "later": DateWord.AgoUnit(rawValue: value).map(DateWord.later)
            case "earlier": DateWord.AgoUnit(rawValue: value).map(DateWord.earlier)
            case "number": Int(value).map(DateWord.number)
            case "season": Int(value).map(DateWord.season)
            case "part": DateWord.YearPart(rawValue: value).map(DateWord.part)
            // What goes on is dated by its beginning.
            case "event":
                DayInterval(edtf: value.hasSuffix("/..") ? String(value.dropLast(3)) : value)
                    .map(DateWord.event)
            default: nil
            }
        return word
    }
}
