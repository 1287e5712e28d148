import Assessment
import Diplomacy
import Ledger
import Site

/// A point of a standing as a person names it: `RUS/ARM/2023-09-19`.
struct StandingPoint {
    let pair: DirectedPair
    let day: Day

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let source = ActorDirectory.code(parts[0]),
            let target = ActorDirectory.code(parts[1]),
            let date = DayInterval(edtf: parts[2]), date.first == date.last
        else { return nil }
        pair = DirectedPair(source: source, target: target)
        day = date.first
    }

    /// The level on that day in the light of all that was read, and each sentence that moved it.
    func account(_ ledger: LedgerDatabase, _ assessor: Assessor) throws -> String {
        let statements = try LedgerMaterial.statements(
            ledger,
            StatementFilter(pair: (pair.source, pair.target))
        )
        let until = max(try ledger.lastDay(.unset) ?? day, day)
        let standing = assessor.standing(of: pair, in: statements, until: until)
        let account = StandingAccount(standing, on: day, in: statements)
        return account.text(Naming(articles: [], party: ActorDirectory.called))
    }
}
