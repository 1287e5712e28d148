package import Foundation
import Text

/// Two phrases of a sentence, as both parts of the classifier see them.
package struct RelationPair: Sendable {
    /// Hashed traits of the two, each once.
    package let traits: [UInt32]
    package let words: PairWords

    package init(traits: [UInt32], words: PairWords) {
        self.traits = traits
        self.words = words
    }
}

/// Says what a sentence tells that one of two phrases directs at the other.
///
/// The mean of two that err in different ways: one weighs a bag of traits of the two phrases, the other reads the
/// sentence word by word. Both are taught with sentences written for Casus (`Rankers/relations.md`).
package struct RelationClassifier: Sendable {
    private let bag: TraitClassifier
    private let network: RelationNetwork

    private static let mark = "CASUSREL"
    private static let version: UInt32 = 2

    package init(bag: TraitClassifier, network: RelationNetwork) {
        self.bag = bag
        self.network = network
    }

    /// Of each pair the probability of each label, in the order of `RelationLabel.all`.
    ///
    /// The pairs of a sentence together cost less than one by one, and both directions beside each other less still.
    package func probabilities(_ pairs: [RelationPair]) -> [[Float]] {
        zip(pairs, network.probabilities(pairs.map(\.words))).map { pair, read in
            zip(bag.probabilities(pair.traits), read).map { ($0 + $1) / 2 }
        }
    }

    /// The place of the label with the largest of `shares`.
    package static func likeliest(_ shares: [Float]) -> Int {
        shares.indices.max { shares[$0] < shares[$1] } ?? 0
    }

    /// The softmax.
    package static func shares(_ scores: [Float]) -> [Float] {
        let most = scores.max() ?? 0
        let powers = scores.map { exp($0 - most) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}

extension RelationClassifier {
    package func fileBytes() -> [UInt8] {
        var writer = BinaryWriter()
        writer.mark(Self.mark)
        writer.integer(Self.version)
        bag.write(to: &writer)
        network.write(to: &writer)
        return writer.bytes
    }

    /// Reads the file at `url`; throws a `BinaryError` that names the byte.
    package init(_ url: URL) throws {
        var reader = try BinaryReader(url)
        try reader.expect(Self.mark)
        guard try reader.integer(UInt32.self) == Self.version else {
            throw reader.error("a classifier of another version")
        }
        bag = try TraitClassifier(from: &reader)
        network = try RelationNetwork(from: &reader)
        try reader.expectEnd()
    }
}
