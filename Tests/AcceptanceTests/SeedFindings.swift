import Coding
import Diplomacy
import Foundation
import Scoring
import Testing
import Text

/// The seeds of `../shared`, coded once for all tests.
enum SeedFindings {
    static let shared = SharedFolder.find()

    /// Why a test that needs the seeds does not run on a clone of the repository alone.
    static let absence: Comment =
        "The folder '../shared' with the seed articles is not beside this package."

    private static let seeds = Result {
        guard let shared else { throw Absent() }
        return try CodedSeeds(shared, NewsCoder(ResourceFolder()))
    }

    private struct Absent: Error {}

    static func finding(_ check: AcceptanceCheck) throws -> Finding {
        check.finding(in: try seeds.get())
    }

    /// The gaps that are known; they stand beside this file.
    static func gaps() throws -> KnownGaps {
        try KnownGaps(root: #require(PackageRoot.find()))
    }

    static func articles() throws -> [CodedArticle] { try seeds.get().articles }

    static func list() throws -> AcceptanceList { try seeds.get().list }
}

extension AcceptanceCheck: CustomTestStringConvertible {
    /// The id and the title: `A01: a strategic partnership is …`.
    public var testDescription: String { "\(id): \(title)" }
}
