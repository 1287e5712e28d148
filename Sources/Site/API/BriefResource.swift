import Assessment
import Diplomacy
import Ledger

extension Citations {
    /// Whether there are more than are here.
    fileprivate var isCut: Bool { held.count < count }
}

/// Disagreements, and how many there are where not all that belongs to them is here.
struct DisagreementsResource: Encodable {
    let items: DisagreementList
    let count: Int?

    init(_ list: DisagreementList) {
        items = list
        let isCut =
            list.held.count < list.count || list.held.contains { $0.no.isCut || $0.yes.isCut }
        count = isCut ? list.count : nil
    }
}

/// A brief with the clocks under which it was made.
struct BriefResource: Encodable {
    let on: String?
    let knownBy: String?
    let brief: Beginning<Brief>

    init(_ brief: Brief, _ clocks: Clocks) {
        on = clocks.on?.description
        knownBy = clocks.knownBy?.description
        self.brief = Beginning(brief, left: brief.left)
    }
}
