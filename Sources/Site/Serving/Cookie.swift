import Hummingbird

/// What the site asks a browser to remember until it is closed: no script and no other site gets to see it.
struct Cookie {
    let name: String
    let value: String

    /// The header `Set-Cookie`.
    var line: String {
        let encoded = Address(here: [("v", value)]).text.dropFirst("?v=".count)
        return "\(name)=\(encoded); Path=/; HttpOnly; SameSite=Strict"
    }

    /// What the browser remembers under a name; nil for nothing.
    static func value(_ name: String, of request: Request) -> String? {
        let cookies = request.headers.value(of: "Cookie")?.split(separator: ";") ?? []
        let own = cookies.map { $0.drop { $0 == " " } }.first { $0.hasPrefix(name + "=") }
        return own.map { PercentDecoding.text($0.dropFirst(name.count + 1).utf8) }
    }
}
