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

/// The way to cite a page: a line of text and an entry of BibTeX.
///
/// They hold a hash of what the page says and the version of the ledger behind it: who has the same ledger
/// gets the same hash at the same address.
struct CitationPart {
    let page: PageFrame
    let imprint: Imprint
    let phrases: Phrases

    var html: HTML {
        """
        <details class="cite" id="cite"><summary>\(phrases["cite.this"])</summary>
        <p class="citation-text">\(HTML.foreign(plain))</p>
        <pre class="bibtex"><code>\(bibtex)</code></pre>
        <p class="meta">\(phrases("cite.hint", "\(hash)", "\(imprint.ledger)"))</p></details>
        <p class="on-paper">\(HTML.foreign(plain))</p>
        """
    }

    private var hash: String { imprint.content }

    private var clocks: String {
        let parts = [
            page.question.clocks.on.map { "as true on \($0)" },
            page.question.clocks.knownBy.map { "as known on \($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
    }

    var plain: String {
        "Casus, “\(page.title)”\(clocks), ledger \(imprint.ledger), content \(hash), "
            + "\(imprint.address), retrieved \(imprint.today)."
    }

    var bibtex: String {
        """
        @misc{casus-\(hash),
          title = {\(Self.escaped(page.title))},
          howpublished = {Casus\(clocks)},
          note = {ledger \(imprint.ledger), content \(hash)},
          url = {\(imprint.address)},
          urldate = {\(imprint.today)}
        }
        """
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
