import Diplomacy

/// Makes what one address answers from what lies on a desk, and dresses it: the layout around a page, the mark on a
/// file.
struct ReplyMaker: Sendable {
    let route: Route
    let asked: Asked
    let desk: Desk
    let layout: Layout
    let assets: Assets

    /// The same from another desk.
    func from(_ desk: Desk) -> ReplyMaker {
        ReplyMaker(route: route, asked: asked, desk: desk, layout: layout, assets: assets)
    }

    /// The answer made from what lies on the desk.
    func made() throws -> Reply {
        switch route.answer {
        case .page(let make):
            let page = try make(desk, asked)
            if let name = asked.query["export"] {
                let mark = try mark(ledger: desk.fingerprint())
                return try page.file(name, assets.drawingStyles, mark).named(mark)
            }
            return try dressed(page)
        case .reply(let make): return try make(desk, asked)
        case .stream, .live: preconditionFailure("what is not kept is answered before")
        }
    }

    private func dressed(_ page: Page) throws -> Reply {
        let imprint = try imprint(page.hash)
        return .html(layout.html(page, desk.names.phrases, imprint))
    }

    /// Nil where it was packed otherwise.
    private func dressed(
        _ page: KeptPage,
        _ note: HTML,
        _ coding: ContentCoding
    ) throws -> Reply? {
        let around = layout.around(
            page.frame(asked.question, note: note),
            desk.names.phrases,
            try imprint(page.hash)
        )
        return .html(around.above, page.body, around.below, coding)
    }

    private func mark(ledger: String?) throws -> FileMark {
        FileMark(
            today: desk.today(),
            clocks: asked.question.clocks,
            ledger: ledger,
            address:
                "http://\(asked.host)\(asked.question.here("export", nil).within(asked.address))"
        )
    }

    private func imprint(_ content: String) throws -> Imprint {
        Imprint(
            address: "http://\(asked.host)\(asked.address)",
            ledger: try desk.fingerprint(),
            today: desk.today(),
            content: content
        )
    }

    /// The answer as the ledger keeps it, or a page with the cases that it keeps; nil where it is made from the ledger
    /// as it stands.
    func kept(_ coding: ContentCoding) throws -> Reply? {
        guard let kept = try desk.kept(asked.question.clocks) else { return nil }
        let usual = try desk.usual(asked)
        switch route.answer {
        case .page(let make):
            if let name = asked.query["export"] {
                let address = try desk.usual(asked, without: "export")
                // What is older than the ledger has the version of that time, where it is kept.
                let version = try kept.areFresh ? desk.fingerprint() : kept.fingerprint()
                let mark = try mark(ledger: version)
                return try
                    (kept.file(name, of: address, coding)
                    ?? kept.files(address)?.drawing(name, assets.drawingStyles, mark))?.named(mark)
            }
            let note = kept.note(desk.names.phrases)
            if let page = try kept.page(usual),
                let reply = try dressed(page, note, coding)
            {
                return reply
            }
            guard route.showsKept else { return nil }
            return try dressed(try make(desk, asked).noted(note))
        case .reply(let make):
            if let reply = try kept.reply(usual, coding) { return reply }
            return route.showsKept && kept.areFresh ? try make(desk, asked) : nil
        case .stream, .live: preconditionFailure("what is not kept is answered before")
        }
    }
}

extension Desk {
    /// The address of what is asked as links of the site write it: forms send more, and in another order.
    fileprivate func usual(_ asked: Asked, without left: String? = nil) throws -> String {
        let links = ["actor", "kind", "since", "on", "known-by", "lang"]
        let isUsual =
            try asked.query.day("since").map { since in
                try since == OverviewPage.usualSince(lastDay(asked.question.clocks))
            } ?? false
        let pairs = asked.query.pairs.filter { name, value in
            name != left && !(name == "since" && isUsual)
                && !(name == "lang" && value == PhraseBook.standardLanguage)
        }
        .map { name, value in
            (name: name, value: String?.some(name == "actor" ? value.uppercased() : value))
        }
        let known = links.flatMap { link in pairs.filter { $0.name == link } }
        let query = Address(here: known + pairs.filter { !links.contains($0.name) }).text
        return String(asked.address.prefix { $0 != "?" }) + (query == "?" ? "" : query)
    }
}
