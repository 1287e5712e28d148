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

        /// The place of the pair of columns, `helped` and `helping` and so on, that it fills.
        fileprivate var part: Int? {
            switch act {
            case .support, .aid: 0
            case .request: 2
            default: act.isStrike ? 4 : nil
            }
        }
    }

    /// The earliest first.
    private(set) var tellings: [Telling] = []

    /// What was told longer ago is told anew before it is taken up.
    private static let reach: Int32 = 8
    private static let never = reach + 1

    /// What is still remembered in a sentence.
    func remembered(at sentence: Int) -> ToldBefore {
        var told = self
        told.tellings.removeAll { sentence - $0.sentence > Int(Self.reach) }
        return told
    }

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
    }

    /// How many sentences before this one the actor last was helped, helped, was asked, asked, was struck and struck: 0 earlier in the
    /// same one, 9 never.
    func parts(of actor: ActorCode?, at sentence: Int) -> [Int32] {
        guard let actor else { return [-1, -1, -1, -1, -1, -1] }
        var parts = [Int32](repeating: Self.never, count: 6)
        for telling in tellings {
            guard let part = telling.part else { continue }
            let distance = min(Int32(sentence - telling.sentence), Self.never)
            if telling.target == actor { parts[part] = distance }
            if telling.source == actor { parts[part + 1] = distance }
        }
        return parts
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

extension Act {
    /// Whether it strikes at somebody, in deed or in what it holds out.
    var isStrike: Bool {
        switch self {
        case .assault, .coerce, .sanction, .threaten, .mobilize: true
        default: false
        }
    }
}
