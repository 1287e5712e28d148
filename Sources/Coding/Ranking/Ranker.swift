import Diplomacy
package import Foundation
import Text

/// Says of each possible reading how likely it is right, and keeps the likely ones.
///
/// Learnt from what people coded in articles written for Casus (`Models/ranker.md`). The frames and the
/// grammar propose; this weighs what they say against the tree, the cases, the order, and whom the article
/// is about. Without it the rules decide alone.
package struct Ranker: Sendable {
    /// Of each column that holds categories: what a value is worth; of one never met, what is usual.
    package struct Encoding: Equatable, Sendable {
        package let values: [Int32: Float]
        package let usual: Float
        private let table: NumberTable<Int32, Float>

        package init(values: [Int32: Float], usual: Float) {
            self.values = values
            self.usual = usual
            table = NumberTable(values)
        }

        package func worth(of value: Int32) -> Float { table[value] ?? usual }

        package static func == (left: Encoding, right: Encoding) -> Bool {
            left.values == right.values && left.usual == right.usual
        }
    }

    /// By column; nil where a value is a number itself.
    let encodings: [Encoding?]
    let trees: BoostedTrees

    /// A reading is kept when it is not much less likely than the best one of the same word, so that lists
    /// are whole and rivals are not, or when the rules read it too.
    ///
    /// At 0.85 the sets were alike, but *according to Turkish
    /// officials, France supplied Greece* supplied Turkey too.
    static let leastShare = 0.95

    /// The probability from which on a reading is kept.
    ///
    /// What the rules read too needs less; and where the rules read that something good did not come, it stands:
    /// such lines are rarer in the corpus than in articles on alliances, so the ranker doubts them too much (from 0.05
    /// on, seeds fell from 0.658 to 0.637 and dev from 0.618 to 0.611). That something hostile was not done is as the
    /// rest: of those under 0.25 none was right on plain sentences.
    /// Found in steps of 0.05 on the examples and the articles of the corpus that are kept apart; among
    /// equals there, what seeds and dev liked better was taken. At 0.4 the corpus gains two points and its
    /// passages without a statement four false alarms.
    static func leastProbability(of candidate: Candidate) -> Double {
        guard candidate.isDrafted else { return 0.45 }
        return candidate.polarity == .notDone && !candidate.act.isHostile ? 0 : 0.25
    }

    /// From this probability on a reading is kept because one of another member of its list is.
    ///
    /// At 0.05, 0.1 and 0.2 the corpus kept apart was alike (+0.005); dev liked the last best.
    private static let leastOfList = 0.2

    /// From this probability on a party by name takes the place of nobody: at 0.15 and 0.25 all sets are the same.
    private static let leastOfNamed = 0.2

    private static let mark = "CASUSRNK"
    private static let version: UInt32 = 1

    package init(encodings: [Encoding?], trees: BoostedTrees) {
        precondition(encodings.count == TraitTable.all.count, "a column has an encoding or none")
        self.encodings = encodings
        self.trees = trees
    }

    /// A value of a column as the trees take it.
    func encoded(_ column: Int, _ value: Int32) -> Float { worth(of: value, column: column) }

    /// What a category is worth, about the share of right readings among those that had it; a number is
    /// worth itself.
    package func worth(of value: Int32, column: Int) -> Float {
        encodings[column]?.worth(of: value) ?? Float(value)
    }

    /// A reading that the rules do not propose is given up where it comes to less than this, which rises from
    /// the first tree to the last.
    ///
    /// Of 366,000 readings of the examples, the corpus and the seeds, 43,000 ended at one in five or more. Of
    /// these some thirty were lower on their way, and none of those that ended at 0.45; seven in ten of the
    /// others are given up after the first eighth of the trees.
    static let hopeless: (first: Float, last: Float) = (-2.85, -1.45)

    /// Of each candidate, between 0 and 1; of one that was given up, roughly.
    func probabilities(_ candidates: [Candidate]) -> [Double] {
        let (first, last) = Self.hopeless
        let heard = candidates.map(Self.heard)
        let sums = trees.logOdds(of: candidates.map(\.traits)) { place, sum, share in
            !candidates[place].isDrafted
                && Double(sum) + heard[place] < Double(first + (last - first) * share)
        }
        return zip(sums, heard).map { 1 / (1 + exp(-Double($0) - $1)) }
    }

    static let told = TraitTable.pairStart + TraitTable.place("told", in: TraitTable.pair)

    /// What the classifier of relations adds to the log-odds of the trees: it has learnt from three times as many sentences
    /// since they were taught, so what it hears of the two parties counts for more than they know.
    ///
    /// Three tenths of its own log-odds, and nothing where it gives a quarter: of two to four tenths each suits other sets best, by less
    /// than a hundredth. It listens for the outermost act (*denied supplying*), so what it does not hear may be told within another, and
    /// takes no more than 0.3 away (with 0.8, examples lose up to 0.004 and the 24 news pages up to 0.007). Taking nothing from what
    /// the rules read keeps some plain sentences and loses as much.
    private static func heard(_ candidate: Candidate) -> Double {
        let thousandths = Double(candidate.traits[told])
        guard thousandths >= 0 else { return 0 }
        let share = min(max(thousandths / 1000, 0.002), 0.998)
        return max(-0.3, 0.3 * (log(share / (1 - share)) + 1))
    }

    /// A reading that was kept, or one that was the best of its word and was not.
    struct Choice {
        let candidate: Candidate
        let probability: Double
        let isKept: Bool

        func comes(before other: Choice) -> Bool {
            candidate.isDrafted == other.candidate.isDrafted
                ? probability > other.probability : candidate.isDrafted
        }
    }

    /// The kept readings of a sentence, and the best one of each word of which none is kept.
    func choices(_ candidates: [Candidate]) -> [Choice] {
        let rated = Array(zip(candidates, probabilities(candidates)))
        let words = Dictionary(grouping: rated) { $0.0.cue }
        let choices = words.sorted { $0.key < $1.key }.flatMap { _, readings -> [Choice] in
            guard let best = readings.max(by: { $0.1 < $1.1 }) else { return [] }
            let kept = readings.filter {
                $0.1 >= Self.leastProbability(of: $0.0)
                    && ($0.0.isDrafted || $0.1 >= Self.leastShare * best.1)
            }
            if let named = named(insteadOf: kept, readings) {
                return [Choice(candidate: named.0, probability: named.1, isKept: true)]
            }
            guard !kept.isEmpty else {
                return [Choice(candidate: best.0, probability: best.1, isKept: false)]
            }
            return completed(kept, readings).map {
                Choice(candidate: $0.0, probability: $0.1, isKept: true)
            }
        }
        return withoutRivals(choices)
    }

    /// The likeliest party by name, where the rules read that nobody by name was left without help.
    ///
    /// On the articles and sentences of the corpus such a reading is right for 5 of 73, and with the likeliest party for 19 of 60.
    private func named(
        insteadOf kept: [(Candidate, Double)],
        _ readings: [(Candidate, Double)]
    ) -> (Candidate, Double)? {
        guard kept.count == 1, let nobody = kept.first?.0, nobody.target.actor == nil,
            nobody.polarity == .notDone
        else { return nil }
        return readings.filter {
            $0.0.target.actor != nil && $0.0.polarity == .notDone
                && $0.0.source.actor == nobody.source.actor && $0.1 >= Self.leastOfNamed
        }.max { $0.1 < $1.1 }
    }

    /// What is told of one member of a list is told of all, unless that is rather unlikely.
    private func completed(
        _ kept: [(Candidate, Double)],
        _ readings: [(Candidate, Double)]
    ) -> [(Candidate, Double)] {
        let pairs = Set(kept.map { [$0.0.source, $0.0.target] })
        let mates = readings.compactMap { reading -> (Candidate, Double)? in
            guard reading.1 >= Self.leastOfList,
                !pairs.contains([reading.0.source, reading.0.target]),
                !reading.0.source.isListed(with: reading.0.target)
            else { return nil }
            let mate = kept.filter { $0.0.isListed(with: reading.0) }.map(\.1).max()
            return mate.map { (reading.0, $0) }
        }
        return kept + mates
    }

    /// One stretch of words tells one act of one party to another: what the rules read before what they did
    /// not, then the likeliest.
    ///
    /// That the other does it to the one as well, as in *traded blows*, is for the rules to find.
    private func withoutRivals(_ choices: [Choice]) -> [Choice] {
        choices.filter { choice in
            !choice.isKept
                || !choices.contains { rival in
                    rival.isKept && rival.comes(before: choice)
                        && rival.candidate.shares(wordsOf: choice.candidate)
                        && (rival.candidate.hasParties(of: choice.candidate)
                            || !choice.candidate.isDrafted
                                && rival.candidate.turnsParties(of: choice.candidate))
                }
        }
    }
}

extension Ranker {
    package func fileBytes() -> [UInt8] {
        var writer = BinaryWriter()
        writer.mark(Self.mark)
        writer.integer(Self.version)
        writer.taught(encodings, trees)
        return writer.bytes
    }

    /// Reads the file at `url`; throws a `BinaryError` that names the byte.
    package init(_ url: URL) throws {
        var reader = try BinaryReader(url)
        try reader.expect(Self.mark)
        guard try reader.integer(UInt32.self) == Self.version else {
            throw reader.error("a ranker of another version")
        }
        (encodings, trees) = try reader.taught(on: TraitTable.all)
        try reader.expectEnd()
    }
}
