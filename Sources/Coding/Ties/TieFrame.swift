import Diplomacy
import Text

/// What a word says of how two parties stand: one line of `ties.tsv`.
struct TieFrame: Hashable, Sendable {
    enum Form: String, CaseIterable, Hashable, Sendable {
        case verb, noun, phrase
        /// *Such a partner*: takes the kind and the detail of the tie told before it.
        case echo
    }

    let form: Form
    let kind: Tie.Kind
    /// Where the parties stand, best first.
    ///
    /// Empty: the tie has no such party.
    let holder: [TieSlot]
    let other: [TieSlot]
    let detail: String?
    /// What the words themselves say: `denied` for *without a patron*.
    let modality: Modality

    /// The same words, telling what `earlier` tells.
    func echoing(_ earlier: TieFrame) -> TieFrame {
        TieFrame(
            form: earlier.form,
            kind: earlier.kind,
            holder: holder,
            other: other,
            detail: earlier.detail,
            modality: modality
        )
    }
}

/// A place beside the word of a tie where a party may stand.
enum TieSlot: Hashable, Sendable {
    /// *Russia's ally* **Syria**, **Syria** *is an ally*, *sees* **Syria** *as an ally*: whom the noun
    /// is said of.
    case named
    /// *Russia's*, *its*, *NATO* before the noun, or a genitive after it.
    case owner
    case subject, object, dative, instrumental
    /// *By* whom: the doer of a passive.
    case agent
    /// Who takes a party for something: **China** *sees Russia as a partner*.
    case viewer
    /// *Relations between A and B*, *A's ties with B*, *A-B relations*: both parties of the word.
    case pair
    /// The parties of the tie told before in the sentence.
    case partners
    /// The text may name nobody here.
    case nobody
    /// The words of a preposition, folded, before or after the word of the tie, or on either side.
    case preposition(String, Side)

    enum Side: Hashable, Sendable { case before, after, either }

    init(_ name: String) {
        switch name {
        case "named": self = .named
        case "poss": self = .owner
        case "subject": self = .subject
        case "object": self = .object
        case "dative": self = .dative
        case "ins": self = .instrumental
        case "agent": self = .agent
        case "viewer": self = .viewer
        case "pair": self = .pair
        case "partners": self = .partners
        case "-": self = .nobody
        default:
            let word = name.lowercased()
            if word.hasPrefix("before:") {
                self = .preposition(String(word.dropFirst("before:".count)), .before)
            } else if word.hasPrefix("after:") {
                self = .preposition(String(word.dropFirst("after:".count)), .after)
            } else {
                self = .preposition(word, .either)
            }
        }
    }
}

extension LexiconBuilder {
    /// Reads `ties.tsv`.
    mutating func addTies() throws {
        let table = try self.table("ties.tsv", columns: 8)
        for row in table.rows {
            let form: TieFrame.Form = try value(row.cells[1], "part of speech", row, table)
            let kind: Tie.Kind = try value(row.cells[2], "kind of tie", row, table)
            let modality: Modality =
                row.cells[6].isEmpty ? .fact : try value(row.cells[6], "modality", row, table)
            let frame = TieFrame(
                form: form,
                kind: kind,
                holder: Self.tieSlots(row.cells[3]),
                other: Self.tieSlots(row.cells[4]),
                detail: row.cells[5].isEmpty ? nil : row.cells[5],
                modality: modality
            )
            add(try pattern(row.cells[0], row, table), .tie(frame))
        }
    }

    /// Reads `channels.tsv`: what a dependence runs through.
    mutating func addChannels() throws {
        let table = try self.table("channels.tsv", columns: 2)
        for row in table.rows {
            add(try pattern(row.cells[0], row, table), .channel(row.cells[1]))
        }
    }

    private static func tieSlots(_ cell: String) -> [TieSlot] {
        cell.utf8.split(separator: UInt8(ascii: ",")).map { TieSlot(String(Substring($0))) }
    }
}
