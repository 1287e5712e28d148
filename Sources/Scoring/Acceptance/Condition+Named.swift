import Assessment
import Coding
import Diplomacy

// What a passage names, whether or not a statement is coded there.
extension Condition {
    /// Words in `area` mean the party.
    static func mention(_ party: String, in area: Passage.Area = .quote) -> Condition {
        Condition { passage in
            Finding(
                "mention of \(party)",
                among: passage.mentions(in: area).map { mention in
                    (
                        "'\(mention.evidence.quote)' (\(mention.reason))",
                        mention.party == ActorCode(party)
                    )
                }
            )
        }
    }

    /// Words in `area` are left out for this reason, which says `words` of them.
    static func leftOut(
        _ reason: Omission.Reason,
        saying words: String,
        in area: Passage.Area = .quote
    ) -> Condition {
        Condition { passage in
            Finding(
                "passage left out as \(reason.rawValue), saying '\(words)'",
                among: passage.omissions(in: area).map { omission in
                    (
                        "\(omission.reason.rawValue): \(omission.detail)",
                        omission.reason == reason && omission.detail.contains(words)
                    )
                }
            )
        }
    }

    /// A person whose name ends so holds the role for the party; on a day of `edtf`, where one is given.
    static func person(
        _ name: String,
        _ role: Person.Role,
        of party: String,
        on edtf: String? = nil,
        in area: Passage.Area = .sentence
    ) -> Condition {
        Condition { passage in
            let days = edtf.flatMap { DayInterval(edtf: $0) }
            return Finding(
                "\(name), \(role.rawValue) of \(party)\(edtf.map { " on \($0)" } ?? "")",
                among: passage.people(in: area).map { person in
                    let date = person.date ?? passage.article.publication.interval
                    let isThen =
                        days.map { days in date.map { days.overlaps($0) } ?? false } ?? true
                    return (
                        "\(person.name), \(person.role.rawValue) of \(person.party.rawValue) on "
                            + (date?.edtf ?? "a day not known"),
                        person.name.hasSuffix(name) && person.role == role
                            && person.party == ActorCode(party) && isThen
                    )
                }
            )
        }
    }

    /// The articles' commitments between two parties hold one like this, told at the quoted words.
    static func foundCommitment(
        _ words: String,
        between parties: [String],
        _ isSought: @escaping @Sendable (FoundCommitment) -> Bool
    ) -> Condition {
        Condition { passage in
            let ids = Set(passage.statements(in: .quote).map(\.id))
            let there = passage.seeds.judged.commitments.filter { found in
                found.parties == parties.map { ActorCode($0) }
                    && found.evidence.contains { ids.contains($0.statement) }
            }
            return Finding(words, among: there.map { ($0.id, isSought($0)) })
        }
    }

    /// More than one thing is told that these outlets have from officials, and all of it has one root.
    static func oneRootOfOfficials(behind outlets: String...) -> Condition {
        let names = outlets.map { $0.lowercased() }
        return holds("what \(outlets.joined(separator: " or ")) has from officials has one root") {
            passage in
            let told = passage.coded.statements.filter { statement in
                let voices = statement.speakers.map { $0.name.lowercased() }
                let isRelayed = voices.dropLast().contains { voice in
                    names.contains { voice.contains($0) }
                }
                return isRelayed && voices.last?.contains("officials") == true
            }
            let roots = told.compactMap { passage.seeds.judged.roots[$0.id]?.id }
            return told.count > 1 && roots.count == told.count && Set(roots).count == 1
        }
    }

    /// The article comes from this outlet in the end.
    static func origin(_ outlet: String) -> Condition {
        Condition { passage in
            let found = passage.seeds.judged.origins[passage.article.id]
            return Finding(
                isShown: found == outlet,
                sentence: found.map { "The article comes from \($0)." }
                    ?? "Nothing says from whom the article comes."
            )
        }
    }
}
