import Ledger

@testable import Site

/// A review desk over a small ledger, with somebody who sits at it.
enum ReviewDesk {
    static let reviewer = Reviewer(name: "Olha", secret: "a secret of this test")

    static func open() throws -> (ledger: LedgerDatabase, visitor: Visitor) {
        let ledger = try Samples.ledger(Samples.years)
        return (ledger, try Visitor(ledger, reviewer: reviewer))
    }
}

extension Visitor {
    /// Sends what the desk's form sends.
    func decide(
        _ fields: [(String, String)],
        token: String = ReviewDesk.reviewer.token,
        headers: [(String, String)] = []
    ) async throws -> Answer {
        try await post("/review", [("token", token)] + fields, headers: headers)
    }
}
