import Foundation
package import Diplomacy
package import Text

/// The register of commitments: `Register/commitments.tsv`, one line each, as its header describes, and beside
/// it the user's own, if there is one.
package struct CommitmentRegister: Sendable {
    /// In the order of their ids.
    package let commitments: [Commitment]
    /// The places of the commitments of each party.
    private let places: [ActorCode: [Int]]
    private let placeOfID: [Commitment.ID: Int]

    /// The whole register, or what of it binds `parties` to each other, which says nothing of others.
    package init(_ resources: ResourceFolder, between parties: [ActorCode]? = nil) throws {
        let part = parties.map(RegisterPart.init(between:))
        try self.init(
            Self.files(resources).map { file in
                try TableFile(file, columns: CommitmentRow.columns) { part?.holds($0) ?? true }
            }
        )
    }

    /// The register's own file, and the user's, if there is one.
    private static func files(_ resources: ResourceFolder) throws -> [URL] {
        let folder = try resources.url("Register", of: "Assessment")
        var files = [folder.appending(path: "commitments.tsv")]
        if let own = resources.own?.appending(path: RegisterFile.name),
            FileManager.default.fileExists(atPath: own.path)
        {
            files.append(own)
        }
        return files
    }

    /// Names what a register says without reading it: equal names, equal commitments.
    package static func name(_ resources: ResourceFolder) throws -> String {
        let hashes = try files(resources).map { file in
            // A file that cannot be read is told of by who reads it.
            ContentHash.full(of: Array((try? Data(contentsOf: file)) ?? Data()))
        }
        return ContentHash.name(of: hashes.joined(separator: " "))
    }

    package init(_ table: TableFile) throws { try self.init([table]) }

    private init(_ tables: [TableFile]) throws {
        var seen: Set<String> = []
        var commitments: [Commitment] = []
        for table in tables {
            for row in table.rows {
                let commitment = try CommitmentRow(row, table).commitment()
                guard seen.insert(commitment.id).inserted else {
                    throw table.error(
                        row,
                        "the id '\(commitment.id)' stands twice",
                        cure: "Give each commitment an id of its own."
                    )
                }
                commitments.append(commitment)
            }
        }
        self.init(commitments)
    }

    package init(_ commitments: [Commitment]) {
        self.commitments = commitments.sorted { $0.id < $1.id }
        var places: [ActorCode: [Int]] = [:]
        for (place, commitment) in self.commitments.enumerated() {
            for actor in Set(commitment.parties.map(\.actor)) {
                places[actor, default: []].append(place)
            }
        }
        self.places = places
        placeOfID = Dictionary(
            self.commitments.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The commitment of this id; nil where there is none.
    package func commitment(_ id: Commitment.ID) -> Commitment? {
        placeOfID[id].map { commitments[$0] }
    }

    /// The commitments to which `actor` is or was a party; all for nil; with `day`, those that bind it
    /// then.
    package func commitments(of actor: ActorCode?, on day: Day?) -> [Commitment] {
        guard let actor else {
            return commitments.filter { commitment in day.map(commitment.isInForce) ?? true }
        }
        return (places[actor] ?? []).map { commitments[$0] }.filter { commitment in
            day.map { commitment.binds(actor, on: $0) } ?? true
        }
    }

    /// What bound `promisor` to `beneficiary` on `day`: those with a duty to defend, then those that let help be
    /// hoped for, then the rest.
    ///
    /// An organisation is bound by the commitments that its name stands in: the body acts for its members.
    package func binding(
        _ promisor: ActorCode,
        to beneficiary: ActorCode,
        on day: Day
    ) -> [BindingCommitment] {
        let found: [BindingCommitment]
        if promisor.isOrganisation, let body = OrganisationOf(promisor) {
            found = (places[beneficiary] ?? []).map { commitments[$0] }
                .filter { body.acts(for: $0) && $0.binds(beneficiary, on: day) }
                .map {
                    BindingCommitment(commitment: $0, obligations: $0.duties.map(\.obligation))
                }
        } else {
            found = (places[promisor] ?? []).map { commitments[$0] }.compactMap { commitment in
                commitment.obligations(of: promisor, to: beneficiary, on: day).map {
                    BindingCommitment(commitment: commitment, obligations: $0)
                }
            }
        }
        // That many states share a text which obliges one of them to nothing here says nothing.
        let telling = found.filter { !$0.obligations.isEmpty || !$0.commitment.isMultilateral }
        return telling.sorted { left, right in
            (left.rank, left.commitment.id) < (right.rank, right.commitment.id)
        }
    }

    /// Whether `organisation` acts for states that owe each other a defence.
    func isAlliance(_ organisation: ActorCode) -> Bool {
        guard let body = OrganisationOf(organisation) else { return false }
        return commitments.contains {
            body.acts(for: $0) && $0.duties.contains { $0.obligation == .defence }
        }
    }

    /// `actor`, and where it is an alliance the states that owe each other a defence in it: who speaks in its
    /// own cause, and fights on its side.
    func side(of actor: ActorCode) -> Set<ActorCode> {
        guard actor.isOrganisation, let body = OrganisationOf(actor) else { return [actor] }
        let members = commitments.filter { commitment in
            body.acts(for: commitment)
                && commitment.duties.contains { $0.obligation == .defence }
        }
        .flatMap { $0.parties.map(\.actor) }
        return Set(members + [actor])
    }

    /// Who owes `beneficiary` a defence under a pact of two on `day`.
    ///
    /// The members of an alliance of many are asked for only where somebody names them.
    func guarantors(of beneficiary: ActorCode, on day: Day) -> [ActorCode] {
        let pacts = (places[beneficiary] ?? []).map { commitments[$0] }
            .filter { !$0.isMultilateral }
        let others = pacts.flatMap { $0.parties.map(\.actor) }.filter { $0 != beneficiary }
        return Set(others).sorted().filter { other in
            pacts.contains {
                $0.obligations(of: other, to: beneficiary, on: day)?.contains(.defence) ?? false
            }
        }
    }
}

/// An organisation that acts for the members of commitments whose ids begin with its name:
/// `IGO:CSTO` for `csto-2002`.
struct OrganisationOf {
    let beginning: String

    init?(_ actor: ActorCode) {
        let name = actor.rawValue.dropFirst(4).lowercased()
        guard !name.isEmpty else { return nil }
        beginning = name + "-"
    }

    func acts(for commitment: Commitment) -> Bool { commitment.id.hasPrefix(beginning) }
}
