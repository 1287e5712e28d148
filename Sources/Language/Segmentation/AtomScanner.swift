/// Cuts a paragraph into atoms.
struct AtomScanner {
    private let table = ScalarTable.shared

    /// In bytes: longer runs of letters are cut.
    ///
    /// No word of the languages is half as long, and a line of a million letters must not be one token.
    static let longestRun = 200

    /// The atoms of the paragraph that begins at `start`, put into `atoms`; returns the end of the
    /// paragraph, the white space behind it included.
    ///
    /// A paragraph ends at an empty line. Linear.
    func scan(_ bytes: [UInt8], from start: Int, into atoms: inout [Atom]) -> Int {
        atoms.removeAll(keepingCapacity: true)
        var place = start
        var lines = 0
        var sawSpace = false
        while place < bytes.count {
            let (scalar, width) = ScalarTable.scalar(bytes, place, bytes.count)
            let kind = table.kind(scalar)
            switch kind {
            case .space: sawSpace = true
            case .lineEnd:
                sawSpace = true
                lines += 1
            default:
                if lines >= 2, !atoms.isEmpty { return place }
                let space: Atom.Space =
                    atoms.isEmpty ? .paragraph : lines > 0 ? .line : sawSpace ? .some : .none
                let atom = scanAtom(bytes, place, (scalar, width, kind), space)
                atoms.append(atom)
                place = atom.end
                lines = 0
                sawSpace = false
                continue
            }
            place += width
        }
        return place
    }

    private func scanAtom(
        _ bytes: [UInt8],
        _ start: Int,
        _ first: (scalar: UInt32, width: Int, kind: ScalarKind),
        _ space: Atom.Space
    ) -> Atom {
        if first.kind.isLetter { return letters(bytes, start, space) }
        if first.kind == .digit { return digits(bytes, start, space) }
        if first.kind == .ampersand, let end = entityEnd(bytes, start) {
            return Atom(
                start: start,
                end: end,
                hash: mixed(2, UInt32(bytes[start + 1])),
                suffix: 2,
                shape: .symbols,
                space: space,
                length: UInt8(end - start)
            )
        }
        let end = markEnd(bytes, start + first.width, first.kind)
        return Atom(
            start: start,
            end: end,
            hash: mixed(1, first.scalar),
            suffix: mixed(1, first.scalar),
            shape: .mark(first.kind),
            space: space,
            length: 1
        )
    }

    private func letters(_ bytes: [UInt8], _ start: Int, _ space: Atom.Space) -> Atom {
        var place = start
        var (hash, suffix): (UInt32, UInt32) = (0, 0)
        var (uppers, lowers, letters) = (0, 0, 0)
        var startsUpper = false
        scan: while place < bytes.count, place - start < Self.longestRun {
            let (scalar, width) = ScalarTable.scalar(bytes, place, bytes.count)
            switch table.kind(scalar) {
            case .lower: lowers += 1
            case .upper:
                uppers += 1
                if letters == 0 { startsUpper = true }
            case .letter: break
            case .mark:
                // A mark changes no word: *за́мок* is looked up as *замок*.
                place += width
                continue
            default: break scan
            }
            letters += 1
            let lower = table.lower(scalar)
            hash = Self.longer(hash, lower)
            suffix = suffix << 10 ^ lower
            place += width
        }
        return Atom(
            start: start,
            end: place,
            hash: hash,
            // Three times ten bits, which hold Latin and Cyrillic.
            suffix: suffix & 0x3FFF_FFFF,
            shape: Self.shape(uppers, lowers, letters, startsUpper),
            space: space,
            length: UInt8(min(letters, 255))
        )
    }

    /// The hash that a word in small letters has as an atom.
    static func hash(of word: String) -> UInt32 {
        word.unicodeScalars.reduce(0) { longer($0, $1.value) }
    }

    /// The hash of a word that is one scalar longer.
    private static func longer(_ hash: UInt32, _ scalar: UInt32) -> UInt32 {
        (hash ^ scalar) &* 0x0100_0193 &+ 0x9E37
    }

    private static func shape(
        _ uppers: Int,
        _ lowers: Int,
        _ letters: Int,
        _ startsUpper: Bool
    ) -> Shape {
        if letters == 1 { return uppers == 1 ? .oneCapital : lowers == 1 ? .oneSmall : .caseless }
        if uppers == 0 { return lowers == 0 ? .caseless : .lowerWord }
        if lowers == 0 { return .allCapitals }
        return startsUpper && uppers == 1 ? .capitalised : .mixedCase
    }

    private func digits(_ bytes: [UInt8], _ start: Int, _ space: Atom.Space) -> Atom {
        var place = start
        var hash: UInt32 = 0
        var digits = 0
        while place < bytes.count, place - start < Self.longestRun {
            let (scalar, width) = ScalarTable.scalar(bytes, place, bytes.count)
            let kind = table.kind(scalar)
            guard kind == .digit || (kind == .mark && digits > 0) else { break }
            if kind == .digit { digits += 1 }
            hash = Self.longer(hash, scalar)
            place += width
        }
        let shape: Shape =
            switch digits {
            case ...2: .shortNumber
            case 3: .threeDigits
            case 4: .fourDigits
            default: .longNumber
            }
        return Atom(
            start: start,
            end: place,
            // Of a year or a sum the classifiers know only how long it is.
            hash: digits <= 2 ? hash : mixed(3, UInt32(min(digits, 8))),
            suffix: UInt32(min(digits, 8)),
            shape: shape,
            space: space,
            length: UInt8(digits)
        )
    }

    /// The end of `&amp;` or `&#39;` that begins at `start`, or nil.
    ///
    /// Pages that were decoded once too few still hold them.
    private func entityEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        // The longest of HTML's names in common use, `&thetasym;`, has ten bytes.
        for place in start + 1..<min(start + 10, bytes.count) {
            switch bytes[place] {
            case UInt8(ascii: ";"): return place > start + 1 ? place + 1 : nil
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                continue
            case UInt8(ascii: "#") where place == start + 1: continue
            default: return nil
            }
        }
        return nil
    }

    /// The end of the marks that follow a scalar of this kind: accents, and the parts of an emoji
    /// that is one picture (families, skin tones, flags).
    private func markEnd(_ bytes: [UInt8], _ start: Int, _ kind: ScalarKind) -> Int {
        var place = start
        var pairsFlag = kind == .regional
        var joins = false
        while place < bytes.count, place - start < Self.longestRun {
            let (scalar, width) = ScalarTable.scalar(bytes, place, bytes.count)
            let next = table.kind(scalar)
            let isPart: Bool =
                switch next {
                case .mark, .skinTone: true
                case .regional: pairsFlag
                case .emoji, .symbol: joins
                default: false
                }
            guard isPart else { break }
            pairsFlag = false
            // A zero-width joiner.
            joins = scalar == 0x200D
            place += width
        }
        return place
    }
}
