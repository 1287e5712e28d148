import Assessment
import Diplomacy
import Ledger

/// What names a page for good: where it was, of which ledger it tells, on which day it was asked for.
struct Imprint: Sendable {
    /// With host, path and query.
    let address: String
    /// See `LedgerDatabase.fingerprint()`.
    let ledger: String
    let today: Day
    /// See `Page.hash`.
    let content: String
}

/// Words of an article as a source is cited: what they say, who says so, where they stand.
struct CitedWords: Sendable {
    let statement: String
    let quote: String
    /// Nil where the article says so itself.
    let voices: String?
    let outlet: String?
    let title: String
    let published: DayInterval?
    /// Of the article, where it has one.
    let address: String?
    /// What Casus took the words to say.
    let reading: String

    init(_ recorded: RecordedStatement, outlet: String?, reading: String) {
        let (told, article) = (recorded.statement, recorded.article)
        statement = told.id
        quote = told.evidence.quote
        voices = told.speakers.isEmpty ? nil : Citation.voices(told.speakers)
        self.outlet = outlet
        title = article.name
        published = article.publication
        address = article.address
        self.reading = reading
    }
}

/// The way to cite a page: a line of text and an entry of BibTeX, each with a button that copies it.
///
/// They hold a hash of what the page says and the version of the ledger behind it: who has the same ledger
/// gets the same hash at the same address. The page of a statement is cited by its words.
struct CitationPart {
    let page: PageFrame
    let imprint: Imprint
    let phrases: Phrases

    var html: HTML {
        let (head, isOpen): (HTML, HTML) =
            page.cited == nil
            ? (phrases["cite.this"], .empty) : (phrases["cite.statement"], " open")
        return """
            <details class="cite" id="cite"\(isOpen)><summary>\(head)</summary>
            <p class="citation-text" id="cite-plain">\(HTML.foreign(plain))</p>
            <p class="copying">\(button("cite-plain", phrases["cite.copy"])) \
            \(button("cite-bibtex", phrases["cite.copy.bibtex"])) \
            <span class="copied" role="status" data-copied="\(phrases["cite.copied"])"></span></p>
            <pre class="bibtex" id="cite-bibtex"><code>\(bibtex)</code></pre>
            <p class="meta">\(phrases("cite.hint", "\(hash)", "\(imprint.ledger)"))</p></details>
            <p class="on-paper">\(HTML.foreign(plain))</p>
            """
    }

    /// Shown by the script that can copy.
    private func button(_ id: HTML, _ words: HTML) -> HTML {
        "<button type=\"button\" class=\"copy\" data-copy=\"\(id)\" hidden>\(words)</button>"
    }

    private var hash: String { imprint.content }

    private var clocks: String {
        let parts = [
            page.question.clocks.on.map { "as true on \($0)" },
            page.question.clocks.knownBy.map { "as known on \($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
    }

    private var version: String { "ledger \(imprint.ledger), content \(hash)" }

    var plain: String {
        let end = "\(version), \(imprint.address), retrieved \(imprint.today)."
        guard let cited = page.cited else { return "Casus, “\(page.title)”\(clocks), \(end)" }
        let place = [
            cited.outlet ?? "outlet not known", "“\(cited.title)”",
            cited.published.map { DateWords.words(for: $0) } ?? "undated", cited.address,
        ].compactMap(\.self).joined(separator: ", ")
        return """
            “\(cited.quote)” (\(cited.voices ?? "the article itself")), \(place). \
            Casus, “\(cited.reading)”\(clocks), statement \(cited.statement), \(end)
            """
    }

    var bibtex: String {
        guard let cited = page.cited else {
            return """
                @misc{casus-\(hash),
                  title = {\(Self.escaped(page.title))},
                  howpublished = {Casus\(clocks)},
                  note = {\(version)},
                  url = {\(imprint.address)},
                  urldate = {\(imprint.today)}
                }
                """
        }
        let said = cited.voices.map { ", said by \($0)" } ?? ""
        let note = """
            “\(cited.quote)”\(said); Casus statement \(cited.statement), “\(cited.reading)”\(clocks), \
            \(version), \(imprint.address)
            """
        let fields = [
            cited.outlet.map { "author = {{\(Self.escaped($0))}}" },
            "title = {\(Self.escaped(cited.title))}",
            cited.published.map { "date = {\($0.edtf)}" },
            cited.published.map { "year = {\($0.first.civil.year)}" },
            cited.address.map { "url = {\(Self.escaped($0))}" },
            "urldate = {\(imprint.today)}",
            "note = {\(Self.escaped(note))}",
        ].compactMap(\.self).map { "  \($0)" }
        return "@misc{casus-\(cited.statement),\n" + fields.joined(separator: ",\n") + "\n}"
    }

    /// Signs that mean something to TeX, and braces that would end the field.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "{", "}", "\\": continue
            case "%", "#", "&", "$", "_": result += "\\\(character)"
            default: result.append(character)
            }
        }
        return result
    }
}
