import Foundation
package import Diplomacy
package import Text

/// An occasion that the world knows by a day: it dates and names what an article tells without a date.
package struct KnownOccasion: Hashable, Sendable, Codable, Identifiable {
    package let id: String
    package let kind: AllianceCase.Trigger
    /// Empty for a disaster and for a coup from within.
    package let adversaries: [ActorCode]
    /// When those began that were not there from the first day.
    package let joined: [ActorCode: Day]
    /// Whom it struck; only a territory where only that was struck.
    package let targets: [ActorCode]
    package let began: Day
    /// Nil: it is still going on, as far as is known.
    package let ended: Day?
    package let name: String
    /// Empty where it was still going on, and has ended since.
    package let source: String
    /// Words of a place where only this one happened, or their beginnings; a sentence of help that names it means this.
    private let places: [String]

    /// All but `joined`, which says nothing that `adversaries` does not by then, and `places`, by which it was found.
    private enum CodingKeys: String, CodingKey {
        case id, kind, adversaries, targets, began, ended, name, source
    }

    package init(
        id: String,
        kind: AllianceCase.Trigger,
        adversaries: [ActorCode],
        joined: [ActorCode: Day] = [:],
        targets: [ActorCode],
        began: Day,
        ended: Day?,
        name: String,
        source: String,
        places: [String] = []
    ) {
        self.id = id
        self.kind = kind
        self.adversaries = adversaries
        self.joined = joined
        self.targets = targets
        self.began = began
        self.ended = ended
        self.name = name
        self.source = source
        self.places = places
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        kind = try container.decode(AllianceCase.Trigger.self, forKey: .kind)
        adversaries = try container.decode([ActorCode].self, forKey: .adversaries)
        joined = [:]
        targets = try container.decode([ActorCode].self, forKey: .targets)
        began = try container.decode(Day.self, forKey: .began)
        ended = try container.decodeIfPresent(Day.self, forKey: .ended)
        name = try container.decode(String.self, forKey: .name)
        source = try container.decode(String.self, forKey: .source)
        places = []
    }

    /// Whether `words` name its place.
    func isPlaced(in words: String) -> Bool {
        guard !places.isEmpty else { return false }
        return words.lowercased().split { !$0.isLetter }.contains { word in
            places.contains { place in
                place.hasSuffix("*") ? word.hasPrefix(place.dropLast()) : word == place
            }
        }
    }

    /// "2025-06-13/2025-06-24", "2022-02-24/..".
    package var days: String {
        began == ended ? "\(began)" : "\(began)/\(ended.map { "\($0)" } ?? "..")"
    }

    /// What of it was known on `day`, on which it had begun: who had joined by then, and no end to come; nor
    /// the source, which looks back on that end.
    func asKnown(on day: Day) -> KnownOccasion {
        let endsLater = ended.map { $0 > day } ?? false
        return KnownOccasion(
            id: id,
            kind: kind,
            adversaries: adversaries.filter { joined[$0].map { $0 <= day } ?? true },
            joined: joined.filter { $0.value <= day },
            targets: targets,
            began: began,
            ended: endsLater ? nil : ended,
            name: name,
            source: endsLater ? "" : source,
            places: places
        )
    }

    /// Its days as far as they are known on `day`, on which it has begun.
    func interval(until day: Day) -> DayInterval {
        DayInterval(first: began, last: max(began, min(ended ?? day, day)))
    }
}

/// The occasions that the world knows: `Register/occasions.tsv`, as its header describes.
///
/// It tells nothing of anybody's answer, and makes no case by itself.
package struct OccasionBook: Sendable {
    private let occasions: [KnownOccasion]

    package init(_ occasions: [KnownOccasion]) { self.occasions = occasions }

    package init(_ resources: ResourceFolder) throws {
        let folder = try resources.url("Register", of: "Assessment")
        try self.init(TableFile(folder.appending(path: "occasions.tsv"), columns: 9))
    }

    /// Reads the columns id, kind, adversaries, targets, first day, last day, name, source, places.
    package init(_ table: TableFile) throws {
        occasions = try table.rows.map { row in
            let cells = row.cells
            guard let kind = AllianceCase.Trigger(rawValue: cells[1]) else {
                let known = AllianceCase.Trigger.allCases.map(\.rawValue)
                throw table.error(
                    row,
                    "'\(cells[1])' is no kind of occasion",
                    cure: "Write one of \(known.joined(separator: ", "))."
                )
            }
            let ended = cells[5].isEmpty ? nil : DayInterval(edtf: cells[5])?.last
            guard let began = DayInterval(edtf: cells[4])?.first,
                cells[5].isEmpty || ended.map({ $0 >= began }) == true
            else {
                throw table.error(
                    row,
                    "'\(cells[4])' to '\(cells[5])' are no days in the order of time",
                    cure:
                        "Write both as year-month-day, the last one '-' where it is still going on."
                )
            }
            let adversaries = cells[2].split(separator: " ").map {
                $0.split(separator: "/").map(String.init)
            }
            let joined = adversaries.filter { $0.count == 2 }.compactMap { parts in
                DayInterval(edtf: parts[1]).map { (ActorCode(parts[0]), $0.first) }
            }
            guard joined.count == adversaries.count(where: { $0.count != 1 }) else {
                throw table.error(
                    row,
                    "'\(cells[2])' names no day on which somebody joined",
                    cure: "Write each as its code, or as its code, a stroke and a day."
                )
            }
            return KnownOccasion(
                id: cells[0],
                kind: kind,
                adversaries: adversaries.map { ActorCode($0[0]) },
                joined: Dictionary(joined) { first, _ in first },
                targets: Self.actors(cells[3]),
                began: began,
                ended: ended,
                name: cells[6],
                source: cells[7],
                places: cells[8].split(separator: " ").map(String.init)
            )
        }
    }

    private static func actors(_ cell: String) -> [ActorCode] {
        cell.split(separator: " ").map { ActorCode(String($0)) }
    }

    /// Those that struck one of `targets` and had begun by `day`, as known then, in the order of time.
    package func occasions(striking targets: [ActorCode], by day: Day) -> [KnownOccasion] {
        occasions.filter { $0.began <= day && !Set($0.targets).isDisjoint(with: targets) }
            .map { $0.asKnown(on: day) }
            .sorted { ($0.began, $0.id) < ($1.began, $1.id) }
    }
}
