import Diplomacy
import Text

/// One line of the register, read and checked.
struct CommitmentRow {
    /// id, name, kind, instrument, parties, direction, signed, from, until, obligations, conditions,
    /// termination, fact, source, uncertain.
    static let columns = 15

    private let row: TableFile.Row
    private let table: TableFile

    init(_ row: TableFile.Row, _ table: TableFile) {
        self.row = row
        self.table = table
    }

    func commitment() throws -> Commitment {
        let parties = try readParties()
        return Commitment(
            id: try filled(0, "id"),
            name: try filled(1, "name"),
            kind: try table.word(Commitment.Kind.self, row, 2, "kind"),
            instrument: try table.word(Commitment.Instrument.self, row, 3, "instrument"),
            parties: parties,
            duties: try readDuties(parties),
            conditions: try readConditions(),
            signed: try date(row.cells[6], "signature"),
            began: try date(row.cells[7], "beginning"),
            ended: try date(row.cells[8], "end"),
            termination: row.cells[11],
            fact: try filled(12, "fact"),
            source: try filled(13, "source"),
            uncertain: row.cells[14].parts(at: " ")
        )
    }

    private func filled(_ column: Int, _ what: String) throws -> String {
        guard !row.cells[column].isEmpty else {
            throw table.error(row, "has no \(what)", cure: "Write it in column \(column + 1).")
        }
        return row.cells[column]
    }

    private func date(_ text: String, _ what: String) throws -> DayInterval? {
        if text.isEmpty { return nil }
        guard let interval = DayInterval(edtf: text) else {
            throw table.error(
                row,
                "'\(text)' is no date (\(what))",
                cure: "Write a day, month or year in EDTF, such as 1994-04-20, 1994-04 or 1994~."
            )
        }
        return interval
    }

    // MARK: Parties

    /// `ARM RUS`, or `ARM// UZB/2006-08-16/2012-12-19` with entry and exit.
    private func readParties() throws -> [Commitment.Party] {
        let parties = try row.cells[4].parts(at: " ").map { item -> Commitment.Party in
            let fields = item.parts(at: "/", keepsEmpty: true)
            guard fields.count == 1 || fields.count == 3 else {
                throw table.error(
                    row,
                    "'\(item)' is no party",
                    cure: "Write 'CODE', or 'CODE/entry/exit' with empty ends where not known."
                )
            }
            return Commitment.Party(
                try actor(fields[0]),
                entered: fields.count == 3 ? try date(fields[1], "entry of \(fields[0])") : nil,
                left: fields.count == 3 ? try date(fields[2], "exit of \(fields[0])") : nil
            )
        }
        guard !parties.isEmpty else {
            throw table.error(row, "has no parties", cure: "Write their codes in column 5.")
        }
        return parties
    }

    private func actor(_ code: String) throws -> ActorCode {
        let actor = ActorCode(code)
        let isCode =
            !code.isEmpty
            && code.utf8.allSatisfy {
                (65...90).contains($0) || (48...57).contains($0) || $0 == 58
            }
        guard isCode else {
            throw table.error(
                row,
                "'\(code)' is no code of a party",
                cure:
                    "Write ISO 3166 alpha-3, IGO: and a name, or a name of the codebook, in capitals."
            )
        }
        return actor
    }

    // MARK: Duties

    private func readDuties(_ parties: [Commitment.Party]) throws -> [Commitment.Duty] {
        let owed = try row.cells[9].parts(at: " ").map(obligation)
        let directed = try row.cells[5].parts(at: " ").flatMap {
            try readDirection($0, parties, owed)
        }
        let named = Set(directed.map(\.obligation))
        return owed.filter { !named.contains($0) }.map { Commitment.Duty($0) } + directed
    }

    private func obligation(_ word: String) throws -> Commitment.Obligation {
        if let obligation = Commitment.Obligation(rawValue: word) { return obligation }
        let words = Commitment.Obligation.allCases.map(\.rawValue)
        let meant = nearest(to: word, among: words).map { "Did you mean '\($0)'? " } ?? ""
        throw table.error(
            row,
            "unknown obligation '\(word)'",
            cure: "\(meant)Known are \(words.joined(separator: ", "))."
        )
    }

    /// `USA>JPN,KOR:DEFENSE,UMBRELLA`; `*` is any state that meets the conditions.
    private func readDirection(
        _ item: String,
        _ parties: [Commitment.Party],
        _ owed: [Commitment.Obligation]
    ) throws -> [Commitment.Duty] {
        let sides = item.parts(at: ">", keepsEmpty: true)
        let tail =
            sides.count == 2 ? sides[1].parts(at: ":", keepsEmpty: true) : []
        // A code of an organisation has a colon of its own.
        guard let obligations = tail.last, tail.count >= 2 else {
            throw table.error(
                row,
                "'\(item)' is no direction",
                cure: "Write 'promisor>beneficiary:OBLIGATION,…', several codes with commas."
            )
        }
        let (promisors, all) = (sides[0], tail.dropLast().joined(separator: ":"))
        let by = try promisors.parts(at: ",").map(actor)
        let to = all.parts(at: ",")
        let beneficiaries = try to.filter { $0 != "*" }.map { try actor($0) }
        if let stranger = by.first(where: { code in !parties.contains { $0.actor == code } }) {
            throw table.error(
                row,
                "'\(stranger.rawValue)' promises and is no party",
                cure: "Name it in column 5 too."
            )
        }
        return try obligations.parts(at: ",").map {
            let obligation = try self.obligation($0)
            guard owed.contains(obligation) else {
                throw table.error(
                    row,
                    "'\(obligation.rawValue)' is owed in column 6 and missing in column 10",
                    cure: "Name every obligation in column 10."
                )
            }
            return Commitment.Duty(
                obligation,
                by: by,
                to: beneficiaries,
                isToAnyState: to.contains("*")
            )
        }
    }

    // MARK: Conditions

    /// `trigger=armed attack; region=Europe`.
    private func readConditions() throws -> [Commitment.Condition] {
        try row.cells[10].parts(at: ";").map { item in
            let sides = item.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1)
            let words = sides.map {
                String(Substring($0)).parts(at: " ").joined(separator: " ")
            }
            guard words.count == 2, let key = Commitment.Condition.Key(rawValue: words[0]) else {
                let keys = Commitment.Condition.Key.allCases.map(\.rawValue)
                throw table.error(
                    row,
                    "'\(item)' is no condition",
                    cure: "Write 'key=words' with one of \(keys.joined(separator: ", "))."
                )
            }
            return Commitment.Condition(key, words[1])
        }
    }
}
