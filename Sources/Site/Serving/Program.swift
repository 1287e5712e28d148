/// What shows the ledger, for the page that says so.
package struct Program: Sendable {
    /// With its version: "casus 0.1, coder 1".
    let name: String
    /// The models that read, with their versions.
    let models: [String]

    package init(name: String, models: [String] = []) {
        self.name = name
        self.models = models
    }
}
