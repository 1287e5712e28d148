/// Who is answered: this machine alone, or whoever has the token.
package struct Admission: Sendable {
    /// A token of fewer letters could be guessed.
    package static let shortestToken = 16

    /// The names under which the site may be asked, without a port, in small letters.
    let hosts: Set<String>
    /// Nil: everybody who reaches the site is answered, as on a loopback address.
    let token: String?

    private static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]"]

    /// Listens on this machine only.
    package static let thisMachine = Admission(hosts: loopback, token: nil)

    private init(hosts: Set<String>, token: String?) {
        self.hosts = hosts
        self.token = token
    }

    /// Listens elsewhere too, under `names`; nil where `token` is too short to protect it.
    package init?(names: [String], token: String) {
        guard token.utf8.count >= Self.shortestToken else { return nil }
        self.init(hosts: Self.loopback.union(names.map { $0.lowercased() }), token: token)
    }

    /// Whether `authority`, a name with or without a port, is one of the site's own.
    func isOwn(_ authority: String) -> Bool {
        let name = authority.lowercased()
        return hosts.contains { own in
            guard name.hasPrefix(own) else { return false }
            let rest = name.dropFirst(own.count)
            return rest.isEmpty
                || rest.first == ":" && rest.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
        }
    }

    /// Whether a page of `origin` is one of the site's own.
    func isOwn(origin: String) -> Bool {
        ["http://", "https://"].contains { scheme in
            origin.hasPrefix(scheme) && isOwn(String(origin.dropFirst(scheme.count)))
        }
    }

    /// Compares in a time that does not tell how much of it was right.
    func isRight(_ given: String) -> Bool {
        guard let token else { return true }
        let (one, other) = (Array(given.utf8), Array(token.utf8))
        var difference = one.count ^ other.count
        for place in other.indices {
            difference |= Int(other[place] ^ (one.indices.contains(place) ? one[place] : 0))
        }
        return difference == 0
    }
}
