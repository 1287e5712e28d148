import Assessment
import Diplomacy

/// Who is bound to whom by a duty of defence on a day.
struct DefenceBonds {
    private let parties: [Set<ActorCode>]

    init(_ register: CommitmentRegister, on day: Day) {
        parties = register.commitments(of: nil, on: day).filter { commitment in
            commitment.duties.contains { $0.obligation == .defence }
        }.map { Set($0.parties.map(\.actor)) }
    }

    /// Of each of these those among them to whom it is bound.
    func among(_ actors: [ActorCode]) -> [ActorCode: Set<ActorCode>] {
        var bound: [ActorCode: Set<ActorCode>] = [:]
        for side in parties {
            let own = side.intersection(actors)
            for actor in own where own.count > 1 {
                bound[actor, default: []].formUnion(own.subtracting([actor]))
            }
        }
        return bound
    }
}
