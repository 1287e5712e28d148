import Assessment
import Diplomacy
import Ledger

/// A brief with the clocks under which it was made.
struct BriefResource: Encodable {
    let on: String?
    let knownBy: String?
    let brief: Brief

    init(desk: Desk, asked: Asked) throws {
        let clocks = asked.question.clocks
        on = clocks.on?.description
        knownBy = clocks.knownBy?.description
        brief = Brief(
            of: try LedgerMaterial.read(desk.ledger, clocks),
            actor: asked.question.actor
        )
    }
}
