/// The smallest piece that a token may be made of: a run of letters, a run of digits, or one other
/// scalar, each with the marks that belong to it.
struct Atom {
    /// What stands between an atom and the one before it.
    enum Space: UInt8 {
        case none, some
        /// One end of line among the white space.
        case line
        /// The beginning of the paragraph.
        case paragraph
    }

    /// Addresses hold together, and are parted from what stands around them.
    enum Bond {
        case open, joins, divides
    }

    let start: Int
    let end: Int
    /// Of the small form of its scalars.
    let hash: UInt32
    /// The small forms of its last three scalars; of a mark its hash.
    let suffix: UInt32
    let shape: Shape
    let space: Space
    /// In scalars, at most 255.
    let length: UInt8
    /// Whether a token ends before it, where that is no question for a classifier.
    var bond: Bond = .open
}

/// The form of an atom or a token as the classifiers see it; a byte below 64.
struct Shape: Hashable {
    let rawValue: UInt8

    /// Before and behind the paragraph.
    static let outside = Shape(rawValue: 0)
    static let lowerWord = Shape(rawValue: 1)
    static let capitalised = Shape(rawValue: 2)
    static let allCapitals = Shape(rawValue: 3)
    static let oneCapital = Shape(rawValue: 4)
    static let oneSmall = Shape(rawValue: 5)
    static let mixedCase = Shape(rawValue: 6)
    static let caseless = Shape(rawValue: 7)
    static let shortNumber = Shape(rawValue: 8)
    static let threeDigits = Shape(rawValue: 9)
    static let fourDigits = Shape(rawValue: 10)
    static let longNumber = Shape(rawValue: 11)
    // Of tokens that hold several atoms.
    static let capitalisedStopped = Shape(rawValue: 12)
    static let smallStopped = Shape(rawValue: 13)
    static let capitalisedCompound = Shape(rawValue: 14)
    static let smallCompound = Shape(rawValue: 15)
    static let numberStopped = Shape(rawValue: 16)
    static let numberCompound = Shape(rawValue: 17)
    static let stops = Shape(rawValue: 18)
    static let exclamations = Shape(rawValue: 19)
    static let dashes = Shape(rawValue: 20)
    static let quotes = Shape(rawValue: 21)
    static let address = Shape(rawValue: 22)
    static let symbols = Shape(rawValue: 23)

    /// One scalar that is neither letter nor digit.
    static func mark(_ kind: ScalarKind) -> Shape { Shape(rawValue: 24 + kind.rawValue) }

    /// Whether it begins with a letter.
    var isWord: Bool { (1...7).contains(rawValue) || (12...15).contains(rawValue) }
    var isNumber: Bool { (8...11).contains(rawValue) || rawValue == 16 || rawValue == 17 }
    /// Whether it begins with a small letter.
    var isSmall: Bool { [1, 5, 13, 15].contains(rawValue) }
    /// Whether it begins with a capital.
    var isCapital: Bool { [2, 3, 4, 12, 14].contains(rawValue) }
}

/// Mixes two values of a feature's template to one hash.
@inline(__always)
func mixed(_ template: UInt32, _ first: UInt32, _ second: UInt32 = 0) -> UInt32 {
    var hash = (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA77 &+ template &* 0xC2B2_AE3D)
    hash ^= hash >> 15
    hash = hash &* 0x2C1B_3C6D
    hash ^= hash >> 12
    return hash
}
