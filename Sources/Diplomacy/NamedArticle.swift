/// What says how an article is called, wherever it is read from.
package protocol NamedArticle {
    var title: String? { get }
    /// The first words, where there is no title.
    var opening: String? { get }
    /// The row's id or the file's name without its extension.
    var document: String { get }
}

extension NamedArticle {
    /// The title, else the first words, else the file's name.
    package var name: String { title ?? opening ?? document }
}
