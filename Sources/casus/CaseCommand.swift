import ArgumentParser
import Assessment
import Diplomacy
import Foundation
import Ledger
import Site

/// `casus case`: occasions on which a promise came due.
struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract:
            "Promises that came due: trigger, asked, promised, response, outcome; two verdicts.",
        discussion: """
            Without an argument it lists the cases, with a party those in which it is the promisor or \
            the beneficiary, with the id of a case the whole case.
            """
    )

    @Argument(help: "The id of a case, such as RUS-IRN-2025, or a party: RUS, Russia.")
    var which: String?

    @Flag(help: "Print JSON: one object for a case, one object a line for a list.")
    var json = false

    @Flag(help: "Print every statement of a case, however many.")
    var all = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let ledger = try ledgerOptions.forReading()
        let clocks = clockOptions.clocks
        if let kept = try clocks == .unset ? KeptAnswers(ledger, dataOptions.resources) : nil,
            try answer(kept)
        {
            return
        }
        let assessor = try Assessor(dataOptions.resources)
        let until = try ledger.lastDay(clocks) ?? today()
        let keeper = try AnswerKeeper(ofLarge: ledger, dataOptions.resources)
        if let which, let pair = Self.pair(ofCase: which) {
            let cases =
                try keeper?.cases(between: pair.source, and: pair.target, clocks)
                ?? assessor.cases(
                    between: pair.source,
                    and: pair.target,
                    in: LedgerMaterial.caseStatements(ledger, clocks, pair, assessor),
                    until: until
                )
            let id = which.uppercased()
            let kept = try KeptAnswers(ledger, dataOptions.resources)
            // Finding it in all that is told of two great parties takes longer than the case itself.
            let now =
                try clocks == .unset || kept == nil && keeper != nil
                ? []
                : LedgerMaterial.statements(ofCase: id, pair, ledger, assessor, kept) {
                    try ledger.lastDay(.unset) ?? today()
                }
            guard let then = CaseOnDays(id, among: cases, now: now) else { throw nothing(which) }
            try show(then.found)
            then.change.map { StandardError.write("casus: \(sentence(of: $0, then.found.id))") }
            return
        }
        let party = try which.map { which in
            guard let party = ActorDirectory.code(which) else { throw nothing(which) }
            return party
        }
        let made =
            try json ? nil : MadeText(.cases(party), ledger, clockOptions, dataOptions)
        if let made { return try StandardOutput.answer(made, otherwise: Self.noCase) }
        if let keeper {
            let isFound = try listJSON { try keeper.eachCase(of: party, clocks, $0) }
            if !isFound { throw Self.nothing }
            return
        }
        let statements = try LedgerMaterial.statements(ledger, StatementFilter(clocks: clocks))
        let cases = assessor.cases(in: statements, until: until)
        guard let party else { return try list(cases) }
        let own = cases.filter { $0.promisor == party || $0.beneficiary == party }
        // The lenient rule looks at what other members did, so it needs every case.
        let isPromisor = own.contains { $0.promisor == party }
        try list(own, isPromisor ? Reliability(of: party, in: cases) : nil)
    }

    /// Answers with what a large ledger keeps, if it keeps that.
    private func answer(_ kept: KeptAnswers) throws -> Bool {
        if let which, Self.pair(ofCase: which) != nil {
            if !json, !all, let text = try kept.text("case \(which.uppercased())") {
                try StandardOutput.answer(text)
                StandardError.sayAge(kept)
                return true
            }
            guard let found = try kept.found(which.uppercased())?.found else { return false }
            try show(found)
        } else {
            let words = try which.map { which in
                guard let party = ActorDirectory.code(which) else { throw nothing(which) }
                return "case \(party.rawValue)"
            }
            if json { return try list(kept, which.flatMap(ActorDirectory.code)) }
            guard let text = try kept.text(words ?? "case") else { return false }
            try StandardOutput.answer(text)
        }
        StandardError.sayAge(kept)
        return true
    }

    /// The kept cases as JSON; false where they are not as new as the ledger.
    private func list(_ kept: KeptAnswers, _ party: ActorCode?) throws -> Bool {
        guard kept.areFresh else { return false }
        return try listJSON { visit in _ = try kept.eachCase(of: party, visit) }
    }

    /// Each case on a line, as it is read; false where there are none.
    private func listJSON(_ each: ((AllianceCase) throws -> Void) throws -> Void) throws -> Bool {
        var (output, isFound) = (StandardOutput(), false)
        try each { found in
            isFound = true
            try output.line(try JSON.line(found))
        }
        try output.flush()
        return isFound
    }

    /// The promisor and the beneficiary of `RUS-IRN-2025`.
    private static func pair(ofCase id: String) -> DirectedPair? {
        let parts = id.split(separator: "-").map(String.init)
        guard parts.count >= 2, let promisor = ActorDirectory.code(parts[0]),
            let beneficiary = ActorDirectory.code(parts[1])
        else { return nil }
        return DirectedPair(source: promisor, target: beneficiary)
    }

    private func show(_ found: AllianceCase) throws {
        if json {
            try StandardOutput.answer(try JSON.page(found))
            return
        }
        var page = TextLayout()
        if let scope = clockOptions.sentence { page.paragraph(scope) }
        found.write(
            to: &page,
            Naming(articles: [], party: ActorDirectory.called),
            most: all ? .max : AllianceCase.mostOfStep
        )
        try StandardOutput.answer(page.text)
    }

    private func sentence(of change: CaseOnDays.Change, _ shown: AllianceCase.ID) -> String {
        switch change {
        case .renamed(let id):
            "on these days the case \(id) bears the id \(shown), because an earlier one of its year was not known yet."
        case .other(let id):
            "without these days \(shown) is another case, "
                + (id.map { "which on these days is \($0)." } ?? "of which nothing was known yet.")
        }
    }

    private static let noCase =
        "casus: no case was found. A case needs an attack or a coercion and somebody who "
        + "helped, was asked or had promised, or help that is told as missing."

    private func list(_ cases: [AllianceCase], _ reliability: Reliability? = nil) throws {
        var output = StandardOutput()
        if json {
            for found in cases { try output.line(try JSON.line(found)) }
        } else {
            try output.write(
                AllianceCase.list(
                    cases,
                    scope: clockOptions.sentence,
                    reliability: reliability,
                    name: ActorDirectory.called
                )
            )
        }
        try output.flush()
        if cases.isEmpty { throw Self.nothing }
    }

    private static var nothing: ExitCode {
        StandardError.write(noCase)
        return .nothingFound
    }

    private func nothing(_ which: String) -> ExitCode {
        StandardError.write(
            "casus: '\(which)' is no case of \(ledgerOptions.file.path) on these days. "
                + "'casus case' lists them."
        )
        return .nothingFound
    }
}
