import Foundation
import Glibc

/// What the measurements share: time, memory, and how the tool was built.
enum Stopwatch {
    static var build: String {
        #if DEBUG
            "debug"
        #else
            "release"
        #endif
    }

    /// Seconds as a clock on the wall counts them.
    static func timed<Value>(
        _ work: () throws -> Value
    ) rethrows -> (value: Value, seconds: Double) {
        let clock = ContinuousClock()
        let start = clock.now
        let value = try work()
        return (value, (clock.now - start) / .seconds(1))
    }

    /// Seconds that this thread has spent computing: other programs on the machine do not count.
    static func computed<Value>(
        _ work: () throws -> Value
    ) rethrows -> (value: Value, seconds: Double) {
        let start = processorTime(CLOCK_THREAD_CPUTIME_ID)
        let value = try work()
        return (value, processorTime(CLOCK_THREAD_CPUTIME_ID) - start)
    }

    /// Seconds that all threads of this process have spent computing.
    static func processorTime() -> Double { processorTime(CLOCK_PROCESS_CPUTIME_ID) }

    private static func processorTime(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The high-water mark of resident memory, in bytes.
    static func peakMemory() -> Int? { memory("VmHWM:") }

    /// Resident memory now, in bytes.
    static func residentMemory() -> Int? { memory("VmRSS:") }

    /// "12.3 MB", or a dash where it is not known.
    static func megabytes(_ bytes: Int?) -> String {
        bytes.map { String(format: "%.1f MB", Double($0) / 1e6) } ?? "-"
    }

    /// A line of `/proc/self/status`, in bytes; nil where there is none.
    private static func memory(_ name: String) -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
            let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first
        else { return nil }
        return Int(kilobytes).map { $0 * 1024 }
    }
}
