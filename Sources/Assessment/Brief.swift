package import Diplomacy

/// The honest brief: who stands how to whom, what was promised, what came and what did not, who says
/// so, where what was read disagrees, and what was left out.
///
/// It counts and orders; it does not judge. It counts roots, because outlets that repeat one another are
/// no witnesses, with articles as the second number. Rejected: a summary in running text, which nobody
/// can check. Every number stands beside the ids of the statements, or articles, that it counts.
///
/// A pure function of its material: no clock, no database, the same lines for the same material.
package struct Brief: Sendable, Encodable {
    /// Of whom; nil for everybody.
    package let actor: ActorCode?
    /// What did not come, help first.
    package let undelivered: Excerpt<Finding>
    /// What may not come.
    package let inDoubt: Excerpt<Finding>
    package let disagreements: DisagreementList
    package let promised: Excerpt<Finding>
    package let came: Excerpt<Finding>
    /// Each directed pair; those in which something did not come first.
    package let pairs: Excerpt<PairLine>
    package let voices: Excerpt<VoiceLine>
    package let leftOut: LeftOut
    package let read: WhatWasRead

    /// The brief of `material`, of everybody or of what `actor` did or what was done to it.
    ///
    /// `register` knows who is a member of what; without one nobody is.
    package init(
        of material: Material,
        actor: ActorCode? = nil,
        register: CommitmentRegister = CommitmentRegister([])
    ) {
        let statements = material.statements.filter { cited in
            actor.map { cited.statement.source == $0 || cited.statement.target == $0 } ?? true
        }
        var draft = BriefDraft(.whole)
        draft.add(BriefPart(statements, .whole))
        for cited in statements {
            draft.hear(cited.id, cited.statement.speakers, article: cited.article.id)
        }
        draft.comparePromisors(register)
        self = draft.brief(of: actor, BriefFrame(material))
    }

    /// How many entries its lists have beyond those that it holds, by their names.
    package var left: [String: Int] {
        [
            "undelivered": undelivered.left, "inDoubt": inDoubt.left, "promised": promised.left,
            "came": came.left, "pairs": pairs.left, "voices": voices.left,
            "articles": read.articles.left,
            "disagreements": disagreements.count - disagreements.held.count,
        ].filter { $0.value > 0 }
    }

    init(
        of actor: ActorCode?,
        undelivered: Excerpt<Finding>,
        inDoubt: Excerpt<Finding>,
        disagreements: DisagreementList,
        promised: Excerpt<Finding>,
        came: Excerpt<Finding>,
        pairs: Excerpt<PairLine>,
        voices: Excerpt<VoiceLine>,
        leftOut: LeftOut,
        read: WhatWasRead
    ) {
        self.actor = actor
        self.undelivered = undelivered
        self.inDoubt = inDoubt
        self.disagreements = disagreements
        self.promised = promised
        self.came = came
        self.pairs = pairs
        self.voices = voices
        self.leftOut = leftOut
        self.read = read
    }
}

/// One direction of one pair, in numbers with their statements.
package struct PairLine: Hashable, BriefEntry {
    package struct Row: Hashable, Sendable, Encodable {
        package let strand: Strand
        package let acts: [Act]
        /// The ids of the statements.
        package fileprivate(set) var statements: Excerpt<String>
        /// Their roots, each voice or outlet once; the ids of articles where no roots are known.
        package fileprivate(set) var roots: Excerpt<String>
    }

    package let source: ActorCode
    /// Nil: parties that are not named.
    package let target: ActorCode?
    package private(set) var rows: [Row]
    /// The ids of the articles.
    package private(set) var articles: Excerpt<String>
    /// All roots, each voice or outlet once; the ids of articles where no roots are known.
    package private(set) var roots: Excerpt<String>

    package var statementCount: Int { rows.reduce(0) { $0 + $1.statements.count } }

    /// The lines of what is told, each with its place in a list; they hold the first `most` of their ids.
    static func weighed(
        in statements: [CitedStatement],
        ids most: Int = .max
    ) -> [(weight: ListPlace, element: PairLine)] {
        let pairs = Dictionary(grouping: statements) {
            [$0.statement.source.rawValue, $0.statement.target?.rawValue]
        }
        return pairs.values.compactMap { group in
            group.first.map { first in
                let line = PairLine(first.statement, group, most)
                return (line.place, line)
            }
        }
    }

    private init(_ first: Statement, _ group: [CitedStatement], _ most: Int) {
        source = first.source
        target = first.target
        let strands = Dictionary(grouping: group) { Strand($0.statement) }
        rows = Strand.allCases.compactMap { strand in
            strands[strand].map { cited in
                Row(
                    strand: strand,
                    acts: Set(cited.map(\.statement.act)).sorted { $0.rawValue < $1.rawValue },
                    statements: Self.excerpt(cited.map(\.statement.id), most),
                    roots: Self.excerpt(Self.roots(cited), most)
                )
            }
        }
        articles = Self.excerpt(Set(group.map(\.article.id)).sorted(), most)
        roots = Self.excerpt(Self.roots(group), most)
    }

    /// The same with the first `most` of its ids.
    func beginning(_ most: Int) -> PairLine {
        var line = self
        line.articles = articles.beginning(most)
        line.roots = roots.beginning(most)
        line.rows = rows.map { row in
            var row = row
            row.statements = row.statements.beginning(most)
            row.roots = row.roots.beginning(most)
            return row
        }
        return line
    }

    private static func excerpt(_ ids: [String], _ most: Int) -> Excerpt<String> {
        Excerpt(Array(ids.prefix(most)), of: ids.count)
    }

    private static func roots(_ statements: [CitedStatement]) -> [String] {
        Set(statements.map(\.witnessKey)).sorted()
    }

    /// Those in which something did not come first, then those of whom most roots tell.
    private var place: ListPlace {
        let undelivered = rows.first { $0.strand == .didNotCome }?.roots.count ?? 0
        return ListPlace(
            ranks: [target == nil ? 1 : 0, -undelivered, -roots.count, -statementCount],
            names: [source.rawValue, target?.rawValue ?? "~"]
        )
    }
}
