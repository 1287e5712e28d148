import Assessment
import Diplomacy
import Foundation
import Testing
import Text

@Suite struct IntensityScaleTests {
    /// PLOVER's base scores, written out once more from its manual.
    private static let plover: [(Act, Double)] = [
        (.agree, 2.5), (.consult, 2.5), (.support, 5), (.concede, 4.5), (.cooperate, 9.5),
        (.aid, 10), (.retreat, 6.5), (.request, 0), (.accuse, -3), (.reject, -2),
        (.threaten, -3.5), (.protest, -5), (.sanction, -6), (.mobilize, -5.5), (.coerce, -7),
        (.assault, -9),
    ]

    @Test(arguments: plover)
    func `an act that was done has PLOVER's score`(_ act: Act, _ score: Double) throws {
        #expect(try Samples.scale.get().intensity(act, .done, nil)?.value == score)
    }

    @Test func `cooperation that did not come is bad, an attack held back a small good`() throws {
        let scale = try Samples.scale.get()
        for act in Act.allCases where act != .request {
            let value = try #require(scale.intensity(act, .notDone, nil)).value
            #expect(act.isHostile ? (0...2).contains(value) : value < 0, "\(act)")
        }
    }

    @Test func `asylum measures nothing between states, whichever act it is told as`() throws {
        let scale = try Samples.scale.get()
        #expect(scale.intensity(.aid, .done, .asylum) == nil)
        #expect(scale.intensity(.support, .done, .asylum) == nil)
        #expect(scale.intensity(.aid, .done, .arms) == scale.intensity(.aid, .done, nil))
    }

    @Test func `a wrong line is named with its place and cure`() throws {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "casus-\(UUID().uuidString).tsv")
        defer { try? FileManager.default.removeItem(at: file) }
        func complaint(_ lines: String) throws -> String {
            try lines.write(to: file, atomically: true, encoding: .utf8)
            let error = #expect(throws: TableError.self) {
                try IntensityScale(TableFile(file, columns: 6))
            }
            return try #require(error).description.replacing(file.lastPathComponent, with: "FILE")
        }
        #expect(
            try complaint("# x\naidd\tdone\t-\t10\t1\tx\n").hasPrefix(
                "FILE:2: unknown act 'aidd'. Did you mean 'aid'?"
            )
        )
        #expect(
            try complaint("aid\tdone\t-\t11\t1\tx\n").hasPrefix(
                "FILE:1: '11' and '1' are no intensity and spread."
            )
        )
        #expect(
            try complaint("aid\tdone\t-\t10\t1\tx\n").hasPrefix("FILE: has no row 'agree done -'")
        )
    }
}
