import Diplomacy
import Foundation
import Language
import Text

/// Who led what, from when to when, and how the press of each language writes the names.
struct LeaderBook: Sendable {
    struct Term: Hashable, Sendable {
        let state: ActorCode
        let role: String
        let first: Day
        /// Nil while in office.
        let last: Day?
    }

    struct Person: Hashable, Sendable {
        /// As the English press writes it.
        let name: String
        var terms: [Term]
    }

    struct WrittenName: Sendable {
        let person: Int
        let words: [Token]
        let isSurnameOnly: Bool
    }

    private(set) var people: [Person] = []
    private var spellings: [[String: Set<String>]] = []
    private static let languages = ["en", "uk", "ru", "de"]

    /// Reads every `leaders*.tsv` of `folder`.
    init(_ folder: URL) throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: nil
        )
        .filter { $0.lastPathComponent.hasPrefix("leaders") && $0.pathExtension == "tsv" }
        .sorted { $0.path < $1.path }
        var places: [String: Int] = [:]
        for file in files {
            let table = try TableFile(file, columns: 8)
            for row in table.rows { try add(row, of: table, &places) }
        }
    }

    private mutating func add(
        _ row: TableFile.Row,
        of table: TableFile,
        _ places: inout [String: Int]
    ) throws {
        let cells = row.cells
        guard let first = DayInterval(edtf: cells[2])?.first else {
            throw table.error(
                row,
                "'\(cells[2])' is no EDTF date",
                cure: "Write 2024-02-29, 2024-02 or 2024."
            )
        }
        let last = DayInterval(edtf: cells[3])?.last
        guard last != nil || cells[3] == ".." else {
            throw table.error(
                row,
                "'\(cells[3])' is no EDTF date",
                cure: "Write a date, or '..' while in office."
            )
        }
        // The first English spelling names the person across terms and files.
        let key = Self.plain(cells[4].split(separator: ";").first.map(String.init) ?? cells[4])
        let place = places[key] ?? people.count
        if place == people.count {
            places[key] = place
            people.append(Person(name: key, terms: []))
            spellings.append([:])
        }
        people[place].terms.append(
            Term(state: ActorCode(cells[0]), role: cells[1], first: first, last: last)
        )
        for (language, cell) in zip(Self.languages, cells[4...]) {
            for name in cell.split(separator: ";") {
                spellings[place][language, default: []].insert(
                    name.trimmingCharacters(in: .whitespaces)
                )
            }
        }
    }

    /// The names of everybody in a language: each spelling whole, and its surname alone.
    func names(in language: String) -> [WrittenName] {
        var result: [WrittenName] = []
        for (person, byLanguage) in spellings.enumerated() {
            var surnames: Set<String> = []
            for spelling in (byLanguage[language] ?? []).sorted() {
                let full = Tokenizer.tokens(of: Self.plain(spelling))
                let surname = Self.surname(of: spelling)
                if full.count > 1, Self.plain(spelling) != surname {
                    result.append(WrittenName(person: person, words: full, isSurnameOnly: false))
                }
                surnames.insert(surname)
            }
            for surname in surnames.sorted() {
                let words = Tokenizer.tokens(of: surname)
                let isWhole = words.count > 1
                result.append(WrittenName(person: person, words: words, isSurnameOnly: !isWhole))
            }
        }
        return result
    }

    /// The part in brackets, or the last word.
    private static func surname(of spelling: String) -> String {
        if let open = spelling.firstIndex(of: "["), let close = spelling.lastIndex(of: "]"),
            open < close
        {
            return String(spelling[spelling.index(after: open)..<close])
        }
        return spelling.split(separator: " ").last.map(String.init) ?? spelling
    }

    private static func plain(_ spelling: String) -> String {
        let brackets: [UInt8] = [UInt8(ascii: "["), UInt8(ascii: "]")]
        return String(decoding: spelling.utf8.filter { !brackets.contains($0) }, as: UTF8.self)
    }
}

extension LeaderBook {
    struct Office: Sendable {
        let term: Term
        let isInOffice: Bool
    }

    /// What `person` led on `day`; else what they led last before it, as one out of office; else
    /// what they will lead first.
    func office(of person: Int, on day: Day) -> Office? {
        let terms = people[person].terms
        let rank = ["supreme leader": 0, "head of state": 1, "head of government": 2]
        let current = terms.filter { $0.first <= day && day <= ($0.last ?? day) }
            .min { (rank[$0.role] ?? 3) < (rank[$1.role] ?? 3) }
        if let current { return Office(term: current, isInOffice: true) }
        let past = terms.filter { ($0.last ?? day) < day }
            .max { ($0.last ?? day) < ($1.last ?? day) }
        let next = terms.min { $0.first < $1.first }
        return (past ?? next).map { Office(term: $0, isInOffice: false) }
    }

    /// The terms of `name`, as the book writes it, in which they led `state` in a role that a text may call so.
    func terms(of name: String, _ role: Diplomacy.Person.Role, of state: ActorCode) -> [Term] {
        let roles: Set<String>
        switch role {
        case .headOfState, .headOfGovernment, .leader:
            roles = ["supreme leader", "head of state", "head of government", "leader"]
        case .foreignMinister: roles = ["foreign minister"]
        case .defenceMinister: roles = ["defence minister"]
        default: return []
        }
        return people.first { $0.name == name }?.terms
            .filter { $0.state == state && roles.contains($0.role) } ?? []
    }
}
