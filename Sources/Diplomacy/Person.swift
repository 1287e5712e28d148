/// Somebody whom an article names with what they are and for whom: *Iran's ambassador to Moscow, Ada Karimi*.
///
/// Unlike the leader book, which knows offices from day to day, this is what one text says of one person. A text that
/// gives no role, or no party that it is held for, names nobody here.
package struct Person: Hashable, Sendable, Codable {
    /// What a person does for a party, whatever a language calls it.
    package enum Role: String, CaseIterable, Hashable, Sendable, Codable {
        case headOfState = "head-of-state"
        case headOfGovernment = "head-of-government"
        case foreignMinister = "foreign-minister"
        case defenceMinister = "defence-minister"
        /// Any other member of a government.
        case minister
        /// Whom a text calls a leader, or the head of a state or group, and no more.
        case leader
        /// Sent for one matter: a special envoy, a representative.
        case envoy
        /// Sent to one place.
        case ambassador
        /// Who speaks at a table of talks.
        case negotiator
        case adviser, spokesperson
        /// Who leads soldiers.
        case commander
        /// Who leads a service of intelligence or security.
        case intelligence
        /// Who sits in a parliament.
        case legislator
        /// Who leads an organisation's office: a secretary general.
        case secretary
        case diplomat
    }

    /// As voices are named: in Latin letters, in the dictionary form.
    package let name: String
    package let role: Role
    /// The words of the article for the role: `special envoy`.
    package let title: String
    /// For whom the role is held.
    package let party: ActorCode
    /// *The former ambassador*.
    package let isFormer: Bool
    /// The day that the sentence tells, where it tells one.
    ///
    /// Nil: as of the article.
    package let date: DayInterval?
    /// From the first word of name or role to the last.
    package let evidence: Evidence

    package init(
        name: String,
        role: Role,
        title: String,
        party: ActorCode,
        isFormer: Bool,
        date: DayInterval?,
        evidence: Evidence
    ) {
        precondition(!name.isEmpty && !title.isEmpty, "a person has a name and a title")
        self.name = name
        self.role = role
        self.title = title
        self.party = party
        self.isFormer = isFormer
        self.date = date
        self.evidence = evidence
    }
}
