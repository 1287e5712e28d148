import Diplomacy
package import Foundation
import Text

/// A line that a program writes into a register; the columns are those of `Register/commitments.tsv`.
package struct RegisterRow: Hashable, Sendable {
    let id: String
    let name: String
    let kind: Commitment.Kind
    let parties: [Commitment.Party]
    let direction: String
    let began: DayInterval?
    let ended: DayInterval?
    let obligations: [Commitment.Obligation]
    let fact: String
    let source: String

    /// With tabs between its cells and `-` for what is empty.
    var line: String {
        let parties = parties.map { party in
            [party.actor.rawValue, party.entered?.edtf ?? "", party.left?.edtf ?? ""]
                .joined(separator: "/")
        }
        let cells = [
            id, name, kind.rawValue, Commitment.Instrument.treaty.rawValue,
            parties.joined(separator: " "), direction, "", began?.edtf ?? "", ended?.edtf ?? "",
            obligations.map(\.rawValue).joined(separator: " "), "", "", fact, source, "",
        ]
        return cells.map { cell in
            let words = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return words.isEmpty ? "-" : words
        }
        .joined(separator: "\t")
    }
}

/// A user's own register, which stands beside the shipped one.
package struct RegisterFile: Sendable {
    /// Its name in the user's folder.
    package static let name = "register.tsv"

    private let url: URL

    package init(_ url: URL) {
        self.url = url
    }

    /// Puts `rows` into the file, in the place of those whose ids begin with `prefix`; the rest stays.
    ///
    /// The file is made where it is missing, and is whole at any moment.
    package func put(_ rows: [RegisterRow], replacing prefix: String) throws {
        let before = (try? String(contentsOf: url, encoding: .utf8)) ?? Self.head
        let lines = before.split(separator: "\n").map(String.init)
        let head = lines.filter { $0.hasPrefix("#") }
        let kept = lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix(prefix) }
        let all = head + (kept + rows.map(\.line)).sorted()
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try (all.joined(separator: "\n") + "\n")
                .write(to: url, atomically: true, encoding: .utf8)
        } catch {
            throw TableError(
                file: url.path,
                line: nil,
                problem: "cannot be written (\(error.localizedDescription))",
                cure: "Give yourself the right to write the file and its folder."
            )
        }
    }

    private static let head = """
        # Your own register of commitments for Casus, which reads it beside the shipped one. The columns are those of
        # 'commitments.tsv'; lines that 'casus import' wrote are replaced by the next import.
        """
}
