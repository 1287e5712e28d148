package import Diplomacy

/// Where what was read comes from: outlets, voices, who repeats whom.
///
/// An outlet that only passes on has articles and no roots of its own. Over many happenings a root is a voice, or the
/// account of an outlet with the voices that it does not name (`Root.witness`); beside a voice stands of how many
/// happenings it tells.
package struct SourceReport: Sendable, Encodable {
    package struct Outlet: Hashable, Sendable, Encodable {
        /// Nil for articles whose outlet is not known.
        package let name: String?
        package fileprivate(set) var articles: [String]
        package let statements: Int
        /// Roots that its articles are the first to carry: of each its own account, and each voice that it names.
        package let roots: Int
        /// Its articles that pass on another article or outlet as a whole.
        package fileprivate(set) var repeating: [String]
    }

    package struct Voice: Hashable, Sendable, Encodable {
        package let name: String
        package let kind: Root.Kind
        package let actor: ActorCode?
        /// Of how many it tells.
        package let happenings: Int
        /// The ids of the articles that carry it.
        package fileprivate(set) var articles: [String]
    }

    /// One step of a relay chain, with names for people.
    package struct Step: Hashable, Sendable, Encodable {
        package let relay: Relay
        /// The outlet of the article that passes on; nil where it is not known.
        package let by: String?
        /// The outlet that is passed on; nil where it is not known.
        package let from: String?
    }

    /// Those that say most first.
    package private(set) var outlets: [Outlet]
    /// Those who tell of most happenings first; accounts of outlets are not listed again.
    package private(set) var voices: [Voice]
    /// By the article that passes on, the surest edge first.
    package private(set) var relays: [Step]
    package let rootCount: Int
    package let statementCount: Int
    package private(set) var articles: [ReadArticle]

    package init(of material: Material) {
        let roots = Set(material.statements.compactMap(\.root))
        self.init(
            material,
            statements: Dictionary(grouping: material.statements, by: \.article.id)
                .mapValues(\.count),
            firsts: Dictionary(grouping: roots, by: \.article)
                .mapValues { Set($0.map(\.witness)).count },
            voices: Self.voices(material.statements),
            rootCount: Set(roots.map(\.witness)).count
        )
    }

    /// The same where the statements have been counted elsewhere: `material` needs none.
    ///
    /// `statements` are the numbers of statements by article, `firsts` of the roots that it is the first to carry.
    package init(
        _ material: Material,
        statements: [String: Int],
        firsts: [String: Int],
        voices: [Voice],
        rootCount: Int
    ) {
        let names = Dictionary(
            material.articles.map { ($0.id, $0.outlet) },
            uniquingKeysWith: { first, _ in first }
        )
        relays = material.relays.map { relay in
            let from: String?
            switch relay.origin {
            case .article(let id): from = names[id] ?? nil
            case .outlet(let name): from = name
            }
            return Step(relay: relay, by: names[relay.article] ?? nil, from: from)
        }
        let whole = Set(material.relays.filter { $0.reason.isWhole }.map(\.article))
        outlets = Dictionary(grouping: material.articles, by: \.outlet).map { name, articles in
            Outlet(
                name: name,
                articles: articles.map(\.id),
                statements: articles.reduce(0) { $0 + (statements[$1.id] ?? 0) },
                roots: articles.filter { !whole.contains($0.id) }
                    .reduce(0) { $0 + (firsts[$1.id] ?? 0) },
                repeating: articles.map(\.id).filter(whole.contains)
            )
        }
        .sorted { left, right in
            (-left.roots, -left.statements, left.name ?? "~")
                < (-right.roots, -right.statements, right.name ?? "~")
        }
        self.voices = voices.sorted { ($1.happenings, $0.name) < ($0.happenings, $1.name) }
        self.rootCount = rootCount
        statementCount = statements.values.reduce(0, +)
        articles = material.articles
    }

    /// The first of each list, and at most as many articles of an outlet and of a voice.
    package func beginning(_ reach: Reach) -> SourceReport {
        var report = self
        report.outlets = outlets.prefix(reach.entries).map { outlet in
            var outlet = outlet
            outlet.articles = Array(outlet.articles.prefix(reach.ids))
            outlet.repeating = Array(outlet.repeating.prefix(reach.ids))
            return outlet
        }
        report.voices = voices.prefix(reach.entries).map { voice in
            var voice = voice
            voice.articles = Array(voice.articles.prefix(reach.ids))
            return voice
        }
        report.relays = Array(relays.prefix(reach.entries))
        report.articles = Array(articles.prefix(reach.entries))
        return report
    }

    /// How many of the entries of this report are not in a beginning of it, by the names of the lists.
    package func left(by beginning: SourceReport) -> [String: Int] {
        [
            "outlets": outlets.count - beginning.outlets.count,
            "voices": voices.count - beginning.voices.count,
            "relays": relays.count - beginning.relays.count,
            "articles": articles.count - beginning.articles.count,
        ].filter { $0.value > 0 }
    }

    private static func voices(_ statements: [CitedStatement]) -> [Voice] {
        let named = statements.filter { $0.root.map { $0.kind != .account } ?? false }
        return Dictionary(grouping: named) { Voice.key($0.root) }
            .values.compactMap { group in
                group.first?.root.map { root in
                    Voice(
                        root,
                        happenings: Set(group.compactMap(\.root?.id)).count,
                        articles: Set(group.map(\.article.id)).sorted()
                    )
                }
            }
    }
}

extension SourceReport.Voice {
    /// What the voices of two roots have in common where they are one: a foreign ministry is that of its state.
    package static func key(_ root: Root?) -> String {
        [root?.kind.rawValue, root?.name?.lowercased(), root?.outlet, root?.actor?.rawValue]
            .map { $0 ?? "" }.joined(separator: "|")
    }

    /// The voice that `root` names; `articles` are the ids of those that carry it.
    package init(_ root: Root, happenings: Int, articles: [String]) {
        let name = root.name ?? "somebody not named"
        self.name = root.outlet.map { "\(name), to \($0)" } ?? name
        kind = root.kind
        actor = root.actor
        self.happenings = happenings
        self.articles = articles
    }
}

extension Relay.Reason {
    /// Whether an article is taken from the other as a whole.
    var isWhole: Bool { self == .copy || self == .translation || self == .credit }

    /// Between the one that passes on and the one that is passed on.
    package var words: String {
        switch self {
        case .copy: "copies"
        case .translation: "translates"
        case .credit: "is taken from"
        case .citation: "cites"
        case .digest: "has passages of"
        }
    }
}

extension SourceReport {
    /// The report as text for a terminal or a file; `all` shows every voice.
    package func text(
        scope: String? = nil,
        all: Bool = false,
        name: @escaping @Sendable (ActorCode) -> String
    ) -> String {
        let naming = Naming(articles: articles, party: name)
        var page = TextLayout()
        page.heading("Sources")
        if let scope { page.paragraph(scope) }
        page.paragraph(
            "\(counted(statementCount, "statement")) from \(counted(rootCount, "root")) in "
                + "\(counted(articles.count, "article"))."
        )
        page.heading("Who repeats whom")
        for step in relays {
            let origin: String
            switch step.relay.origin {
            case .article(let id): origin = "\(naming.article(id)) \(step.from ?? "")"
            case .outlet(let outlet): origin = outlet
            }
            let percent = Int((step.relay.probability * 100).rounded())
            page.paragraph(
                "\(naming.article(step.relay.article)) \(step.by ?? "an outlet not named") "
                    + "\(step.relay.reason.words) \(origin): \(percent) of 100, \(step.relay.detail)",
                hanging: 6
            )
        }
        page.heading(
            "Outlets",
            note:
                "Roots that they are first to carry: in each article its own account, and each voice that it names."
        )
        for outlet in outlets {
            let repeats =
                outlet.repeating.isEmpty
                ? ""
                : ", passing on in \(outlet.repeating.map(naming.article).joined(separator: " "))"
            page.row(
                TextLayout.shortened(outlet.name ?? "not known", to: 34),
                "\(counted(outlet.roots, "root")), \(counted(outlet.statements, "statement")) in "
                    + outlet.articles.map(naming.article).joined(separator: " ") + repeats,
                column: 36
            )
        }
        page.heading(
            "Voices",
            note:
                "Each is one root, however many outlets quote it and of however many happenings it tells."
        )
        let most = 25
        for voice in all ? voices : Array(voices.prefix(most)) {
            page.row(
                TextLayout.shortened(voice.name, to: 34),
                "\(counted(voice.happenings, "happening"))"
                    + (voice.kind == .unnamed ? ", not named" : "")
                    + ", in \(voice.articles.map(naming.article).joined(separator: " "))",
                column: 36
            )
        }
        if !all, voices.count > most {
            page.paragraph("And \(voices.count - most) more: casus sources --all")
        }
        page.heading("Articles")
        for article in articles {
            page.row(
                naming.article(article.id),
                "\(article.publication?.edtf ?? "undated"), \(LanguageName.of(article.language))."
                    + "\(naming.title(article)) \(article.document)",
                column: 6
            )
        }
        return page.text
    }
}
