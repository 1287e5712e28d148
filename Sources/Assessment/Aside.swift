package import Text

/// What the long lists of a brief are of.
package protocol BriefEntry: Encodable, Sendable {
    /// As it stands in a text: lines of its own, without the empty one that may part it from the last.
    func write(to page: inout TextLayout, _ naming: Naming, _ limits: BriefText.Limits)
}

extension BriefEntry {
    /// The bytes of that text.
    package func text(_ naming: Naming, _ limits: BriefText.Limits) -> [UInt8] {
        var page = TextLayout()
        write(to: &page, naming, limits)
        return Array(page.text.utf8)
    }
}

/// Where the entries of long lists are laid as they will stand in an answer, as soon as they are made: the sentences
/// that all of them cite are too much to hold.
package struct Aside: Sendable {
    package typealias Writing = @Sendable (any BriefEntry) throws -> [UInt8]

    let spool: Spool
    private let writing: Writing

    /// What `writing` makes of an entry is laid aside; what goes wrong is told by the spool.
    package init(_ spool: Spool, _ writing: @escaping Writing) {
        (self.spool, self.writing) = (spool, writing)
    }

    func lay(_ entry: some BriefEntry) -> Spool.Piece { spool.lay { try writing(entry) } }
}

/// Entries of a list in its order, as they were laid aside.
struct Laid: Hashable, Sendable {
    let spool: Spool
    let pieces: [Spool.Piece]

    static func == (left: Laid, right: Laid) -> Bool {
        left.spool === right.spool && left.pieces == right.pieces
    }

    func hash(into hasher: inout Hasher) { hasher.combine(pieces) }
}

extension Excerpt where Element: BriefEntry {
    /// Hands over the first `most` entries, each as it is or as it was written.
    func each(
        _ most: Int = .max,
        held visit: (Element) throws -> Void,
        laid visitWritten: ([UInt8]) throws -> Void
    ) rethrows {
        for entry in held.prefix(most) { try visit(entry) }
        guard let laid else { return }
        for piece in laid.pieces.prefix(most) { try visitWritten(laid.spool.bytes(of: piece)) }
    }

    /// Hands over what was laid aside.
    package func eachLaid(_ visit: ([UInt8]) throws -> Void) rethrows {
        try each(held: { _ in }, laid: visit)
    }

    func write(to list: inout JSONList) throws {
        try each(held: { try list.add($0) }, laid: { try list.add(written: $0) })
    }

    /// Adds the first `most` entries to a text; `isParted`: with an empty line before each.
    ///
    /// `hand` may take what is there away after each.
    func write(
        to page: inout TextLayout,
        _ naming: Naming,
        _ limits: BriefText.Limits,
        most: Int,
        isParted: Bool,
        _ hand: TextLayout.Hand
    ) rethrows {
        func add(_ write: (inout TextLayout) -> Void) throws {
            if isParted { page.blank() }
            write(&page)
            try hand(&page)
        }
        try each(
            most,
            held: { entry in try add { entry.write(to: &$0, naming, limits) } },
            laid: { written in try add { $0.add(written: written) } }
        )
    }
}
