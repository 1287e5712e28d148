package import Coding
package import Diplomacy
import Reading

/// A gold set as the coder of today reads it.
package struct CodedSet: Sendable {
    package let gold: GoldSet
    /// In the order of the documents; a document that could not be coded is not among them.
    package let articles: [CodedArticle]
    /// What could not be read or coded, each as a sentence.
    ///
    /// It counts as nothing found.
    package let problems: [String]

    /// Codes every document, one after the other.
    package init(_ gold: GoldSet, _ coder: NewsCoder) {
        var articles: [CodedArticle] = []
        var problems = gold.problems
        for document in gold.documents {
            do {
                articles.append(try coder.code(document))
            } catch {
                problems.append("\(error)")
            }
        }
        self.gold = gold
        self.articles = articles
        self.problems = problems
    }

    /// The scores of the documents that have gold, of one language where one is given.
    package func scorer(language: String? = nil) -> StatementScorer {
        let coded = Dictionary(articles.map { ($0.article.document, $0) }) { first, _ in first }
        let documents = gold.scored.filter {
            language == nil || gold.languages[$0.name] == language
        }
        return StatementScorer(
            documents.map { document in
                .init(
                    name: document.name,
                    gold: gold.gold[document.name] ?? [],
                    coded: (coded[document.name]?.statements ?? [])
                        .map { CodedRow($0, doc: document.name) }
                )
            }
        )
    }

    /// The languages of the gold folders, sorted; none where the set has no such folders.
    package var languages: [String] { Set(gold.languages.values).sorted() }
}
