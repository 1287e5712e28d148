package import Diplomacy
import GRDB

/// Which statements are asked for.
///
/// What is nil does not narrow; what is set must all hold.
package struct StatementFilter: Sendable {
    package var clocks: Clocks
    /// Who acts.
    package var source: ActorCode?
    /// Whom it is done to.
    package var target: ActorCode?
    /// Who stands on either side.
    package var party: ActorCode?
    /// Who stand on the two sides, in either direction.
    package var pair: (ActorCode, ActorCode)?
    package var act: Act?
    /// Families of acts; happenings are whole in what a pair or a party does of one family.
    package var families: Set<Act.Family>?
    /// Any of these acts.
    package var acts: Set<Act>?
    package var polarity: Polarity?
    package var modality: Modality?
    /// Letters that occur in the name of any voice of the chain, in any case: "песков".
    ///
    /// Empty letters do not narrow.
    package var speaker: String?
    /// Only what the articles say themselves, with no voice in the chain.
    package var isByAuthor = false
    /// Only what is done to nobody who is named.
    package var hasNoTarget = false
    /// ISO 639-1 code of the article.
    package var language: String?
    /// What was told of these days: its date has one of them; without a date, the article became known on one.
    package var told = DaySpan.ever
    /// What articles tell that appeared on these days, as far as that is known.
    package var published = DaySpan.ever
    /// The article's id, or its beginning.
    package var article: String?
    /// The most that come back, from the first on.
    ///
    /// Nil: all.
    package var limit: Int?
    /// The id of a statement: those that stand behind it in the order of the list.
    ///
    /// Nothing where the ledger has no such statement.
    package var after: String?
    /// Turns the order of the list round: what became known last comes first.
    package var isNewestFirst: Bool
    /// A statement: those that may tell of one happening with it, of the same two sides in either direction
    /// and of the same family of acts.
    ///
    /// Happenings are whole among them.
    var likeness: Diplomacy.Statement?

    package init(
        clocks: Clocks = .unset,
        source: ActorCode? = nil,
        target: ActorCode? = nil,
        party: ActorCode? = nil,
        pair: (ActorCode, ActorCode)? = nil,
        act: Act? = nil,
        families: Set<Act.Family>? = nil,
        acts: Set<Act>? = nil,
        polarity: Polarity? = nil,
        modality: Modality? = nil,
        speaker: String? = nil,
        language: String? = nil,
        article: String? = nil,
        limit: Int? = nil,
        after: String? = nil,
        isNewestFirst: Bool = false
    ) {
        self.clocks = clocks
        self.source = source
        self.target = target
        self.party = party
        self.pair = pair
        self.act = act
        self.families = families
        self.acts = acts
        self.polarity = polarity
        self.modality = modality
        self.speaker = speaker
        self.language = language
        self.article = article
        self.limit = limit
        self.after = after
        self.isNewestFirst = isNewestFirst
    }
}

extension StatementFilter {
    /// Whether it asks for anything that only a statement can answer, beyond dates and articles.
    var asksForStatements: Bool { !coreConditions(on: .coded).isEmpty }

    /// Whether an index of statements leads to the few that it asks for.
    var asksForIndex: Bool {
        source != nil || target != nil || party != nil || pair != nil || likeness != nil
    }

    /// The conditions on the table `article`.
    var articleConditions: [SQL] {
        var conditions: [SQL] = []
        if let knownBy = clocks.knownBy {
            conditions.append("article.knownOn <= \(knownBy.number)")
        }
        if let language { conditions.append("article.language = \(language)") }
        if let first = published.first {
            conditions.append("article.publishedLast >= \(first.number)")
        }
        if let last = published.last {
            conditions.append("article.publishedFirst <= \(last.number)")
        }
        if let article, !article.isEmpty {
            conditions.append("article.id >= \(article) AND article.id < \(idsEnd(article))")
        }
        return conditions
    }

    /// What a statement must be, in one of the two tables of readings: that it counts, was true by then,
    /// and is what is asked for.
    ///
    /// Without `usesIndex` no index of what is told is offered to SQLite.
    func conditions(on reading: Reading, usesIndex: Bool = true) -> [SQL] {
        let days: [SQL] = clocks.on.map { [reading.wasTrue(by: $0)] } ?? []
        let core = coreConditions(on: reading, sign: usesIndex ? "" : "+")
        return core + days + [reading.counts(clocks)]
    }

    /// What the coder's reading must be, whatever persons have made of it.
    var asCoded: [SQL] {
        coreConditions(on: .coded)
            + (clocks.on.map { [Reading.coded.wasTrue(by: $0)] } ?? [])
    }

    /// Without the clocks; on the table of the reading and, for voices, on `statement`.
    ///
    /// `sign`: in front of the columns that have an index; a plus keeps SQLite from it.
    private func coreConditions(on reading: Reading, sign: SQL = "") -> [SQL] {
        let table: SQL = "\(sign)\(reading.table)"
        var conditions: [SQL] = []
        if let source { conditions.append("\(table).source = \(source.rawValue)") }
        if let target { conditions.append("\(table).target = \(target.rawValue)") }
        if hasNoTarget { conditions.append("\(table).target IS NULL") }
        if let party {
            let code = party.rawValue
            conditions.append("(\(table).source = \(code) OR \(table).target = \(code))")
        }
        if let pair {
            let (one, other) = (pair.0.rawValue, pair.1.rawValue)
            conditions.append(
                """
                (\(table).source = \(one) AND \(table).target = \(other)
                OR \(table).source = \(other) AND \(table).target = \(one))
                """
            )
        }
        if let likeness { conditions += Self.likeness(likeness, in: reading.table) }
        if let act { conditions.append("\(table).act = \(act.rawValue)") }
        if let families { conditions.append(Self.acts(of: families, in: reading.table)) }
        if let acts {
            conditions.append("+\(reading.table).act IN \(acts.map(\.rawValue).sorted())")
        }
        if let polarity { conditions.append("\(table).polarity = \(polarity.rawValue)") }
        if let first = told.first {
            let own = reading.table
            conditions.append("coalesce(\(own).lastDay, \(own).trueFrom) >= \(first.number)")
        }
        if let last = told.last { conditions.append("\(table).trueFrom <= \(last.number)") }
        if let modality { conditions.append("\(table).modality = \(modality.rawValue)") }
        if isByAuthor {
            conditions.append(SQL(sql: reading.isByAuthor))
        }
        if let speaker, !speaker.isEmpty {
            conditions.append(reading.isSaid(by: folded(speaker)))
        }
        return conditions
    }

    private static func likeness(_ statement: Diplomacy.Statement, in table: SQL) -> [SQL] {
        let source = statement.source.rawValue
        let sides: SQL =
            if let target = statement.target?.rawValue {
                """
                (\(table).source = \(source) AND \(table).target = \(target)
                OR \(table).source = \(target) AND \(table).target = \(source))
                """
            } else {
                "\(table).source = \(source) AND \(table).target IS NULL"
            }
        return [sides, acts(of: [statement.act.family], in: table)]
    }

    /// The sign keeps SQLite from the index of acts: who asks for families asks for parties too, and those
    /// are told of less.
    private static func acts(of families: Set<Act.Family>, in table: SQL) -> SQL {
        let acts = Act.allCases.filter { families.contains($0.family) }.map(\.rawValue)
        return "+\(table).act IN \(acts)"
    }

    /// Where in the order of the list it begins, as a condition on both tables of the reading.
    ///
    /// Behind a part of a split stand its later parts; behind any other statement the next one.
    func place(in reading: Reading) -> [SQL] {
        guard let after else { return [] }
        let side: SQL = isNewestFirst ? "<" : ">"
        let (whole, part) = (StatementReader.whole(after), StatementReader.part(after))
        let ownPart: SQL = reading == .coded ? "0" : "reviewedStatement.part"
        let (own, theirs): (SQL, SQL) =
            part.map { (", \(ownPart)", ", \($0)") } ?? ("", "")
        return [
            """
            (article.knownOn, article.id, statement.position\(own)) \(side)
            (SELECT a.knownOn, a.id, s.position\(theirs)
            FROM statement s JOIN article a ON a.key = s.articleKey WHERE s.id = \(whole))
            """
        ]
    }
}

/// The first string after all that begin with `beginning`, in SQLite's order of bytes.
func idsEnd(_ beginning: String) -> String { beginning + "\u{10FFFD}" }
