import ArgumentParser
import Assessment
import Diplomacy
import Ledger
import Site

/// `casus brief`: the first question, who stands how to whom.
struct BriefCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract: "Who stands how to whom: promised, came, did not come, disputed, left out."
    )

    @Argument(help: "A party to both sides of which the brief keeps: RUS, Russia, NATO.")
    var actor: Party?

    @Flag(help: "Print everything, however long.")
    var all = false

    @Flag(help: "Print the brief as JSON, always whole.")
    var json = false

    @OptionGroup var clockOptions: ClockOptions
    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        let ledger = try ledgerOptions.forReading()
        let isUsual = !json && !all && clockOptions.clocks == .unset
        if isUsual, let kept = try KeptAnswers(ledger, dataOptions.resources),
            let text = try kept.text("brief\(actor.map { " \($0.code.rawValue)" } ?? "")")
        {
            try StandardOutput.answer(text)
            StandardError.sayAge(kept)
            return
        }
        let made =
            try json || all ? nil : MadeText(.brief(actor?.code), ledger, clockOptions, dataOptions)
        if let made { return try StandardOutput.answer(made) }
        if let keeper = try AnswerKeeper(ofLarge: ledger, dataOptions.resources) {
            var output = StandardOutput()
            let form = json ? AnswerKeeper.Form.json : .text(scope: clockOptions.sentence)
            let isTold = try keeper.writeBrief(of: actor?.code, clockOptions.clocks, as: form) {
                try output.write($0)
            }
            if json { try output.write("\n") }
            try output.flush()
            if !isTold { throw ExitCode.nothingFound }
            return
        }
        let material = try LedgerMaterial.read(ledger, clockOptions.clocks)
        let assessor = try Assessor(dataOptions.resources)
        let brief = Brief(of: material, actor: actor?.code, register: assessor.register)
        let judgement = BriefJudgement(
            of: actor?.code,
            in: material.statements,
            until: try ledger.lastDay(clockOptions.clocks) ?? today(),
            assessor: assessor
        )
        if json {
            try StandardOutput.answer(try JSON.page(Judged(brief, judgement)))
        } else {
            let text = BriefText(
                brief,
                scope: clockOptions.sentence,
                limits: all ? .none : .init(),
                judgement: judgement,
                name: ActorDirectory.called
            )
            try StandardOutput.answer(text.text)
        }
        if brief.read.statementCount == 0 { throw ExitCode.nothingFound }
    }
}
