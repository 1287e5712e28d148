import Diplomacy

extension HTML {
    /// Words that come from an article or a person, kept apart in direction from those around them.
    static func foreign(_ text: String) -> HTML { "<bdi>\(text)</bdi>" }

    /// A link within the site.
    static func link(_ address: Address, _ words: HTML) -> HTML {
        "<a href=\"\(address.text)\">\(words)</a>"
    }

    /// A link to an address that came with an article.
    ///
    /// Only `http` and `https` lead anywhere, and the other side is not told from where; anything
    /// else is shown as text.
    static func outward(_ address: String) -> HTML {
        let scheme = address.prefix(8).lowercased()
        guard scheme.hasPrefix("http://") || scheme.hasPrefix("https://") else {
            return "<span class=\"address\">\(foreign(address))</span>"
        }
        return """
            <a class="address" rel="noreferrer noopener nofollow" href="\(address)">\(foreign(address))</a>
            """
    }

    /// A sign for the eye, and the word that a screen reader says for it.
    static func sign(_ sign: HTML, said words: HTML) -> HTML {
        """
        <span class="arrow" aria-hidden="true">\(sign)</span><span class="unseen">\(words)</span>
        """
    }

    /// A row of `dl.facts`, left out where there is nothing to say.
    static func fact(_ name: HTML, _ value: HTML?) -> HTML {
        guard let value, !value.isEmpty else { return .empty }
        return "<div><dt>\(name)</dt><dd>\(value)</dd></div>"
    }

    /// Why a place is empty and what to do about it.
    static func emptyState(_ why: HTML, cure: HTML) -> HTML {
        "<div class=\"empty\"><p>\(why)</p><p>\(cure)</p></div>"
    }
}

/// Numbers as a page shows them.
enum CountWords {
    /// With a thin space between thousands: `12 345`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        guard digits.utf8.count > 3 else { return String(number) }
        var result = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { result += "\u{202F}" }
            result.append(digit)
        }
        return number < 0 ? "-" + result : result
    }
}
