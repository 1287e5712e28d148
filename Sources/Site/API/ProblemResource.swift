/// A problem for a program: `{"error": {"kind": "notFound", "message": …, "cure": …}}`.
struct ProblemResource: Encodable {
    private struct Problem: Encodable {
        let kind: String
        let message: String
        let cure: String
    }

    private let error: Problem

    init(_ problem: SiteProblem) {
        error = Problem(kind: problem.kind.rawValue, message: problem.sentence, cure: problem.cure)
    }
}
