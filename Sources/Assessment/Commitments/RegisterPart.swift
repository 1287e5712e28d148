import Diplomacy

/// Which lines of the register may tell what binds two parties to each other: a command about two reads these
/// few of five hundred.
///
/// It is asked of the bytes of a line, before that is taken apart, and lets too much through rather than too
/// little: a line that names both, or one beside "any state", wherever it names them.
struct RegisterPart {
    private let parties: [Party]

    /// How a line names a party: by its code, and an organisation by the beginning of its commitments' ids.
    private struct Party {
        let code: [UInt8]
        let beginning: [UInt8]?

        init(_ actor: ActorCode) {
            code = Array(actor.rawValue.utf8)
            beginning = OrganisationOf(actor).map { Array($0.beginning.utf8) }
        }

        func isNamed(in line: Span<UInt8>) -> Bool {
            if let beginning, line.starts(with: beginning) { return true }
            return line.holds(code)
        }
    }

    init(between parties: [ActorCode]) { self.parties = parties.map(Party.init) }

    func holds(_ line: Span<UInt8>) -> Bool {
        var named = 0
        for party in parties where party.isNamed(in: line) { named += 1 }
        return named == parties.count || named > 0 && line.holds([UInt8(ascii: "*")])
    }
}

extension Span<UInt8> {
    fileprivate func starts(with beginning: [UInt8]) -> Bool {
        count >= beginning.count && hasAt(0, beginning)
    }

    /// Whether `bytes` stand anywhere in it.
    fileprivate func holds(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, count >= bytes.count else { return false }
        for place in 0...(count - bytes.count) where self[place] == first {
            if hasAt(place, bytes) { return true }
        }
        return false
    }

    private func hasAt(_ place: Int, _ bytes: [UInt8]) -> Bool {
        for (offset, byte) in bytes.enumerated() where self[place + offset] != byte { return false }
        return true
    }
}
