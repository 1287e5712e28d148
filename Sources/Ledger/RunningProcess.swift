import Foundation

/// A process by its number and its start, because numbers are given again.
package struct RunningProcess: Hashable, Sendable {
    package let number: Int
    /// In ticks of the clock since the machine was started, as `/proc` has it.
    package let started: Int

    package init(number: Int, started: Int) {
        self.number = number
        self.started = started
    }

    /// This one.
    package static var own: RunningProcess {
        let number = Int(ProcessInfo.processInfo.processIdentifier)
        return RunningProcess(number: number, started: start(of: number) ?? 0)
    }

    /// Whether it has not ended; where the machine does not show its processes, it is taken to run.
    package var runs: Bool {
        guard Self.start(of: RunningProcess.own.number) != nil else { return true }
        return Self.start(of: number) == started
    }

    /// Nil where there is no such process.
    private static func start(of number: Int) -> Int? {
        guard let line = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
            // The name may hold spaces and brackets; what follows it may not.
            let name = line.lastIndex(of: ")")
        else { return nil }
        let fields = line[line.index(after: name)...].split(separator: " ")
        // The twenty-second field of `man proc_pid_stat`, of which two stand before.
        let place = 19
        return fields.count > place ? Int(fields[place]) : nil
    }
}
