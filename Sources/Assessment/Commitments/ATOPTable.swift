import Diplomacy
package import Foundation
import Text

/// The alliances of a table of ATOP 5 that a user has: `atop5_1a.csv`, an alliance a row, or `atop5_1m.csv`,
/// a member a row.
///
/// The project's terms do not let us ship the data. Needed are the columns `atopid` and either `member` or
/// `mem1`, `mem2`, …; read are also `begyr`, `begmo`, `begday`, `endyr`, `endmo`, `endday`, for members `yrent`,
/// `moent`, `dayent`, `yrexit`, `moexit`, `dayexit`, and the obligations `defense`, `offense`, `neutral`, `nonagg`,
/// `consul`. A year of 0, or a negative one, is none.
package struct ATOPTable: Sendable {
    package struct Problem: Hashable, Sendable {
        package let line: Int
        package let problem: String
        package let cure: String
    }

    /// The ids of its commitments begin so.
    package static let idPrefix = "atop-"

    package private(set) var rows: [RegisterRow] = []
    /// What was left out, counted by the reason.
    package private(set) var leftOut: [String: Int] = [:]
    package private(set) var problems: [Problem] = []

    private let table: SeparatedValues
    private let file: String
    private let codes: COWCodes

    /// One row of the table as the register needs it.
    private struct Member {
        let number: Int
        let parties: [Commitment.Party]
        let obligations: [Commitment.Obligation]
    }

    /// Throws a `TableError` where the file is no table of ATOP.
    package init(_ bytes: Data, file: String, codes: COWCodes) throws {
        table = SeparatedValues(bytes)
        self.file = file
        self.codes = codes
        let isOfMembers = table.columns.contains("member")
        guard table.columns.contains("atopid"), isOfMembers || table.columns.contains("mem1") else {
            throw TableError(
                file: file,
                line: 1,
                problem:
                    "is no table of ATOP: it has no column 'atopid', or neither 'member' nor 'mem1'",
                cure: "Name atop5_1a.csv or atop5_1m.csv of the ATOP project, unchanged."
            )
        }
        var order: [String] = []
        var groups: [String: [SeparatedValues.Row]] = [:]
        for row in table.rows {
            guard let id = Self.number(table.cell("atopid", in: row)).map({ String($0) }) else {
                problems.append(
                    Problem(
                        line: row.line,
                        problem: "has no number in 'atopid'",
                        cure: "Leave the file as the ATOP project publishes it."
                    )
                )
                continue
            }
            if groups[id] == nil { order.append(id) }
            groups[id, default: []].append(row)
        }
        for id in order {
            let found = groups[id] ?? []
            var members: [Member] = []
            for row in found { members += isOfMembers ? member(row) : self.members(row) }
            add(id, members, found)
        }
    }

    // MARK: Members

    private mutating func member(_ row: SeparatedValues.Row) -> [Member] {
        guard let number = Self.number(table.cell("member", in: row)) else {
            problems.append(
                Problem(
                    line: row.line,
                    problem: "has no number in 'member'",
                    cure: "Leave the file as the ATOP project publishes it."
                )
            )
            return []
        }
        return [member(number, row)]
    }

    private func members(_ row: SeparatedValues.Row) -> [Member] {
        table.columns.filter { $0.hasPrefix("mem") && Int($0.dropFirst(3)) != nil }
            .compactMap { Self.number(table.cell($0, in: row)) }
            .filter { $0 > 0 }
            .map { member($0, row) }
    }

    private func member(_ number: Int, _ row: SeparatedValues.Row) -> Member {
        Member(
            number: number,
            parties: codes.parties(
                number,
                entered: date(row, "yrent", "moent", "dayent")
                    ?? date(row, "begyr", "begmo", "begday"),
                left: date(row, "yrexit", "moexit", "dayexit")
                    ?? date(row, "endyr", "endmo", "endday")
            ),
            obligations: Self.obligations.compactMap { column, obligation in
                (Self.number(table.cell(column, in: row)) ?? 0) > 0 ? obligation : nil
            }
        )
    }

    private static let obligations: [(String, Commitment.Obligation)] = [
        ("defense", .defence), ("offense", .offence), ("neutral", .neutrality),
        ("nonagg", .nonAggression), ("consul", .consultation),
    ]

    // MARK: Alliances

    private mutating func add(_ id: String, _ members: [Member], _ found: [SeparatedValues.Row]) {
        let known = members.filter { !$0.parties.isEmpty }
        leftOut(members.count - known.count, "members whose COW number has no ISO code")
        guard Set(known.map(\.number)).count >= 2 else {
            leftOut(1, "alliances with fewer than two members that have an ISO code")
            return
        }
        let owed = Self.obligations.map(\.1).filter { obligation in
            known.contains { $0.obligations.contains(obligation) }
        }
        let row = found[0]
        let words = owed.map { $0.rawValue.lowercased() }.joined(separator: ", ")
        rows.append(
            RegisterRow(
                id: Self.idPrefix + id,
                name: "ATOP alliance \(id)",
                kind: Self.kind(owed, isOfTwo: Set(known.map(\.number)).count == 2),
                parties: known.flatMap(\.parties),
                direction: Self.direction(known, owed),
                began: date(row, "begyr", "begmo", "begday"),
                ended: date(row, "endyr", "endmo", "endday"),
                obligations: owed,
                fact: owed.isEmpty
                    ? "ATOP codes none of its five obligations." : "ATOP codes: \(words).",
                source: "ATOP (Leeds and others 2002), alliance \(id), the user's copy '\(file)'"
            )
        )
    }

    private mutating func leftOut(_ count: Int, _ reason: String) {
        if count > 0 { leftOut[reason, default: 0] += count }
    }

    private static func kind(
        _ owed: [Commitment.Obligation],
        isOfTwo: Bool
    ) -> Commitment.Kind {
        if owed.contains(.defence) { return isOfTwo ? .defencePact : .alliance }
        if owed.contains(.offence) { return .alliance }
        if owed.contains(.neutrality) { return .neutrality }
        if owed.contains(.nonAggression) { return .nonAggression }
        return owed.contains(.consultation) ? .consultation : .partnership
    }

    /// What only some of the members owe, to all of them.
    private static func direction(
        _ members: [Member],
        _ owed: [Commitment.Obligation]
    ) -> String {
        func codes(_ members: [Member]) -> String {
            Set(members.flatMap { $0.parties.map(\.actor.rawValue) }).sorted().joined(
                separator: ","
            )
        }
        return owed.compactMap { obligation -> String? in
            let promisors = members.filter { $0.obligations.contains(obligation) }
            guard promisors.count < members.count else { return nil }
            return "\(codes(promisors))>\(codes(members)):\(obligation.rawValue)"
        }
        .joined(separator: " ")
    }

    // MARK: Cells

    /// A whole number, also one that a program wrote as "1005.0"; nil for anything else.
    private static func number(_ cell: String?) -> Int? {
        guard let cell, let number = Double(cell), number.magnitude < 1_000_000 else { return nil }
        return Int(number)
    }

    /// As exact as the cells are; nil where there is no year.
    private func date(
        _ row: SeparatedValues.Row,
        _ year: String,
        _ month: String,
        _ day: String
    ) -> DayInterval? {
        func number(_ column: String) -> Int { Self.number(table.cell(column, in: row)) ?? 0 }
        guard number(year) > 0 else { return nil }
        if let exact = Day(year: number(year), month: number(month), day: number(day)) {
            return DayInterval(exact)
        }
        let months = 1...12
        return DayInterval(
            year: number(year),
            month: months.contains(number(month)) ? number(month) : nil
        )
    }
}
