import Assessment
import Diplomacy
import Ledger
import Text

/// What the asking wing makes of the coded seeds: their disagreements, cases and roots.
struct JudgedSeeds: Sendable {
    let disagreements: [Disagreement]
    let cases: [AllianceCase]
    /// By the id of the statement.
    let roots: [String: Root]
    /// The commitments that the articles tell of.
    let commitments: [FoundCommitment]
    /// The outlet from which each article is taken in the end; its own where it passes on nobody.
    let origins: [String: String]

    /// Weighed in a ledger in memory, and judged as of the day on which the last of the articles appeared.
    init(_ articles: [CodedArticle], _ assessor: Assessor) throws {
        let last = articles.compactMap(\.article.publication.interval?.last).max()
        let ledger = try LedgerDatabase.inMemory()
        for coded in articles {
            _ = try ledger.record(coded, readOn: last ?? Self.readOn, source: nil)
        }
        let recorded = try ledger.statements()
        let weighed = try ledger.weighed(recorded, clocks: .unset)
        let read = Dictionary(articles.map { ($0.article.id, $0.article.read) }) { first, _ in first
        }
        let statements = recorded.compactMap { recorded in
            read[recorded.article.id].map { article in
                CitedStatement(
                    recorded.statement,
                    in: article,
                    root: weighed.roots[recorded.id],
                    event: weighed.eventOfStatement[recorded.id]
                )
            }
        }
        roots = weighed.roots
        commitments = assessor.foundCommitments(in: statements)
        origins = Dictionary(
            articles.compactMap { coded in
                weighed.graph.source(of: coded.article.id).outletName.map { (coded.article.id, $0) }
            }
        ) { first, _ in first }
        disagreements =
            Brief(
                of: Material(statements: statements, articles: []),
                register: assessor.register
            ).disagreements.held
        cases = last.map { assessor.cases(in: statements, until: $0) } ?? []
    }

    /// Where nothing dates any of the articles; it decides nothing then.
    private static let readOn = Day(number: 20_783)
}

extension Article {
    fileprivate var read: ReadArticle {
        ReadArticle(
            id: id,
            document: document,
            outlet: outlet,
            title: title,
            language: language,
            publication: publication.interval
        )
    }
}

/// A place of the acceptance list, and how far around it statements count.
struct ListedPlace: Sendable {
    let id: String
    let area: Passage.Area

    init(_ id: String, _ area: Passage.Area = .quote) {
        self.id = id
        self.area = area
    }

    fileprivate func statements(in seeds: CodedSeeds) -> Set<String> {
        Set(seeds.passage(of: id)?.statements(in: area).map(\.id) ?? [])
    }
}

extension Condition {
    /// The statements of two places answer one question, one yes, the other no, and that is a disagreement of
    /// one of these kinds.
    static func disagreement(
        _ kinds: Set<Disagreement.Kind>,
        yes: ListedPlace,
        no: ListedPlace
    ) -> Condition {
        Condition { passage in
            let seeds = passage.seeds
            let (left, right) = (yes.statements(in: seeds), no.statements(in: seeds))
            let between = seeds.judged.disagreements.filter { found in
                found.yes.contains { left.contains($0.statement) }
                    && found.no.contains { right.contains($0.statement) }
            }
            let wanted = kinds.map(\.rawValue).sorted().joined(separator: " or ")
            return Finding(
                "\(wanted) of \(yes.id) and \(no.id)",
                among: between.map { found in
                    (
                        "\(found.kind.rawValue): \(found.question(\.rawValue))",
                        kinds.contains(found.kind)
                    )
                }
            )
        }
    }

    /// No statements of two of these places stand against each other as a conflict or as a change in time.
    static func apart(_ places: ListedPlace...) -> Condition {
        Condition { passage in
            let ids = places.map { $0.statements(in: passage.seeds) }
            if let empty = places.indices.first(where: { ids[$0].isEmpty }) {
                return Finding(
                    isShown: false,
                    sentence: "Nothing is coded at \(places[empty].id)."
                )
            }
            let mixed = passage.seeds.judged.disagreements.first { found in
                let sides = [found.yes, found.no].map { Set($0.map(\.statement)) }
                return [.conflict, .superseded, .echo].contains(found.kind)
                    && ids.indices.contains { one in
                        ids.indices.contains { other in
                            one != other && !ids[one].isDisjoint(with: sides[0])
                                && !ids[other].isDisjoint(with: sides[1])
                        }
                    }
            }
            if let mixed {
                return Finding(
                    isShown: false,
                    sentence: "Wrongly set against each other: \(mixed.question(\.rawValue))"
                )
            }
            let names = places.map(\.id).joined(separator: ", ")
            return Finding(isShown: true, sentence: "\(names) stay series of their own.")
        }
    }

    /// A case like this rests on statements of the place.
    static func foundCase(
        _ words: String,
        at place: ListedPlace,
        _ isSought: @escaping @Sendable (AllianceCase) -> Bool
    ) -> Condition {
        Condition { passage in
            let ids = place.statements(in: passage.seeds)
            let there = passage.seeds.judged.cases.filter { found in
                found.entries.contains { ids.contains($0.citation.statement) }
            }
            return Finding(words, among: there.map { ($0.summary, isSought($0)) })
        }
    }
}

extension AllianceCase {
    /// `RUS-ARM-2023 (attack; legal disputed; political withheld)`.
    fileprivate var summary: String {
        "\(id) (\(trigger.rawValue); legal \(legal.verdict.rawValue); political "
            + "\(political.verdict.rawValue))"
    }
}
