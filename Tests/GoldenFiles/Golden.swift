import Foundation
package import Testing

/// Compares a long text with the file kept for it, in the folder `Golden` beside the test.
///
/// A missing or different file fails; with
/// `RECORD_GOLDEN=1` it is written anew, and the test fails once to say so.
package func expectGolden(
    _ text: String,
    _ name: String,
    beside test: String = #filePath,
    location: SourceLocation = #_sourceLocation
) {
    let file = URL(filePath: test).deletingLastPathComponent().appending(
        path: "Golden/\(name)"
    )
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
        do {
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record(
                "Golden/\(name) was recorded; look at it, then run again without RECORD_GOLDEN",
                sourceLocation: location
            )
        } catch {
            Issue.record("Golden/\(name) cannot be written: \(error)", sourceLocation: location)
        }
        return
    }
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
        Issue.record(
            "Golden/\(name) is missing; record it with RECORD_GOLDEN=1 swift test",
            sourceLocation: location
        )
        return
    }
    let (lines, keptLines) = (
        text.split(separator: "\n", omittingEmptySubsequences: false),
        kept.split(separator: "\n", omittingEmptySubsequences: false)
    )
    for (number, pair) in zip(lines, keptLines).enumerated() where pair.0 != pair.1 {
        Issue.record(
            "Golden/\(name):\(number + 1) is '\(pair.1)', and now '\(pair.0)'",
            sourceLocation: location
        )
        return
    }
    #expect(
        lines.count == keptLines.count,
        "Golden/\(name) has another number of lines",
        sourceLocation: location
    )
}
