/// Whether a token ends between two atoms that no space divides: what the classifier looks at.
struct WordBorders {
    /// The run of atoms without a space that is being cut.
    struct Chunk {
        let range: Range<Int>
        let hash: UInt32

        init(_ atoms: [Atom], from start: Int) {
            var end = start + 1
            var hash = atoms[start].hash
            while end < atoms.count, atoms[end].space == .none {
                hash = mixed(4, hash, atoms[end].hash)
                end += 1
            }
            range = start..<end
            self.hash = hash
        }
    }

    /// The atoms of the token so far.
    struct Token {
        var hash: UInt32
        var count = 1

        init(_ atom: Atom) { hash = atom.hash }

        mutating func append(_ atom: Atom) {
            hash = mixed(5, hash, atom.hash)
            count += 1
        }
    }

    /// Fills `features` for the gap before the atom `place`, which lies inside `chunk`.
    @inline(__always)
    static func describe(
        _ atoms: [Atom],
        _ place: Int,
        _ chunk: Chunk,
        _ token: Token,
        _ features: inout FeatureList
    ) {
        let (left, right) = (atoms[place - 1], atoms[place])
        let (before, after) = (code(atoms, place - 2, chunk), code(atoms, place + 1, chunk))
        let far = code(atoms, place - 3, chunk) << 8 | code(atoms, place + 2, chunk)
        let pair = UInt32(left.shape.rawValue) << 8 | UInt32(right.shape.rawValue)
        let (inner, innerEnd) = words(atoms, place - 2, chunk)
        let (outer, outerEnd) = words(atoms, place + 1, chunk)
        features.removeAll()
        features.add(0, 0)
        features.add(1, pair)
        features.add(2, left.hash, right.hash)
        features.add(3, left.hash, UInt32(right.shape.rawValue))
        features.add(4, UInt32(left.shape.rawValue), right.hash)
        features.add(5, pair, before)
        features.add(6, pair, after)
        features.add(7, pair, before << 8 | after)
        features.add(8, pair << 16 | before << 8 | after, far)
        features.add(9, token.hash, right.hash)
        features.add(10, mixed(10, token.hash, right.hash), after)
        features.add(11, mixed(11, inner, left.hash), right.hash)
        features.add(12, mixed(12, left.hash, right.hash), outer)
        features.add(13, mixed(13, right.hash, outer), UInt32(left.shape.rawValue))
        features.add(14, mixed(14, inner, left.hash), UInt32(right.shape.rawValue))
        features.add(15, pair, UInt32(min(token.count, 6)))
        features.add(16, pair, UInt32(min(left.length, 6)) << 8 | UInt32(min(right.length, 6)))
        features.add(17, chunk.hash, UInt32(place - chunk.range.lowerBound))
        features.add(18, pair, UInt32(min(chunk.range.upperBound - place, 6)))
        features.add(19, mixed(19, left.hash, right.hash), before << 8 | after)
        features.add(20, mixed(20, left.suffix, pair), outerEnd)
        features.add(21, mixed(21, innerEnd, pair), right.suffix)
        features.add(22, pair, outerEnd)
        features.add(23, pair, right.suffix)
        features.add(24, pair, left.suffix)
        let isJoined: UInt32 = token.count > 1 ? 1 : 0
        features.add(25, pair, before << 8 | after << 1 | isJoined)
        features.add(26, mixed(26, right.hash, pair), after << 1 | isJoined)
    }

    /// The hash and the last letters of an atom of the chunk; 1 outside.
    @inline(__always)
    private static func words(_ atoms: [Atom], _ place: Int, _ chunk: Chunk) -> (UInt32, UInt32) {
        chunk.range.contains(place) ? (atoms[place].hash, atoms[place].suffix) : (1, 1)
    }

    /// The shape of an atom around the gap, and whether a space parts it from the chunk.
    @inline(__always)
    private static func code(_ atoms: [Atom], _ place: Int, _ chunk: Chunk) -> UInt32 {
        guard place >= 0, place < atoms.count else { return 0 }
        let shape = UInt32(atoms[place].shape.rawValue)
        return chunk.range.contains(place) ? shape : shape | 0x40
    }
}
