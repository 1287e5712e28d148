import Diplomacy

/// What the rules read before a word of an act, so that one may guess to whom a promise is made that names nobody: to who asked,
/// to who was struck, to whom another helped.
struct ToldBefore {
    /// A side is nil where the rules found nobody.
    struct Telling: Hashable {
        let source: ActorCode?
        let target: ActorCode?
        let act: Act
        /// Which sentence of the article tells it.
        let sentence: Int
    }

    /// The parts that somebody may have had, in the order of the columns `helped` to `striking`.
    private enum Part: CaseIterable {
        case helped, helping, asked, asking, struck, striking

        func isHad(by actor: ActorCode, in telling: Telling) -> Bool {
            switch self {
            case .helped: Self.helps.contains(telling.act) && telling.target == actor
            case .helping: Self.helps.contains(telling.act) && telling.source == actor
            case .asked: telling.act == .request && telling.target == actor
            case .asking: telling.act == .request && telling.source == actor
            case .struck: Self.strikes.contains(telling.act) && telling.target == actor
            case .striking: Self.strikes.contains(telling.act) && telling.source == actor
            }
        }

        private static let helps: Set<Act> = [.support, .aid]
        private static let strikes: Set<Act> = [.assault, .coerce, .sanction, .threaten, .mobilize]
    }

    /// The earliest first.
    private(set) var tellings: [Telling] = []

    /// What was told longer ago is told anew before it is taken up; of a long article the last hundred are enough.
    private static let reach: Int32 = 8
    private static let most = 100
    private static let never = reach + 1

    /// Adds what a frame tells.
    mutating func add(_ frame: SentenceFrames.Frame, sentence: Int) {
        guard frame.isMeant else { return }
        func add(_ source: ActorCode?, _ target: ActorCode?) {
            guard source != nil || target != nil, source != target else { return }
            tellings.append(
                Telling(source: source, target: target, act: frame.act, sentence: sentence)
            )
        }
        let sources = frame.parties.sources.map(\.actor)
        let targets = frame.parties.targets.map(\.actor)
        if frame.parties.isReciprocal {
            for source in sources { for other in sources { add(source, other) } }
        }
        for source in sources.isEmpty ? [nil] : sources {
            for target in targets.isEmpty ? [nil] : targets { add(source, target) }
        }
        tellings.removeFirst(max(0, tellings.count - Self.most))
    }

    /// Of each part, how many sentences before this one the actor last had it: 0 earlier in the same one, 9 never.
    func parts(of actor: ActorCode?, at sentence: Int) -> [Int32] {
        guard let actor else { return Part.allCases.map { _ in -1 } }
        return Part.allCases.map { part in since(sentence) { part.isHad(by: actor, in: $0) } }
    }

    /// The same of two parties: when anything was told of the first towards the second, of the second towards the first, when the
    /// second asked the first for something, when another did the same act to the second, and when the first did it to another.
    func pair(_ source: ActorCode?, _ target: ActorCode?, _ act: Act, at sentence: Int) -> [Int32] {
        [
            since(sentence) { $0.source == source && $0.target == target },
            since(sentence) { $0.source == target && $0.target == source },
            since(sentence) {
                $0.act == .request && $0.source == target
                    && ($0.target == nil || $0.target == source)
            },
            since(sentence) { $0.act == act && $0.target == target && $0.source != source },
            since(sentence) { $0.act == act && $0.source == source && $0.target != target },
        ]
    }

    private func since(_ sentence: Int, _ isMeant: (Telling) -> Bool) -> Int32 {
        guard let last = tellings.last(where: isMeant) else { return Self.never }
        return min(Int32(sentence - last.sentence), Self.never)
    }
}
