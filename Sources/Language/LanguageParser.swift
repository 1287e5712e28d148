import Text

/// The whole engine of one language: text in, trees out.
///
/// Holds the working memory of its analyst, so each worker has its own; the model is shared.
package struct LanguageParser {
    private let segmenter: Segmenter
    private var analyst: Analyst

    /// Throws a `BinaryError` where the model has no segmenter of this version.
    package init(_ model: LanguageModel) throws {
        var reader = BinaryReader(model.segmenter, name: "\(model.language).model (segmenter)")
        segmenter = try Segmenter(&reader)
        try reader.expectEnd()
        analyst = Analyst(model)
    }

    /// The trees of the sentences of `bytes`, in order; ranges are ranges of `bytes`.
    package mutating func parse(_ bytes: [UInt8]) -> [ParsedSentence] {
        analyst.analyse(segmenter.segment(bytes))
    }

    /// The trees of sentences that are cut already.
    package mutating func parse(_ sentences: [SegmentedSentence]) -> [ParsedSentence] {
        analyst.analyse(sentences)
    }
}
