package import Diplomacy

/// A brief as text for a terminal or a file: what did not come and what is disputed first, then what
/// was promised and what came, every pair in numbers, the voices, what was left out, and the articles.
package struct BriefText: Sendable {
    /// What a person reads before a deadline; the whole is in `casus statements` and in JSON.
    package struct Limits: Sendable {
        package var findings = 12
        package var citations = 3
        package var pairs = 20
        package var voices = 15
        package var articles = 40
        /// Ids beside one number.
        package var ids = 6

        package init() {}

        package static let none: Limits = {
            var limits = Limits()
            limits.findings = .max
            limits.citations = .max
            limits.pairs = .max
            limits.voices = .max
            limits.articles = .max
            limits.ids = .max
            return limits
        }()
    }

    private let brief: Brief
    private let naming: Naming
    private let limits: Limits
    private let scope: String?
    private let judgement: BriefJudgement?
    private var page: TextLayout

    /// Lays out `brief`.
    ///
    /// `scope` is what the clocks were set to, as a sentence, nil where they were not; `naming` numbers the
    /// articles that were read, and gives a party as it stands within a sentence: "the United States".
    package init(
        _ brief: Brief,
        scope: String? = nil,
        limits: Limits = Limits(),
        width: Int = TextLayout.standardWidth,
        judgement: BriefJudgement? = nil,
        naming: Naming
    ) {
        self.brief = brief
        self.limits = limits
        self.naming = naming
        self.scope = scope
        self.judgement = judgement
        page = TextLayout(width: width)
    }

    /// Of a brief that holds all its articles, which are numbered as they come.
    package init(
        _ brief: Brief,
        scope: String? = nil,
        limits: Limits = Limits(),
        width: Int = TextLayout.standardWidth,
        judgement: BriefJudgement? = nil,
        name: @escaping @Sendable (ActorCode) -> String
    ) {
        self.init(
            brief,
            scope: scope,
            limits: limits,
            width: width,
            judgement: judgement,
            naming: Naming(articles: brief.read.articles.map(\.article), party: name)
        )
    }

    package var text: String {
        var writer = self
        writer.writeParts { _ in }
        return writer.page.text
    }

    /// Hands the text to `hand`, some lines at a time.
    package func write(to hand: (String) throws -> Void) rethrows {
        var writer = self
        try writer.writeParts { try hand($0.take()) }
        try hand(writer.page.take())
    }

    private mutating func writeParts(_ hand: TextLayout.Hand) rethrows {
        BriefOpening(brief: brief, scope: scope, naming: naming).write(to: &page)
        try writeFindings(
            brief.undelivered,
            "What did not come",
            "Help and cooperation told as missing, too little, stopped or withheld.",
            more: "casus statements --polarity not_done",
            hand
        )
        try writeFindings(
            brief.inDoubt,
            "What may not come",
            "Expected or feared to stay away, or only if.",
            more: "casus statements --polarity not_done",
            hand
        )
        try writeDisagreements(hand)
        judgement?.write(to: &page, naming, most: limits.findings)
        try writeFindings(
            brief.promised,
            "What was promised",
            "Agreements, and help announced for later.",
            more: "casus statements --act agree",
            hand
        )
        try writeFindings(
            brief.came,
            "What came",
            "Support, aid and cooperation told as having happened.",
            more: "casus statements --polarity done",
            hand
        )
        try writePairs(hand)
        writeVoices()
        writeLeftOut()
        try writeArticles(hand)
        writeLegend()
    }

    // MARK: Findings

    private mutating func writeFindings(
        _ findings: Excerpt<Finding>,
        _ title: String,
        _ note: String,
        more: String,
        _ hand: TextLayout.Hand
    ) rethrows {
        guard !findings.isEmpty else { return }
        page.heading(title, note: note)
        try write(findings, most: limits.findings, hand)
        writeRest(findings.count - limits.findings, "finding", more)
    }

    private mutating func write(
        _ list: Excerpt<some BriefEntry>,
        most: Int,
        _ hand: TextLayout.Hand
    ) rethrows {
        try list.write(to: &page, naming, limits, most: most, isParted: true, hand)
    }

    private mutating func writeRest(_ count: Int, _ noun: String, _ command: String) {
        guard count > 0 else { return }
        page.blank()
        page.paragraph(
            "And \(counted(count, "more \(noun)", "more \(noun)s")): \(command), or --all."
        )
    }

    // MARK: Disagreements

    private mutating func writeDisagreements(_ hand: TextLayout.Hand) rethrows {
        guard !brief.disagreements.isEmpty else { return }
        page.heading(
            "Where what was read disagrees",
            note: "Both answers as they stand, and of what kind it is; no verdict."
        )
        try write(brief.disagreements.all, most: limits.findings, hand)
        writeRest(brief.disagreements.count - limits.findings, "question", "casus disagreements")
    }

    // MARK: Pairs and voices

    private mutating func writePairs(_ hand: TextLayout.Hand) rethrows {
        guard !brief.pairs.isEmpty else { return }
        page.heading(
            "Who stands how to whom",
            note: "Roots by the part they play, with the ids of their statements."
        )
        try write(brief.pairs, most: limits.pairs, hand)
        writeRest(brief.pairs.count - limits.pairs, "pair", "casus pair A B")
    }

    private mutating func writeVoices() {
        guard !brief.voices.isEmpty else { return }
        page.heading(
            "Who says so",
            note: "Voices, not independent sources: several may repeat one and the same. "
                + "'casus statements --speaker NAME' lists all of one; the name for the articles "
                + "themselves is 'author'."
        )
        page.blank()
        for voice in brief.voices.held.prefix(limits.voices) {
            let name =
                voice.name.map { TextLayout.shortened($0, to: 32) } ?? "the articles themselves"
            let actor = voice.actor.map(naming.heading).flatMap {
                $0 == voice.name ? nil : " (\($0))"
            }
            // Half as many as in the other tables: two lists may stand in one line.
            let most = max(1, limits.ids / 2)
            var words: [String] = []
            if !voice.says.isEmpty {
                words.append("\(voice.says.count): \(naming.ids(voice.says, most: most))")
            }
            if !voice.relays.isEmpty {
                let ids = naming.ids(voice.relays, most: most)
                words.append("quoting others \(voice.relays.count): \(ids)")
            }
            page.row("\(name)\(actor ?? "")", words.joined(separator: "; "), indent: 2, column: 36)
        }
        writeRest(brief.voices.count - limits.voices, "voice", "casus brief --json")
    }

    // MARK: What was left out, what was read

    private mutating func writeLeftOut() {
        let leftOut = brief.leftOut
        guard !(leftOut.passages.isEmpty && leftOut.blocks.isEmpty && leftOut.unread.isEmpty) else {
            return
        }
        page.heading(
            "What was left out",
            note:
                "In the articles read, whoever they are about. 'casus why DOCUMENT' shows it in place."
        )
        if !leftOut.passages.isEmpty {
            page.blank()
            page.paragraph("Passages with an act that are no statement:")
            for row in leftOut.passages { write(row.count, row.reason.words, row.articles) }
        }
        if !leftOut.blocks.isEmpty {
            page.blank()
            page.paragraph("Parts of the pages that are no part of the report:")
            for row in leftOut.blocks { write(row.count, row.reason.words, row.articles) }
        }
        if !leftOut.unread.isEmpty {
            page.blank()
            page.paragraph("\(counted(leftOut.unread.count, "source")) that could not be read:")
            for source in leftOut.unread.prefix(limits.findings) {
                page.paragraph(source.reason, indent: 2, hanging: 2)
            }
        }
    }

    private mutating func write(_ count: Int, _ reason: String, _ articles: [String]) {
        page.row("\(count)", "\(reason), in \(naming.list(articles))", indent: 2, column: 7)
    }

    private mutating func writeArticles(_ hand: TextLayout.Hand) rethrows {
        guard !brief.read.articles.isEmpty else { return }
        page.heading("What was read")
        page.blank()
        for line in brief.read.articles.held.prefix(limits.articles) {
            let article = line.article
            let date = article.publication?.edtf ?? "undated"
            let title = naming.title(article)
            let count =
                line.statements.isEmpty
                ? (brief.actor == nil ? "nothing coded" : "no statement with this party")
                : counted(line.statements.count, "statement")
            let outlet = article.outlet.map { "\($0), " } ?? ""
            page.row(
                naming.article(article.id),
                "\(outlet)\(date), \(LanguageName.of(article.language)).\(title) \(article.document): \(count)",
                column: 6
            )
            try hand(&page)
        }
        writeRest(brief.read.articles.count - limits.articles, "article", "casus articles")
    }

    private mutating func writeLegend() {
        guard brief.read.statementCount > 0 else { return }
        page.blank()
        page.paragraph(
            """
            Eight letters name a statement: 'casus why' and the letters show its words in place and how \
            it was read. The sentences are made from codes and can be wrong; the quotes are the text.
            """
        )
    }
}
