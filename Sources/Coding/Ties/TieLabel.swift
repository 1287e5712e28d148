package import Diplomacy

/// What a sentence may tell of how two parties stand: no tie first, then each kind, in the order of a classifier's figures.
package enum TieLabel {
    package static let count = 1 + Tie.Kind.allCases.count

    package static func place(of kind: Tie.Kind?) -> Int {
        kind.flatMap { Tie.Kind.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    }

    /// Nil at the place of no tie.
    static func kind(at place: Int) -> Tie.Kind? {
        place == 0 ? nil : Tie.Kind.allCases[place - 1]
    }
}
