import Foundation
import Scoring
import Testing

/// The gate: what it lets pass, and in which words it complains.
struct FloorsTests {
    private let pinned = Floors(parts: [
        "seeds": .init(digest: "a", figures: ["tuple_f1": 0.4, "false_alarms": 1]),
        "acceptance": .init(digest: "a", figures: ["kinds": 30]),
    ])

    private func today(
        _ tupleF1: Double,
        falseAlarms: Double = 1,
        digest: String = "a"
    ) -> Floors {
        Floors(parts: [
            "seeds": .init(
                digest: digest,
                figures: ["tuple_f1": tupleF1, "false_alarms": falseAlarms]
            )
        ])
    }

    @Test func `a figure at its floor passes, and a part that was not run is not judged`() {
        #expect(pinned.complaints(about: today(0.4)).isEmpty)
        #expect(pinned.complaints(about: today(0.3981)).isEmpty)
    }

    @Test func `a figure below its floor is named with floor and value`() {
        #expect(
            pinned.complaints(about: today(0.371))
                == ["seeds tuple_f1 is 0.371; its floor is 0.400."]
        )
    }

    @Test func `false alarms have a ceiling`() {
        #expect(
            pinned.complaints(about: today(0.5, falseAlarms: 2))
                == ["seeds false_alarms is 2; its ceiling is 1."]
        )
    }

    @Test func `a changed corpus is noticed before any figure`() {
        let complaints = pinned.complaints(about: today(0.1, digest: "b"))
        #expect(complaints.count == 1)
        #expect(complaints[0].contains("corpus of seeds has changed"))
    }

    @Test func `an update raises a floor and keeps the parts that were not run`() throws {
        let floors = try pinned.updated(
            to: today(0.4567, falseAlarms: 0),
            allowingRegression: false
        )
        #expect(floors.parts["seeds"]?.figures == ["tuple_f1": 0.456, "false_alarms": 0])
        #expect(floors.parts["acceptance"] == pinned.parts["acceptance"])
    }

    @Test func `an update within the margin does not lower a floor`() throws {
        let floors = try pinned.updated(to: today(0.3985), allowingRegression: false)
        #expect(floors.parts["seeds"]?.figures["tuple_f1"] == 0.4)
    }

    @Test func `an update lowers a floor only where that is allowed`() throws {
        #expect(throws: ScoringError.self) {
            try pinned.updated(to: today(0.3), allowingRegression: false)
        }
        let floors = try pinned.updated(to: today(0.3), allowingRegression: true)
        #expect(floors.parts["seeds"]?.figures["tuple_f1"] == 0.3)
    }

    @Test func `floors come back from their file as they were written`() throws {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "casus-floors-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try Floors(file).parts.isEmpty)
        try pinned.write(to: file)
        #expect(try Floors(file) == pinned)
    }

    @Test func `a repository without a shared folder beside it has none`() {
        let elsewhere = FileManager.default.temporaryDirectory.appending(path: "no-such/casus")
        #expect(SharedFolder.find(root: elsewhere) == nil)
        #expect(PackageRoot.find() != nil)
    }
}
