/// Counts scalars up to places that only grow, each byte once.
struct ScalarCounter {
    private var byte = 0
    private var scalars = 0

    mutating func count(to place: Int, in source: UnsafeRawBufferPointer) -> Int {
        if place < byte { (byte, scalars) = (0, 0) }
        while byte < place, byte < source.count {
            if source[byte] & 0xC0 != 0x80 { scalars += 1 }
            byte += 1
        }
        return scalars
    }
}
