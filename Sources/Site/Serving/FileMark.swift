import Diplomacy
import Ledger

/// What a file that is taken along says of where it comes from: in its name, and a drawing in a line under it.
struct FileMark {
    let today: Day
    let clocks: Clocks
    /// The version of the ledger that it was made from; nil where that is not known any more.
    let ledger: String?
    let address: String

    /// So many letters of a version tell two ledgers of one desk apart.
    private static let lettersOfLedger = 8

    /// `cases.csv` as `cases-on-2025-06-12-2026-11-28-4f2a91bc.csv`.
    func name(_ file: String) -> String {
        guard let dot = file.lastIndex(of: ".") else { return file }
        let parts = [
            clocks.on.map { "on-\($0)" }, clocks.knownBy.map { "known-\($0)" }, today.description,
            ledger.map { String($0.prefix(Self.lettersOfLedger)) },
        ].compactMap(\.self)
        return "\(file[..<dot])-\(parts.joined(separator: "-"))\(file[dot...])"
    }

    /// `Casus, as true on 2025-06-12, ledger 4f2a91bc…, http://localhost:8080/cases, 2026-11-28`.
    var line: String {
        [
            "Casus", clocks.on.map { "as true on \($0)" },
            clocks.knownBy.map { "as known on \($0)" },
            ledger.map { "ledger \($0)" }, address, today.description,
        ].compactMap(\.self).joined(separator: ", ")
    }
}
