import Diplomacy

extension AcceptanceCheck {
    /// Group H: what stands on the page and is no part of the report.
    static let noise: [AcceptanceCheck] = [
        AcceptanceCheck("H01", "a headline of recent posts is left out", .discarded(.recentPosts)),
        AcceptanceCheck(
            "H02",
            "the age of a recent post does not date the article",
            .discarded(.recentPosts, .stamp),
            .notDatedBy("hours ago|days ago|ago")
        ),
        AcceptanceCheck("H03", "a teaser of the next article is left out", .discarded(.teaser)),
        AcceptanceCheck(
            "H04",
            "the date of a teaser does not date the article",
            .discarded(.teaser),
            .notDatedBy("06/10/2024|2024-06-10|2024-10-06")
        ),
        AcceptanceCheck("H05", "a caption is left out", .discarded(.caption)),
        AcceptanceCheck("H06", "a photo credit is left out", .discarded(.credit)),
        AcceptanceCheck(
            "H07",
            "a gallery's teaser is left out",
            .discarded(.gallery, .teaser)
        ),
        AcceptanceCheck(
            "H08",
            "a lead that is printed twice counts once",
            .discarded(.repeatedLead)
        ),
        AcceptanceCheck("H09", "a video's teaser is left out", .discarded(.video, .teaser)),
        AcceptanceCheck(
            "H10",
            "a footer of related news is left out",
            .discarded(.recentPosts, .teaser)
        ),
        AcceptanceCheck("H11", "a site's legal footer is left out", .discarded(.legal)),
        AcceptanceCheck("H12", "a social footer is left out", .discarded(.social)),
    ]
}
