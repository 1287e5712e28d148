import Diplomacy
import Hummingbird
import Ledger

/// The addresses that change the ledger by a form: decisions, who makes them, watches, searches, files
/// for the inbox.
struct SiteForms {
    let desk: Desk
    let layout: Layout
    let names: ActorNames

    /// Nothing where the site only shows.
    func add(to router: Router<SiteContext>) {
        guard let reviewer = desk.reviewer else { return }
        let desk = desk
        func form(
            _ path: RouterPath,
            _ act: @escaping @Sendable (Query, Reviewer) throws -> Address
        ) {
            router.post(path) { request, _ -> Response in
                let address = try act(try await request.fields(), reviewer.visiting(request))
                return Response.redirect(to: address.text, type: .normal)
            }
        }
        addReview(reviewer, router)
        form("watches") { try WatchForm($0, $1).act(desk) }
        form("search") { try SearchForm($0, $1).act(desk) }
        router.post("reviewer") { request, _ in
            try ReviewerForm(try await request.fields(), reviewer.visiting(request)).response
        }
        addInbox(reviewer, router)
    }

    /// Where a reviewer decides; what is refused comes back with what was typed.
    private func addReview(_ reviewer: Reviewer, _ router: Router<SiteContext>) {
        let (desk, layout, names) = (desk, layout, names)
        router.post("review") { request, _ -> Response in
            let reviewer = reviewer.visiting(request)
            let form = try ReviewForm(try await request.fields(), reviewer, desk.parties)
            do {
                let address = try form.decide(desk.ledger, on: desk.today())
                return Response.redirect(to: address.text, type: .normal)
            } catch let problem as SiteProblem where problem.kind == .badQuestion {
                let asked = try Asked(form.again, [:])
                let tongue = Tongue(layout.phrases[asked.question.language ?? ""], names)
                let page = try ReviewPage(
                    desk: desk.decided(by: reviewer).speaking(tongue),
                    asked: asked,
                    refused: RefusedForm(problem: problem, fields: form.fields)
                ).page
                var response = Reply.html(layout.html(page, tongue.phrases)).passing()
                response.status = .badRequest
                return response
            }
        }
    }

    /// Where files are put into the inbox.
    private func addInbox(_ reviewer: Reviewer, _ router: Router<SiteContext>) {
        guard let inbox = desk.inbox else { return }
        router.post("inbox") { request, _ -> Response in
            try request.refuseOtherSites()
            var request = request
            let body = try await request.collectBody(upTo: Inbox.largestUpload)
            let form = try MultipartForm(
                Array(body.readableBytesView),
                type: request.headers.value(of: "Content-Type")
            )
            let trusted = try TrustedForm(form.fields, reviewer.visiting(request))
            guard (1...Inbox.mostFiles).contains(form.files.count) else {
                throw SiteProblem(
                    .badQuestion,
                    form.files.isEmpty
                        ? "No file was chosen." : "These are too many files at once.",
                    cure: "Choose 1 to \(Inbox.mostFiles) files."
                )
            }
            let id = try inbox.take(form.files)
            let address = Address("inbox", "\(id)", query: trusted.kept)
            return Response.redirect(to: address.text, type: .normal)
        }
        router.post("inbox/stop") { request, _ -> Response in
            let form = try TrustedForm(try await request.fields(), reviewer.visiting(request))
            let id = Int(form.fields["id"] ?? "") ?? 0
            _ = inbox.stop(id)
            let address = Address("inbox", "\(id)", query: form.kept)
            return Response.redirect(to: address.text, type: .normal)
        }
    }
}
