import Hummingbird
import Text

/// Who decides from this site, and the secret by which the desk knows its own forms.
///
/// The site is started for one; who sits down at the same machine later says so on the review desk, and the browser
/// remembers it in a cookie. Forms are made for a name: one that was made for somebody else is refused, so nobody's
/// decision goes under another's name.
package struct Reviewer: Sendable {
    let name: String
    /// In every form that is made for this reviewer, and in nobody else's: another site cannot guess it.
    let token: String
    private let secret: String

    /// `secret` must be new for each start of the site and known to nobody.
    package init(name: String, secret: String) {
        self.name = name
        self.secret = secret
        token = ContentHash.name(of: secret, "review", name)
    }

    /// A name as people have them; in Unicode scalars.
    static let longestName = 80

    private static let cookie = "casus-reviewer"

    /// Who sits at the browser that sends the request: whom it remembers, else for whom the site was started.
    func visiting(_ request: Request) -> Reviewer {
        Cookie.value(Self.cookie, of: request).flatMap(Self.name).map(named) ?? self
    }

    func named(_ name: String) -> Reviewer { Reviewer(name: name, secret: secret) }

    /// What the browser shall remember of this reviewer until it is closed.
    var remembered: Cookie { Cookie(name: Self.cookie, value: name) }

    /// What was typed, without the spaces around it; nil where it is no name for a line.
    static func name(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let scalars = words.unicodeScalars
        let isPlain = scalars.allSatisfy { $0.properties.generalCategory != .control }
        return !scalars.isEmpty && scalars.count <= longestName && isPlain ? words : nil
    }
}

/// What the form sends by which somebody says that they decide from now on.
struct ReviewerForm {
    private let form: TrustedForm
    let reviewer: Reviewer

    /// `before` is who decided until now, for whom the form was made.
    init(_ fields: Query, _ before: Reviewer) throws {
        form = try TrustedForm(fields, before)
        guard let name = Reviewer.name(fields["reviewer"] ?? "") else {
            throw SiteProblem(
                .badQuestion,
                "A reviewer needs a name.",
                cure: "Write one of at most \(Reviewer.longestName) letters."
            )
        }
        reviewer = before.named(name)
    }

    /// The desk again, with the cookie that remembers the name.
    var response: Response {
        var response = Response.redirect(
            to: Address("review", query: form.kept).text,
            type: .normal
        )
        response.headers.set("Set-Cookie", reviewer.remembered.line)
        return response
    }
}
