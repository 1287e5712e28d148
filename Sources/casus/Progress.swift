import Foundation

/// How far a long reading is, on one line of a terminal that is written over; nothing elsewhere.
struct Progress {
    private let totalBytes: Int
    private let start = ContinuousClock.now
    private var lastShown: ContinuousClock.Instant?
    private var longest = 0

    /// As often as the eye follows numbers.
    private static let interval = Duration.milliseconds(200)
    /// Before this the time left is a guess from too little.
    private static let settled = Duration.seconds(2)

    init(totalBytes: Int) {
        self.totalBytes = totalBytes
    }

    mutating func show(bytes: Int, articles: Int, skipped: Int) {
        guard StandardError.isTerminal else { return }
        let now = ContinuousClock.now
        if let lastShown, now - lastShown < Self.interval { return }
        lastShown = now
        var line = "\(articles) read"
        if skipped > 0 { line += ", \(skipped) skipped" }
        if totalBytes > 0 {
            let share = min(1, Double(bytes) / Double(totalBytes))
            line += ", \(Int(share * 100)) %"
            let spent = now - start
            if spent > Self.settled, share > 0 {
                let left = spent / share * (1 - share)
                line += ", about \(Self.words(left)) left"
            }
        }
        longest = max(longest, line.count)
        StandardError.raw("\r" + line.padding(toLength: longest, withPad: " ", startingAt: 0))
    }

    /// Takes the line away.
    func clear() {
        guard StandardError.isTerminal, longest > 0 else { return }
        StandardError.raw("\r" + String(repeating: " ", count: longest) + "\r")
    }

    static func words(_ duration: Duration) -> String {
        let seconds = Int(duration.components.seconds)
        if seconds < 90 { return "\(max(1, seconds)) s" }
        return seconds < 5400 ? "\((seconds + 30) / 60) min" : "\((seconds + 1800) / 3600) h"
    }
}
