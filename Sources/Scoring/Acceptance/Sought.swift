import Diplomacy

/// A statement that a check looks for: the parts it names must be as it says, the others may be
/// anything.
///
/// `Sought("RUS", [.support, .aid], "IRN").notDone.dated("2025-06")` is any statement that Russia did
/// not support or aid Iran in June 2025. Alternatives among parties are separated by `|`; `-` is
/// nobody, `*` anybody. Agreeing, consulting and cooperating have no direction.
struct Sought: Sendable {
    private let sources: Set<String>
    private let targets: Set<String>
    private let acts: Set<Act>
    private var polarities: Set<Polarity> = [.done]
    private var requirements: [Requirement] = []

    private struct Requirement: Sendable {
        let words: String
        let holds: @Sendable (Statement) -> Bool
    }

    init(_ source: String, _ acts: Set<Act>, _ target: String) {
        sources = Set(source.split(separator: "|").map(String.init))
        targets = Set(target.split(separator: "|").map(String.init))
        self.acts = acts
    }

    /// Any statement at all.
    static let anything = Sought("*", Set(Act.allCases), "*").doneOrNot

    /// Any statement with this party.
    static func party(_ code: String) -> Sought {
        anything.where("with \(code)") { $0.source.rawValue == code || $0.target?.rawValue == code }
    }

    var notDone: Sought { with(\.polarities, [.notDone]) }
    var doneOrNot: Sought { with(\.polarities, [.done, .notDone]) }

    func modality(_ modalities: Modality...) -> Sought {
        self.where(modalities.map(\.rawValue).joined(separator: " or ")) {
            modalities.contains($0.modality)
        }
    }

    func kind(_ kinds: SupportKind...) -> Sought {
        self.where("of the kind \(kinds.map(\.rawValue).joined(separator: " or "))") {
            $0.kind.map(kinds.contains) ?? false
        }
    }

    func marked(_ marks: Mark...) -> Sought {
        self.where("marked \(marks.map(\.rawValue).joined(separator: " or "))") { statement in
            marks.contains { statement.marks.contains($0) }
        }
    }

    /// Said in the author's own voice.
    var byAuthor: Sought { self.where("by the author") { $0.speakers.isEmpty } }

    /// Said by these voices, outermost first, others possibly between them.
    ///
    /// A voice is told by a part of its name; alternatives are separated by `|`.
    func by(_ voices: String...) -> Sought {
        self.where("by \(voices.joined(separator: " > "))") { statement in
            var rest = statement.speakers[...]
            for voice in voices {
                guard let place = rest.firstIndex(where: { Self.isNamed($0, voice) })
                else { return false }
                rest = rest[(place + 1)...]
            }
            return true
        }
    }

    /// Said by this voice, which is known to speak for `actor`.
    func by(_ voice: String, for actor: String) -> Sought {
        self.where("by \(voice) for \(actor)") { statement in
            statement.speakers.contains {
                Self.isNamed($0, voice) && $0.actor?.rawValue == actor
            }
        }
    }

    /// Dated within this EDTF interval.
    func dated(_ edtf: String) -> Sought {
        guard let interval = DayInterval(edtf: edtf) else {
            preconditionFailure("no date: \(edtf)")
        }
        return self.where("dated \(edtf)") { statement in
            statement.date.map { interval.first <= $0.first && $0.last <= interval.last } ?? false
        }
    }

    var undated: Sought { self.where("without a date") { $0.date == nil } }

    /// Whose evidence holds one of these words; alternatives are separated by `|`.
    func quoting(_ words: String) -> Sought {
        let wanted = words.split(separator: "|")
        return self.where("quoting '\(words)'") { statement in
            wanted.contains { statement.evidence.quote.contains($0) }
        }
    }

    func `where`(
        _ words: String,
        _ holds: @escaping @Sendable (Statement) -> Bool
    ) -> Sought {
        with(\.requirements, requirements + [Requirement(words: words, holds: holds)])
    }

    // MARK: Matching

    func matches(_ statement: Statement) -> Bool {
        let (source, target) = (statement.source.rawValue, statement.target?.rawValue ?? "-")
        let isTurned =
            statement.act.isMutual && Self.allows(sources, target) && Self.allows(targets, source)
        return acts.contains(statement.act) && polarities.contains(statement.polarity)
            && (isTurned || Self.allows(sources, source) && Self.allows(targets, target))
            && requirements.allSatisfy { $0.holds(statement) }
    }

    /// `RUS aid|support/not_done IRN, of the kind arms`.
    var description: String {
        let deed =
            acts.count == Act.allCases.count
            ? "statement" : acts.map(\.rawValue).sorted().joined(separator: "|")
        let polarity = polarities == [.notDone] ? "/not_done" : ""
        let parties = [sources, targets].map { $0.sorted().joined(separator: "|") }
        return (["\(parties[0]) \(deed)\(polarity) \(parties[1])"] + requirements.map(\.words))
            .joined(separator: ", ")
    }

    private static func allows(_ wanted: Set<String>, _ code: String) -> Bool {
        wanted.contains("*") || wanted.contains(code)
    }

    private static func isNamed(_ voice: Voice, _ wanted: String) -> Bool {
        let name = voice.name.lowercased()
        return wanted.lowercased().split(separator: "|").contains { name.contains($0) }
    }

    private func with<Value>(_ path: WritableKeyPath<Sought, Value>, _ value: Value) -> Sought {
        var copy = self
        copy[keyPath: path] = value
        return copy
    }
}

extension Statement {
    /// `RUS support/not_done IRN (claim; Fesenko; 2025-06): 'there was virtually no support'`.
    var summary: String {
        let qualities = [
            modality.rawValue,
            speakers.isEmpty ? "author" : speakers.map(\.name).joined(separator: " > "),
            date?.edtf ?? "no date",
        ]
        let deed = "\(act.rawValue)/\(polarity.rawValue)"
        return "\(source.rawValue) \(deed) \(target?.rawValue ?? "-")"
            + " (\(qualities.joined(separator: "; "))): '\(evidence.quote)'"
    }
}
