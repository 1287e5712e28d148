/// The happening and the root of a statement, as places among those that were weighed together: what `Weighed` says
/// by names.
struct PlacedWeight {
    /// The first statement of its happening.
    let event: Int
    /// The first statement of its voice in that happening.
    let voice: Int
    /// How many roots of the happening say the same.
    let agreeing: Int

    /// Of each of `items`, which stand in the order of the ledger.
    static func weights(
        of items: [Testified],
        decisions: [EventDecision] = []
    ) -> [PlacedWeight] {
        // One that stands alone is its own happening.
        var weights = items.indices.map { PlacedWeight(event: $0, voice: $0, agreeing: 1) }
        for group in EventMerger.events(of: items, decisions: decisions) where group.count > 1 {
            var voices: [String: Int] = [:]
            let first = group.map { place in
                let known = voices[items[place].voiceKey]
                if known == nil { voices[items[place].voiceKey] = place }
                return known ?? place
            }
            var heard: [Bool: Set<Int>] = [:]
            for (place, voice) in zip(group, first) {
                heard[items[place].statement.saysDone, default: []].insert(voice)
            }
            for (place, voice) in zip(group, first) {
                weights[place] = PlacedWeight(
                    event: group[0],
                    voice: voice,
                    agreeing: heard[items[place].statement.saysDone]?.count ?? 1
                )
            }
        }
        return weights
    }
}
