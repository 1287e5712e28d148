import ArgumentParser
import Assessment
import Coding
import Diplomacy
import Foundation
import Ledger
import Reading
import Text

/// `casus doctor`: finds what is wrong with an installation or a ledger, and says the cure.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the program's files, each language, the ledger and the disk."
    )

    @OptionGroup var ledgerOptions: LedgerOptions
    @OptionGroup var dataOptions: DataOptions

    mutating func run() async throws {
        var report = Report()
        report.well("casus", "\(Release.version), coder \(NewsCoder.version)")
        report.well("system", ProcessInfo.processInfo.operatingSystemVersionString)
        checkFolders(&report)
        checkLanguages(&report)
        checkLedger(&report)
        checkDisk(&report)
        try StandardOutput.answer(report.page.text)
        if report.troubles > 0 { throw ExitCode.troubled }
    }

    /// The lines of the answer.
    private struct Report {
        var page = TextLayout()
        var troubles = 0

        mutating func well(_ what: String, _ words: String) {
            page.row("ok     \(what)", words, column: 24)
        }

        mutating func wrong(_ what: String, _ words: String) {
            troubles += 1
            page.row("WRONG  \(what)", words, column: 24)
        }
    }

    private func checkFolders(_ report: inout Report) {
        let folders = [
            ("Lexicons", "Coding"), ("Languages", "Language"), ("Clutter", "Reading"),
            ("Assets", "Site"),
        ]
        for (folder, target) in folders {
            do {
                let place = try dataOptions.resources.url(folder, of: target)
                report.well(folder.lowercased(), place.standardizedFileURL.path)
            } catch {
                report.wrong(folder.lowercased(), "\(error)")
            }
        }
    }

    /// A sentence in each language, and what must be found in it.
    private static let probes: [(language: String, text: String)] = [
        ("de", "Russland hat Armenien im Stich gelassen. Deutschland lieferte der Ukraine Waffen."),
        ("en", "Russia refused to help Armenia. The United States gave weapons to Ukraine."),
        ("ru", "Россия не помогла Армении. Германия передала Украине оружие."),
        ("uk", "Росія не допомогла Вірменії. Німеччина передала Україні зброю."),
    ]

    private func checkLanguages(_ report: inout Report) {
        let start = ContinuousClock.now
        let coder: NewsCoder
        do {
            coder = try NewsCoder(dataOptions.resources)
        } catch {
            return report.wrong("languages", "\(error)")
        }
        let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
        report.well("loading", "all lexicons in \(milliseconds) ms")
        for probe in Self.probes {
            let name = LanguageName.of(probe.language)
            let document = SourceDocument(
                name: "probe",
                place: "the probe in \(name)",
                text: probe.text,
                content: .plain,
                declared: .init(language: probe.language)
            )
            do {
                let count = try coder.code(document).statements.count
                if count > 0 {
                    report.well(name, "\(counted(count, "statement")) found in two sentences")
                } else {
                    report.wrong(
                        name,
                        "nothing found in two plain sentences; the lexicon is not whole. Install the data files again."
                    )
                }
            } catch {
                report.wrong(name, "\(error)")
            }
        }
    }

    private func checkLedger(_ report: inout Report) {
        let file = ledgerOptions.file
        guard FileManager.default.fileExists(atPath: file.path) else {
            return report.well("ledger", "\(file.path): not there yet; 'casus read' makes it")
        }
        do {
            let ledger = try ledgerOptions.forWriting(dataOptions.resources)
            let problems = try ledger.check()
            let counts = try ledger.counts()
            for problem in problems {
                report.wrong(
                    "ledger",
                    "\(problem) Restore a copy, or read the articles again into a new ledger."
                )
            }
            if problems.isEmpty {
                report.well(
                    "ledger",
                    "\(file.path): \(counted(counts.articles, "article")), "
                        + "\(counted(counts.statements, "statement")), \(counted(counts.skips, "source")) skipped"
                )
            }
        } catch {
            report.wrong("ledger", "\(error)")
        }
    }

    /// A ledger takes about ten times the space of its articles; less than this fills up in a day.
    private static let leastSpace = 200 << 20

    private func checkDisk(_ report: inout Report) {
        var folder = ledgerOptions.file.deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.path), folder.pathComponents.count > 1
        {
            folder.deleteLastPathComponent()
        }
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.intValue else {
            return report.wrong("disk", "\(folder.path): the free space cannot be asked for")
        }
        if free < Self.leastSpace {
            report.wrong(
                "disk",
                "\(free >> 20) MB free at \(folder.path). Make room, or name a ledger elsewhere with --ledger."
            )
        } else {
            report.well("disk", "\(free >> 20) MB free at \(folder.path)")
        }
    }
}
