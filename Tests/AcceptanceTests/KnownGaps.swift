import Foundation

/// What Casus cannot show yet: `known-gaps.txt`, a line for each, with the reason.
///
/// A gap that closes fails its test until its line is taken off, so the list is always true.
struct KnownGaps {
    /// The reason by the id of the check.
    let reasons: [String: String]
    /// Lines that say no more than an id, and ids that stand there twice.
    let mistakes: [String]

    static let all = KnownGaps(file: #filePath)

    private init(file: String) {
        let url = URL(filePath: file).deletingLastPathComponent().appending(path: "known-gaps.txt")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        var reasons: [String: String] = [:]
        var mistakes = text.isEmpty ? ["known-gaps.txt cannot be read"] : []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard parts.count == 2, reasons[parts[0]] == nil else {
                mistakes.append(String(line))
                continue
            }
            reasons[parts[0]] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        self.reasons = reasons
        self.mistakes = mistakes
    }
}
