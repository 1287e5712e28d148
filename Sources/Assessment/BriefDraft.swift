package import Diplomacy

/// What all briefs of a ledger have in common: the articles, and what was left out.
package struct BriefFrame: Sendable {
    let articles: [ReadArticle]
    /// Those that nothing dates, though what they tell may bound their day.
    let undated: [ReadArticle]
    let languages: [(language: String, count: Int)]
    let leftOut: LeftOut

    package init(_ material: Material) {
        articles = material.articles
        undated = articles.filter { $0.publication?.isApproximate ?? true }
        languages = Dictionary(grouping: articles, by: \.language)
            .map { (language: $0.key, count: $0.value.count) }
            .sorted { ($1.count, $0.language) < ($0.count, $1.language) }
        leftOut = LeftOut(material)
    }

    /// The ids of the articles that a brief of such a reach lists.
    package func listed(_ reach: Reach) -> Set<String> {
        Set(articles.prefix(reach.entries).map(\.id))
    }
}

/// What of a brief is a matter of two parties alone: findings, lines, roots, and disagreements on what the two did.
package struct BriefPart {
    fileprivate let findings: [[(weight: ListPlace, element: Finding)]]
    fileprivate let lines: [(weight: ListPlace, element: PairLine)]
    fileprivate let roots: Set<String>
    let disagreements: DisagreementFinder.Own
    /// What tells whether help came.
    let help: [CitedStatement]
    /// The roots of deeds to named parties, by who did them: on one occasion each.
    private let deeds: [ActorCode: Set<String>]

    fileprivate static let lists: [Set<Strand>] = [[.didNotCome], [.inDoubt], [.promised], [.came]]

    /// `statements` are all that is told of two parties together, or of all.
    ///
    /// `receiver`: whose help is compared with that of others; nil: everybody's.
    package init(
        _ statements: [CitedStatement],
        _ reach: Reach,
        helpFor receiver: ActorCode? = nil
    ) {
        findings = Self.lists.map {
            Finding.weighed($0, in: statements, citations: reach.citations)
        }
        lines = PairLine.weighed(in: statements, ids: reach.ids)
        roots = Set(statements.map(\.witnessKey))
        disagreements = DisagreementFinder(statements, citations: reach.citations).own()
        deeds = Dictionary(
            grouping: statements.filter { $0.statement.target != nil },
            by: \.statement.source
        )
        .mapValues { Set($0.map(\.rootKey)) }
        help = statements.filter { cited in
            cited.answersHelp && (receiver.map { cited.statement.target == $0 } ?? true)
        }
    }

    /// How many roots tell of what `actor` did to a party that is named.
    package func rootsOfDeeds(of actor: ActorCode) -> Int {
        deeds[actor]?.count ?? 0
    }
}

/// Puts a brief together from what is told of two parties at a time, so that the statements of a great party need
/// not be at hand all at once.
///
/// Voices, articles and other promisors are a matter of all that is told, and are counted and compared here.
package struct BriefDraft {
    private var findings: [Ranking<ListPlace, Finding>]
    private var disagreements: DisagreementDraft
    private var pairs: Ranking<ListPlace, PairLine>
    private var voices: VoiceTally
    private var told: [ShortID: VoiceTally.Ids] = [:]
    private var statementCount = 0
    private var roots: Set<String> = []
    private let reach: Reach
    private let listed: Set<String>?

    /// `listed` are the articles that the brief will list, see `BriefFrame.listed(_:)`; nil: any may be.
    ///
    /// Of the others no statements are held.
    package init(_ reach: Reach, listed: Set<String>? = nil) {
        self.reach = reach
        self.listed = listed
        disagreements = DisagreementDraft(reach)
        findings = BriefPart.lists.map { _ in Ranking(reach) }
        pairs = Ranking(reach)
        voices = VoiceTally(ids: reach.ids)
    }

    /// `comparesHelp`: whether its help is compared with that of others, see `comparePromisors(_:)`.
    package mutating func add(_ part: BriefPart, comparesHelp: Bool = true) {
        for (place, list) in part.findings.enumerated() { findings[place].add(list) }
        disagreements.add(part.disagreements, help: comparesHelp ? part.help : nil)
        pairs.add(part.lines)
        // One voice tells of many pairs.
        roots.formUnion(part.roots)
    }

    /// Takes in who says a statement; they come in the order of the ledger, over all that is added.
    package mutating func hear(_ id: String, _ speakers: [Voice], article: String) {
        let id = ShortID(id)
        voices.add(id, speakers)
        if listed?.contains(article) ?? true {
            told[ShortID(article), default: VoiceTally.Ids()].add(id, most: reach.ids)
        }
        statementCount += 1
    }

    /// Finds members of an alliance that helped where it did not, over all that was added.
    @discardableResult
    package mutating func comparePromisors(_ register: CommitmentRegister) -> [Disagreement] {
        disagreements.finish(register)
    }

    /// Takes in disagreements that were found elsewhere.
    package mutating func add(_ found: [Disagreement]) { disagreements.add(found) }

    package func brief(of actor: ActorCode?, _ frame: BriefFrame) -> Brief {
        let lists = findings.map(\.excerpt)
        return Brief(
            of: actor,
            undelivered: lists[0],
            inDoubt: lists[1],
            disagreements: disagreements.list,
            promised: lists[2],
            came: lists[3],
            pairs: pairs.excerpt,
            voices: voices.voices(most: reach.entries),
            leftOut: frame.leftOut,
            read: WhatWasRead(
                frame,
                told: told,
                roots: Excerpt(reach.isWhole ? roots.sorted() : [], of: roots.count),
                statements: statementCount,
                most: reach.entries
            )
        )
    }
}
