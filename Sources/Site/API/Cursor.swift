/// A page of a list whose items have names: from the one behind `cursor` on, at most `limit`.
struct Listing<Item: Encodable & Sendable>: Encodable, Sendable {
    let items: [Item]
    /// The value of `cursor` that asks for the next page; nil on the last.
    let next: String?

    init(_ all: [Item], _ query: Query, name: (Item) -> String) throws {
        let limit = try query.number(
            "limit",
            in: StatementsResource.limits,
            default: StatementsResource.usualLimit
        )
        var rest = all[...]
        if let cursor = query["cursor"] {
            guard let place = all.firstIndex(where: { name($0) == cursor }) else {
                throw Cursor.unknown
            }
            rest = all[(place + 1)...]
        }
        items = Array(rest.prefix(limit))
        next = rest.count > limit ? items.last.map(name) : nil
    }
}

enum Cursor {
    static let unknown = SiteProblem(
        .badQuestion,
        "The cursor names nothing in this list.",
        cure: "Begin again without it: the ledger may have changed."
    )
}
