import Diplomacy
import Text

extension ImportedLine {
    /// The id of a statement that came without one: of the article, the place and the core, as the coder
    /// makes them.
    func name(at place: ByteRange) -> String {
        ContentHash.name(
            of: head.id,
            "\(place.lowerBound)",
            core.source.rawValue,
            core.target?.rawValue ?? "",
            core.act.rawValue,
            core.polarity.rawValue,
            core.modality.rawValue
        )
    }

    func statement(_ id: String, at place: ByteRange, in article: Article) throws -> Statement {
        Statement(
            id: id,
            source: core.source,
            target: core.target,
            act: core.act,
            kind: core.kind,
            polarity: core.polarity,
            modality: core.modality,
            speakers: speakers,
            date: core.date,
            evidence: try evidence(at: place, in: article),
            confidence: confidence,
            marks: marks,
            trail: trail
        )
    }

    /// With the place in the file that the line tells; the file itself is not at hand.
    private func evidence(at place: ByteRange, in article: Article) throws -> Evidence {
        let evidence = Evidence(range: place, in: article)
        guard let scalars else { return evidence }
        let stored = StoredEvidence(
            article: article.id,
            range: [place.lowerBound, place.upperBound],
            quote: evidence.quote,
            sourceScalars: [scalars.lowerBound, scalars.upperBound]
        )
        return try Columns.value(Evidence.self, from: try Columns.json(stored))
    }

    /// `Evidence` in its own JSON.
    private struct StoredEvidence: Encodable {
        let article: String
        let range: [Int]
        let quote: String
        let sourceScalars: [Int]
    }
}
