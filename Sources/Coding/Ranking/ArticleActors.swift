import Diplomacy

/// Whom an article is about: how often each actor is named, and where.
struct ArticleActors: Sendable {
    private var counts: [ActorCode: Int] = [:]
    private var sentences: [ActorCode: [Int]] = [:]
    /// The actors by how often they are named, the most first.
    let ranking: [ActorCode]

    init(_ passages: [LanguageReader.Passage]) {
        var counts: [ActorCode: Int] = [:]
        for (sentence, passage) in passages.enumerated() {
            let actors = passage.coder.mentions.filter { !$0.isPrivate }.compactMap(\.actor)
            for actor in actors { counts[actor, default: 0] += 1 }
            for actor in Set(actors) { sentences[actor, default: []].append(sentence) }
        }
        self.counts = counts
        ranking = counts.keys.sorted {
            (counts[$1] ?? 0, $0.rawValue) < (counts[$0] ?? 0, $1.rawValue)
        }
    }

    func count(of actor: ActorCode) -> Int { counts[actor] ?? 0 }

    /// 0 for the one named most.
    func rank(of actor: ActorCode) -> Int { ranking.firstIndex(of: actor) ?? ranking.count }

    /// How many sentences ago it was named last, 0 in this one; nil where it comes later or never.
    func absence(of actor: ActorCode, at sentence: Int) -> Int? {
        sentences[actor]?.last { $0 <= sentence }.map { sentence - $0 }
    }

    /// Those named in the `reach` sentences before, the latest first.
    func recent(before sentence: Int, reach: Int) -> [ActorCode] {
        ranking.compactMap { actor in absence(of: actor, at: sentence - 1).map { (actor, $0) } }
            .filter { $0.1 < reach }
            .sorted { $0.1 < $1.1 }
            .map(\.0)
    }
}
