import Foundation
package import Diplomacy

/// What was to be expected on the first day of a case, from base rates alone, and what came of it.
///
/// It is made from what was known on that day and nothing else, so that it can be scored afterwards
/// (`Documentation/measures.md`).
package struct Forecast: Sendable, Identifiable {
    /// What is foretold.
    package enum Question: String, CaseIterable, Hashable, Sendable, Codable {
        /// A duty that came due will be kept: the legal verdict.
        case kept
        /// Help will come, in whole or in part, whatever was owed: the political verdict.
        case came
    }

    package enum Outcome: String, CaseIterable, Hashable, Sendable, Codable {
        case yes, no
        /// The horizon has not passed, and nothing decides it yet.
        case open
        /// The horizon has passed, and the ledger cannot tell; it is not scored.
        case void
    }

    /// The case's id and the question: `RUS-ARM-2023/came`.
    package let id: String
    package let caseID: String
    package let promisor: ActorCode
    package let beneficiary: ActorCode
    package let question: Question
    /// The first day of the trigger.
    package let made: Day
    package let probability: Double
    /// Where it began, before any case of the ledger.
    package let baseRate: Double
    /// How many cases it had learnt from, all told before it was made.
    package let learntCount: Int
    private let lessons: Lessons
    /// The last day of the horizon.
    package let due: Day
    package let outcome: Outcome
    /// The squared distance to the outcome, 0 for a certain hit and 1 for a certain miss; nil unless it is
    /// resolved.
    package let brier: Double?
    /// The natural logarithm of what was given to the outcome, with its sign turned; 0 for a certain hit;
    /// nil unless it is resolved.
    package let logLoss: Double?

    /// So many days after the first of the trigger it is resolved: an answer that comes later is none.
    package static let horizonDays = CaseBuilder.responseDays

    init(
        of found: AllianceCase,
        _ question: Question,
        made: Day,
        probability: Double,
        baseRate: Double,
        learntCount: Int,
        lessons: Lessons,
        outcome: Outcome
    ) {
        id = "\(found.id)/\(question.rawValue)"
        caseID = found.id
        promisor = found.promisor
        beneficiary = found.beneficiary
        self.question = question
        self.made = made
        self.probability = probability
        self.baseRate = baseRate
        self.learntCount = learntCount
        self.lessons = lessons
        due = made.advanced(by: Self.horizonDays)
        self.outcome = outcome
        brier = Self.brier(probability, outcome)
        logLoss = Self.logLoss(probability, outcome)
    }

    /// The ids of those cases.
    package var learntFrom: [String] { lessons.ids(before: made, without: caseID) }

    static func brier(_ probability: Double, _ outcome: Outcome) -> Double? {
        switch outcome {
        case .yes: (1 - probability) * (1 - probability)
        case .no: probability * probability
        case .open, .void: nil
        }
    }

    static func logLoss(_ probability: Double, _ outcome: Outcome) -> Double? {
        switch outcome {
        case .yes: -log(probability)
        case .no: -log(1 - probability)
        case .open, .void: nil
        }
    }
}

extension Forecast: Encodable {
    private enum CodingKeys: String, CodingKey {
        case id, caseID, promisor, beneficiary, question, made, probability, baseRate, learntFrom
        case due, outcome, brier, logLoss
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(caseID, forKey: .caseID)
        try container.encode(promisor, forKey: .promisor)
        try container.encode(beneficiary, forKey: .beneficiary)
        try container.encode(question, forKey: .question)
        try container.encode(made, forKey: .made)
        try container.encode(probability, forKey: .probability)
        try container.encode(baseRate, forKey: .baseRate)
        try container.encode(learntFrom, forKey: .learntFrom)
        try container.encode(due, forKey: .due)
        try container.encode(outcome, forKey: .outcome)
        try container.encodeIfPresent(brier, forKey: .brier)
        try container.encodeIfPresent(logLoss, forKey: .logLoss)
    }
}
