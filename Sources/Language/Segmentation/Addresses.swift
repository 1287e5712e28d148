/// Finds web and e-mail addresses, whose atoms stay together whatever a classifier thinks of them.
enum Addresses {
    /// Binds the atoms of addresses to one another, and parts them from their neighbours.
    ///
    /// An address is a run without spaces that holds `://` after letters, begins with `www.`, or has
    /// letters or digits on both sides of an `@` and a stop after it. Marks that close a sentence or
    /// a bracket at its end are no part of it. Linear.
    static func bind(_ atoms: inout [Atom], _ bytes: [UInt8]) {
        var place = 0
        while place < atoms.count {
            var end = place + 1
            var hint = isHint(atoms[place], bytes)
            while end < atoms.count, atoms[end].space == .none {
                hint = hint || isHint(atoms[end], bytes)
                end += 1
            }
            if hint, let range = address(atoms, place..<end, bytes) {
                atoms[range.lowerBound].bond = .divides
                for inner in range.dropFirst() { atoms[inner].bond = .joins }
                if range.upperBound < end { atoms[range.upperBound].bond = .divides }
                place = range.upperBound
            } else {
                place = end
            }
        }
    }

    /// What no address lacks: a slash, an at sign or a `www`.
    private static func isHint(_ atom: Atom, _ bytes: [UInt8]) -> Bool {
        switch atom.shape {
        case .mark(.slash), .mark(.at): true
        case .lowerWord: atom.length == 3 && bytes[atom.start] == UInt8(ascii: "w")
        default: false
        }
    }

    private static func address(
        _ atoms: [Atom],
        _ chunk: Range<Int>,
        _ bytes: [UInt8]
    ) -> Range<Int>? {
        for place in chunk {
            let start: Int? =
                switch atoms[place].shape {
                case .mark(.colon): scheme(atoms, place, chunk)
                case .lowerWord: isWorldWideWeb(atoms, place, chunk, bytes) ? place : nil
                case .mark(.at): mailbox(atoms, place, chunk)
                default: nil
                }
            guard let start else { continue }
            var end = chunk.upperBound
            if atoms[place].shape == .mark(.at) { end = domainEnd(atoms, place, chunk) }
            while end > place + 1, isClosing(atoms[end - 1].shape) { end -= 1 }
            if end > place + 2 { return start..<end }
        }
        return nil
    }

    /// The letters before `://`.
    private static func scheme(_ atoms: [Atom], _ colon: Int, _ chunk: Range<Int>) -> Int? {
        guard colon > chunk.lowerBound, colon + 2 < chunk.upperBound,
            atoms[colon + 1].shape == .mark(.slash), atoms[colon + 2].shape == .mark(.slash),
            atoms[colon - 1].shape.isWord
        else { return nil }
        return colon - 1
    }

    private static func isWorldWideWeb(
        _ atoms: [Atom],
        _ place: Int,
        _ chunk: Range<Int>,
        _ bytes: [UInt8]
    ) -> Bool {
        place + 1 < chunk.upperBound && atoms[place + 1].shape == .mark(.stop)
            && bytes[atoms[place].start..<atoms[place].end].elementsEqual("www".utf8)
    }

    /// The beginning of the name before an at sign, where a domain follows it.
    private static func mailbox(_ atoms: [Atom], _ at: Int, _ chunk: Range<Int>) -> Int? {
        guard at > chunk.lowerBound, isName(atoms[at - 1].shape) else { return nil }
        let domain = at + 1..<domainEnd(atoms, at, chunk)
        guard domain.contains(where: { atoms[$0].shape == .mark(.stop) }) else { return nil }
        var start = at - 1
        while start > chunk.lowerBound, isName(atoms[start - 1].shape) { start -= 1 }
        return start
    }

    private static func domainEnd(_ atoms: [Atom], _ at: Int, _ chunk: Range<Int>) -> Int {
        var end = at + 1
        while end < chunk.upperBound, isName(atoms[end].shape) { end += 1 }
        return end
    }

    private static func isName(_ shape: Shape) -> Bool {
        switch shape {
        case .mark(.stop), .mark(.hyphen), .mark(.underscore): true
        default: shape.isWord || shape.isNumber
        }
    }

    private static func isClosing(_ shape: Shape) -> Bool {
        switch shape {
        case .mark(.stop), .mark(.comma), .mark(.colon), .mark(.semicolon), .mark(.exclamation),
            .mark(.question), .mark(.ellipsis), .mark(.quote), .mark(.apostrophe),
            .mark(.quoteClosing), .mark(.quoteEither), .mark(.bracketClosing), .mark(.hyphen):
            true
        default: false
        }
    }
}
