import Language
import Synchronization

/// Parsers of one language for any number of workers: one is lent at a time, and made where none is idle.
final class ParserPool: Sendable {
    /// A parser on its way between workers.
    ///
    /// Unchecked: it holds its own working memory and nothing else that changes, and stands either in the
    /// list behind the lock or with the one worker that took it out.
    private struct Loan: @unchecked Sendable {
        var parser: LanguageParser
    }

    private let model: LanguageModel
    private let idle: Mutex<[Loan]>

    /// Throws a `BinaryError` where the model has no segmenter of this version.
    init(_ model: LanguageModel) throws {
        self.model = model
        idle = Mutex([Loan(parser: try LanguageParser(model))])
    }

    /// The trees of all sentences of `bytes`.
    func trees(of bytes: [UInt8]) throws -> DocumentTrees {
        var loan = try idle.withLock { $0.popLast() } ?? Loan(parser: LanguageParser(model))
        let sentences = loan.parser.parse(bytes)
        idle.withLock { [loan] in $0.append(loan) }
        return DocumentTrees(sentences)
    }
}
