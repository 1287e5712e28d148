package import Foundation

/// What Casus cannot show yet of the acceptance list: `known-gaps.txt` beside the acceptance tests, a
/// line for each with its id and the reason; `#` begins a comment.
///
/// The list is true by force: a gap that closes fails its test until its line is taken off.
package struct KnownGaps: Sendable {
    /// The reason by the id of the check.
    package let reasons: [String: String]
    /// Lines that give no reason, and ids that stand there twice.
    package let mistakes: [String]

    /// The list of the package at `root`.
    package init(root: URL) throws {
        let url = root.appending(path: "Tests/AcceptanceTests/known-gaps.txt")
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            throw ScoringError(
                place: url.path,
                problem: "cannot be read as UTF-8",
                cure: "Take it from the last commit."
            )
        }
        self.init(text)
    }

    package init(_ text: String) {
        var reasons: [String: String] = [:]
        var mistakes: [String] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ", maxSplits: 1)
            let id = parts.first.map(String.init) ?? ""
            let reason = parts.dropFirst().first?.drop { $0 == " " } ?? ""
            if reason.isEmpty || reasons[id] != nil {
                mistakes.append(String(line))
            } else {
                reasons[id] = String(reason)
            }
        }
        self.reasons = reasons
        self.mistakes = mistakes
    }

    /// The listed ids that these findings show all the same: their lines are to be taken off.
    package func closed(by findings: [(check: AcceptanceCheck, finding: Finding)]) -> [String] {
        findings.filter { $0.finding.isShown && reasons[$0.check.id] != nil }.map(\.check.id)
    }

    /// The ids that these findings do not show and that are not listed: what was lost.
    package func lost(by findings: [(check: AcceptanceCheck, finding: Finding)]) -> [String] {
        findings.filter { !$0.finding.isShown && reasons[$0.check.id] == nil }.map(\.check.id)
    }
}
