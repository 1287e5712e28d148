import Hummingbird
import Ledger

/// The fields of a form that this site made, by which a person changes the ledger.
struct TrustedForm {
    let fields: Query

    /// Throws where the token is not that of `reviewer`: another site, or an older start of this one, made it, or it
    /// was made for another reviewer.
    init(_ fields: Query, _ reviewer: Reviewer) throws {
        self.fields = fields
        guard fields["token"] == reviewer.token else {
            throw SiteProblem(
                .foreignOrigin,
                "This form is not one of this site, is older than its last start, or is another reviewer's.",
                cure: "Load the page again, and decide there."
            )
        }
    }

    /// What the address of the page held and its answer keeps.
    var kept: [(name: String, value: String?)] {
        fields.pairs.compactMap { name, value in
            name.hasPrefix("keep-") ? (String(name.dropFirst("keep-".count)), value) : nil
        }
    }

    /// The hidden fields of a form: the token, and what the address keeps.
    static func hidden(
        _ reviewer: Reviewer,
        keeping query: Query,
        without names: Set<String> = []
    )
        -> HTML
    {
        let kept = query.pairs.filter { !names.contains($0.name) }.map { name, value in
            "<input type=\"hidden\" name=\"keep-\(name)\" value=\"\(value)\">" as HTML
        }
        return "<input type=\"hidden\" name=\"token\" value=\"\(reviewer.token)\">"
            + HTML(joining: kept)
    }

    /// What the ledger refuses, in the words of a page.
    static func refusals<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let error as LedgerError where error.kind == .refused {
            throw SiteProblem(
                .badQuestion,
                "This decision \(error.problem).",
                cure: error.cure
            )
        }
    }
}

extension Request {
    /// What a form sends; refuses those of other sites.
    func fields() async throws -> Query {
        try refuseOtherSites()
        var request = self
        let body = try await request.collectBody(upTo: ReviewForm.largestBody)
        return try Query(encoded: String(buffer: body))
    }

    /// Refuses what another site has sent, by the header that browsers add.
    func refuseOtherSites() throws {
        let site = headers.value(of: "Sec-Fetch-Site")
        guard site == nil || site == "same-origin" else {
            throw SiteProblem(
                .foreignOrigin,
                "Another site sent this request.",
                cure: "Decide from a page of this site."
            )
        }
    }
}
