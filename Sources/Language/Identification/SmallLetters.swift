/// Small letters by arithmetic: Unicode's tables cost ten times as much, and every letter is asked.
enum SmallLetters {
    /// The small form of a Latin or Cyrillic letter; any other scalar stays.
    static func of(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0..<0x41: scalar
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x410...0x42F: scalar + 32
        case 0x400...0x40F: scalar + 80
        case 0x130: 0x69
        case 0x178: 0xFF
        case 0x18F: 0x259
        // Pairs whose capital is the odd one.
        case 0x139...0x148, 0x179...0x17E, 0x1AF...0x1B0, 0x1CD...0x1DC, 0x4C1...0x4CE:
            scalar + (scalar & 1)
        // Pairs whose capital is the even one.
        case 0x100...0x137, 0x14A...0x177, 0x1A0...0x1A5, 0x1DE...0x1EF, 0x1F8...0x21F,
            0x222...0x233, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F, 0x1E00...0x1E95,
            0x1EA0...0x1EFF:
            scalar | 1
        default: scalar
        }
    }
}
