/// A page of a list whose items have names: from the one behind `cursor` on, at most `limit`.
struct Listing<Item: Encodable & Sendable>: Encodable, Sendable {
    let items: [Item]
    /// The value of `cursor` that asks for the next page; nil on the last.
    let next: String?

    private init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }

    /// `usual`: how many where `limit` is not given.
    init(
        _ all: [Item],
        _ query: Query,
        usual: Int = StatementsResource.usualLimit,
        name: (Item) -> String
    ) throws {
        try self.init(query, usual: usual, name: name) { cursor, most in
            guard let cursor else { return Array(all.prefix(most)) }
            guard let place = all.firstIndex(where: { name($0) == cursor }) else {
                throw Cursor.unknown
            }
            return Array(all[(place + 1)...].prefix(most))
        }
    }

    /// The same of a list that is read a page at a time: `read` gives at most `most` items from the one behind the
    /// cursor on.
    init(
        _ query: Query,
        usual: Int = StatementsResource.usualLimit,
        name: (Item) -> String,
        read: (_ cursor: String?, _ most: Int) throws -> [Item]
    ) throws {
        let limit = try query.number(
            "limit",
            in: StatementsResource.limits,
            default: usual
        )
        let found = try read(query["cursor"], limit + 1)
        items = Array(found.prefix(limit))
        next = found.count > limit ? items.last.map(name) : nil
    }

    /// The same page of what all its items together are the names of.
    func all<Other>(_ make: ([Item]) throws -> [Other]) rethrows -> Listing<Other> {
        Listing<Other>(items: try make(items), next: next)
    }

    /// The same page of what the items are the names of.
    func map<Other>(_ make: (Item) throws -> Other) rethrows -> Listing<Other> {
        Listing<Other>(items: try items.map(make), next: next)
    }
}

enum Cursor {
    static let unknown = SiteProblem(
        .badQuestion,
        "The cursor names nothing in this list.",
        cure: "Begin again without it: the ledger may have changed."
    )
}
