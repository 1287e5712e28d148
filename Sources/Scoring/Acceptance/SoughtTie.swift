import Diplomacy

/// A tie that a check looks for: the parts it names must be as it says, the others may be anything.
///
/// `SoughtTie(.dependence, "BLR", "RUS").through("energy", "money")` is any tie by which Belarus depends
/// on Russia through both channels. Alternatives among parties are separated by `|`; `-` is nobody, `*`
/// anybody. Allies, partners and trends have no direction.
struct SoughtTie: Sendable {
    private let kinds: Set<Tie.Kind>
    private let holders: Set<String>
    private let others: Set<String>
    private var requirements: [Requirement] = []

    private struct Requirement: Sendable {
        let words: String
        let holds: @Sendable (Tie) -> Bool
    }

    /// `SoughtTie(.member, "ARM", "IGO:CSTO")`.
    init(_ kind: Tie.Kind, _ holder: String, _ other: String) {
        self.init([kind], holder, other)
    }

    init(_ kinds: Set<Tie.Kind>, _ holder: String, _ other: String) {
        self.kinds = kinds
        holders = Set(holder.split(separator: "|").map(String.init))
        others = Set(other.split(separator: "|").map(String.init))
    }

    /// Any tie at all.
    static var anything: SoughtTie { SoughtTie(Set(Tie.Kind.allCases), "*", "*") }

    /// Whose detail names all of these.
    func through(_ details: String...) -> SoughtTie {
        self.where("through \(details.joined(separator: " and "))") { tie in
            details.allSatisfy { (tie.detail ?? "").contains($0) }
        }
    }

    func modality(_ modalities: Modality...) -> SoughtTie {
        self.where(modalities.map(\.rawValue).joined(separator: " or ")) {
            modalities.contains($0.modality)
        }
    }

    var undated: SoughtTie { self.where("without a date") { $0.date == nil } }

    /// Said by a voice with this in its name; alternatives are separated by `|`.
    func by(_ voice: String) -> SoughtTie {
        let wanted = voice.lowercased().split(separator: "|")
        return self.where("by \(voice)") { tie in
            tie.speakers.contains { speaker in
                wanted.contains { speaker.name.lowercased().contains($0) }
            }
        }
    }

    /// Whose evidence holds these words.
    func quoting(_ words: String) -> SoughtTie {
        self.where("quoting '\(words)'") { $0.evidence.quote.contains(words) }
    }

    private func `where`(
        _ words: String,
        _ holds: @escaping @Sendable (Tie) -> Bool
    ) -> SoughtTie {
        var copy = self
        copy.requirements.append(Requirement(words: words, holds: holds))
        return copy
    }

    func matches(_ tie: Tie) -> Bool {
        let (holder, other) = (tie.holder?.rawValue ?? "-", tie.other?.rawValue ?? "-")
        let isTurned =
            tie.kind.isMutual && Self.allows(holders, other) && Self.allows(others, holder)
        return kinds.contains(tie.kind)
            && (isTurned || Self.allows(holders, holder) && Self.allows(others, other))
            && requirements.allSatisfy { $0.holds(tie) }
    }

    var description: String {
        let parties = [holders, others].map { $0.sorted().joined(separator: "|") }
        let kind =
            kinds.count == Tie.Kind.allCases.count
            ? "tie" : kinds.map(\.rawValue).sorted().joined(separator: "|")
        return (["\(parties[0]) \(kind) \(parties[1])"] + requirements.map(\.words))
            .joined(separator: ", ")
    }

    private static func allows(_ wanted: Set<String>, _ code: String) -> Bool {
        wanted.contains("*") || wanted.contains(code)
    }
}

extension Tie {
    /// `BLR dependence RUS [energy, money] (fact; author; no date): 'Belarus depends on …'`.
    var summary: String {
        let qualities = [
            modality.rawValue,
            speakers.isEmpty ? "author" : speakers.map(\.name).joined(separator: " > "),
            date?.edtf ?? "no date",
        ]
        return "\(holder?.rawValue ?? "-") \(kind.rawValue) \(other?.rawValue ?? "-")"
            + " [\(detail ?? "-")] (\(qualities.joined(separator: "; "))): '\(evidence.quote)'"
    }
}

extension Condition {
    /// A tie like `sought` rests on words in `area`.
    static func tie(_ sought: SoughtTie, in area: Passage.Area = .quote) -> Condition {
        Condition { passage in
            let there = passage.ties(in: area)
            return Finding(
                sought.description,
                among: there.map { ($0.summary, sought.matches($0)) }
            )
        }
    }
}
