import Diplomacy

/// One thing that a check asks of its passage.
struct Condition: Sendable {
    /// A part of the product's vocabulary that later issues build.
    enum Vocabulary: String, Sendable {
        case disagreements
        /// How far a text can be trusted to say what its original said.
        case translations
    }

    let test: @Sendable (Passage) -> Finding
    /// What must be built before the condition can hold.
    var vocabulary: Vocabulary?

    /// A statement like `sought` rests on words in `area`.
    static func statement(_ sought: Sought, in area: Passage.Area = .quote) -> Condition {
        Condition { passage in
            let there = passage.statements(in: area)
            return Finding(
                sought.description,
                among: there.map { ($0.summary, sought.matches($0)) }
            )
        }
    }

    /// One of these is found.
    static func either(_ conditions: Condition...) -> Condition {
        Condition { passage in
            let findings = conditions.map { $0.test(passage) }
            return findings.first { $0.isShown }
                ?? Finding(
                    isShown: false,
                    sentence: findings.map(\.sentence).joined(separator: " Nor: ")
                )
        }
    }

    /// No statement like `sought` rests on words in `area`.
    static func nothing(_ sought: Sought = .anything, in area: Passage.Area = .quote) -> Condition {
        Condition { passage in
            if let found = passage.statements(in: area).first(where: sought.matches) {
                return Finding(isShown: false, sentence: "Wrongly coded: \(found.summary).")
            }
            return Finding(isShown: true, sentence: "No \(sought.description), as it should be.")
        }
    }

    /// The block is discarded for one of these reasons, and no statement rests on it.
    static func discarded(_ reasons: Block.Discard...) -> Condition {
        Condition { passage in
            guard let block = passage.block else {
                return Finding(isShown: false, sentence: "No block holds these words.")
            }
            let wanted = reasons.map(\.rawValue).joined(separator: " or ")
            guard let reason = block.discard else {
                return Finding(
                    isShown: false,
                    sentence: "The block is kept, not discarded as \(wanted)."
                )
            }
            guard reasons.contains(reason) else {
                return Finding(
                    isShown: false,
                    sentence: "The block is discarded as \(reason.rawValue), not as \(wanted)."
                )
            }
            let resting = passage.coded.statements.filter {
                $0.evidence.range.overlaps(block.range)
            }
            if let statement = resting.first {
                return Finding(
                    isShown: false,
                    sentence: "Coded from a discarded block: \(statement.summary)."
                )
            }
            return Finding(isShown: true, sentence: "Discarded as \(reason.rawValue).")
        }
    }

    /// The article's publication is exactly these days, in EDTF.
    static func published(_ edtf: String) -> Condition {
        publication("is published on \(edtf)") { $0.interval?.edtf == edtf }
    }

    /// No reason for the publication date holds these words; alternatives are separated by `|`.
    static func notDatedBy(_ words: String) -> Condition {
        publication("is not dated by '\(words)'") { publication in
            !publication.reasons.contains { reason in
                words.split(separator: "|").contains { reason.contains($0) }
            }
        }
    }

    /// The article's publication is as `words` say.
    static func publication(
        _ words: String,
        _ holds: @escaping @Sendable (Publication) -> Bool
    ) -> Condition {
        Condition { passage in
            let publication = passage.article.publication
            let found =
                "\(publication.interval?.edtf ?? "unknown") (\(publication.reasons.joined(separator: "; ")))"
            let isShown = holds(publication)
            return Finding(
                isShown: isShown,
                sentence: isShown
                    ? "The article \(words): \(found)."
                    : "The article should be one that \(words), but its date is \(found)."
            )
        }
    }

    /// The check of another kind holds as well.
    static func also(_ id: String) -> Condition {
        Condition { passage in
            guard let check = AcceptanceCheck.all.first(where: { $0.id == id }) else {
                preconditionFailure("\(passage.item.id) refers to \(id), which is no check")
            }
            let finding = check.finding(in: passage.seeds)
            return Finding(isShown: finding.isShown, sentence: "\(id): \(finding.sentence)")
        }
    }

    /// Anything else, as `words` say.
    static func holds(
        _ words: String,
        _ test: @escaping @Sendable (Passage) -> Bool
    ) -> Condition {
        Condition { passage in
            let isShown = test(passage)
            return Finding(
                isShown: isShown,
                sentence: isShown ? "It holds that \(words)." : "Not so: \(words)."
            )
        }
    }

    /// `expect` asks for something that Casus has no words for yet.
    static func needs(_ vocabulary: Vocabulary, _ words: String) -> Condition {
        var condition = Condition { _ in
            Finding(
                isShown: false,
                sentence: "Casus holds no \(vocabulary.rawValue) yet: \(words)."
            )
        }
        condition.vocabulary = vocabulary
        return condition
    }
}
