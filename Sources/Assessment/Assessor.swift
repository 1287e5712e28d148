package import Diplomacy
package import Text

/// What judging needs besides what was read: the scale of intensities, the register of commitments and the
/// table of territories, loaded once and shared.
package struct Assessor: Sendable {
    package let scale: IntensityScale
    package let register: CommitmentRegister
    package let territories: TerritoryTable

    package init(_ resources: ResourceFolder) throws {
        try self.init(
            scale: IntensityScale(resources),
            register: CommitmentRegister(resources),
            territories: TerritoryTable(resources)
        )
    }

    package init(
        scale: IntensityScale,
        register: CommitmentRegister,
        territories: TerritoryTable
    ) {
        self.scale = scale
        self.register = register
        self.territories = territories
    }

    package func standing(
        of pair: DirectedPair,
        in statements: [CitedStatement],
        until: Day
    ) -> Standing {
        Standing(of: pair, in: statements, until: until, scale: scale)
    }

    package func sensitivity(
        of pair: DirectedPair,
        in statements: [CitedStatement],
        until: Day
    ) -> StandingSensitivity {
        StandingSensitivity(of: pair, in: statements, until: until, scale: scale)
    }

    package func cases(in statements: [CitedStatement], until: Day) -> [AllianceCase] {
        CaseBuilder(register: register, territories: territories, until: until)
            .cases(in: statements)
    }
}
