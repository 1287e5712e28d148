import Diplomacy
import Synchronization

/// What the book says of the voices met last.
///
/// Voices come back from article to article, and reading a name asks the book some dozen questions, which
/// was a quarter of the cost of writing an article. What is kept is a function of the voice and the book.
final class VoiceMemory: Sendable {
    /// A voice as far as it can be read without its article.
    struct Known: Sendable {
        /// The outlet of the book that the name holds.
        let outlet: OutletBook.Outlet?
        /// See `OutletBook.key(ofOutlet:)`.
        let key: String?
        let kind: Root.Kind
        let voice: String
    }

    /// About two megabytes; a day of news has some hundred.
    private static let most = 10_000

    private let voices = Mutex<[Voice: Known]>([:])

    func known(_ voice: Voice, _ read: (Voice) -> Known) -> Known {
        if let known = voices.withLock({ $0[voice] }) { return known }
        let known = read(voice)
        voices.withLock { voices in
            if voices.count >= Self.most { voices = [:] }
            voices[voice] = known
        }
        return known
    }
}
