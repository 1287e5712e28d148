import Diplomacy

/// The block of an article in which a statement's words stand, the words lit.
struct QuoteInContext {
    let statement: Statement
    let article: Article

    var html: HTML {
        let range = statement.evidence.range
        let bytes = ArticleBytes(article.text)
        let block = article.blocks.first { $0.range.overlaps(range) }?.range ?? range
        let whole =
            min(block.lowerBound, range.lowerBound)..<max(block.upperBound, range.upperBound)
        let before = bytes.words(whole.lowerBound..<range.lowerBound)
        let after = bytes.words(range.upperBound..<whole.upperBound)
        return """
            <blockquote class="context" lang="\(article.language)" dir="auto"><p>\(before)\
            <mark class="\(LitStyle([statement]).classes)">\(bytes.words(range))</mark>\(after)</p></blockquote>
            """
    }
}
