import ArgumentParser
import Foundation
import Scoring

/// Holding today's figures against `Evaluation/floors.json`, or raising the floors to them.
struct FloorOptions: ParsableArguments {
    @Flag(help: "Fail with exit code 1 where a figure lies below Evaluation/floors.json.")
    var check = false

    @Flag(help: "Raise the floors to today's figures.")
    var update = false

    @Flag(help: "Let --update lower a floor.")
    var allowRegression = false

    func validate() throws {
        if check, update { throw ValidationError("Give either --check or --update.") }
        if allowRegression, !update {
            throw ValidationError("--allow-regression goes with --update.")
        }
    }

    /// Compares what a command has scored; `covers` tells the parts that it should have.
    func apply(_ today: Floors, root: URL, covers: (String) -> Bool) throws {
        guard check || update else { return }
        let file = root.appending(path: "Evaluation/floors.json")
        let pinned = try Floors(file)
        if update {
            let floors = try pinned.updated(to: today, allowingRegression: allowRegression)
            try floors.write(to: file)
            Messages.print(floors == pinned ? "The floors stay." : "Pinned in \(file.path).")
            return
        }
        let complaints = pinned.complaints(about: today)
        for complaint in complaints { Messages.print(complaint) }
        for name in pinned.parts.keys.sorted() where covers(name) && today.parts[name] == nil {
            Messages.print("\(name) was not checked: it is not there.")
        }
        if !complaints.isEmpty { throw ExitCode(1) }
        Messages.print("No figure lies below its floor.")
    }
}
