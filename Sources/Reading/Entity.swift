/// A character reference of a page: `&amp;`, `&#8217;`, `&#x2019;`.
struct Entity {
    let text: String.UTF8View
    /// In bytes, from `&` to `;`.
    let length: Int

    /// The longest name in the list has eight letters, a number as many digits.
    private static let longest = 12

    /// Nil where no reference with a `;` begins at `place`: then the words stand for themselves.
    init?(_ source: UnsafeRawBufferPointer, at place: Int, before end: Int) {
        guard let stop = (place..<min(end, place + Self.longest)).first(where: { source[$0] == 59 })
        else { return nil }
        let body = String(decoding: source[(place + 1)..<stop], as: UTF8.self)
        guard let meaning = body.hasPrefix("#") ? Self.numbered(body.dropFirst()) : Self.named[body]
        else { return nil }
        text = meaning.utf8
        length = stop - place + 1
    }

    private static func numbered(_ digits: Substring) -> String? {
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value > 0 else { return nil }
        // Pages made on Windows write &#146; for ’, and every browser reads it so.
        if (0x80...0x9F).contains(value) { return windows1252[Int(value) - 0x80] }
        return Unicode.Scalar(value).map { String($0) }
    }

    private static let windows1252 =
        ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars
        .map { String($0) }

    /// The names of U+00A0 to U+00FF, in their order.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
        sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
        Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
        ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
        szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
        iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
        ucirc uuml yacute thorn yuml
        """

    private static let named: [String: String] = {
        var named = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—",
            "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "bdquo": "„", "sbquo": "‚",
            "lsaquo": "‹", "rsaquo": "›", "hellip": "…", "bull": "•", "euro": "€", "trade": "™",
            "thinsp": "\u{2009}", "ensp": "\u{2002}", "emsp": "\u{2003}", "zwnj": "\u{200C}",
            "zwj": "\u{200D}", "numero": "№", "minus": "−", "prime": "′", "scaron": "š",
            "Scaron": "Š", "zcaron": "ž", "Zcaron": "Ž", "ccaron": "č", "Ccaron": "Č",
            "cacute": "ć",
            "gbreve": "ğ", "Gbreve": "Ğ", "scedil": "ş", "Scedil": "Ş", "inodot": "ı", "Idot": "İ",
            "lstrok": "ł", "Lstrok": "Ł", "oelig": "œ", "OElig": "Œ",
        ]
        for (place, name) in latin1.split(separator: " ").enumerated() {
            named[String(name)] = Unicode.Scalar(UInt32(0xA0 + place)).map { String($0) }
        }
        return named
    }()
}
