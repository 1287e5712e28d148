package import Text

extension Brief {
    /// Writes the brief with its judgement as one object of JSON, a list entry by entry: the bytes that
    /// `Judged(brief, judgement)` makes.
    ///
    /// `eachCase` hands over the cases of the judgement with their sentences.
    package func write(
        _ judgement: BriefJudgement,
        to hand: @escaping JSONPage.Hand,
        eachCase: ((AllianceCase) throws -> Void) throws -> Void
    ) throws {
        try JSONPage.write(to: hand) { page in
            try page.member("actor", actor)
            try page.list("came", came.write)
            try page.list("cases") { list in try eachCase { try list.add($0) } }
            try page.list("disagreements", disagreements.all.write)
            try page.list("inDoubt", inDoubt.write)
            try page.member("leftOut", leftOut)
            try page.list("pairs", pairs.write)
            try page.list("promised", promised.write)
            try page.object("read") { page in
                try page.list("articles") { list in try read.articles.forEach { try list.add($0) } }
                try page.list("roots") { list in try read.roots.forEach { try list.add($0) } }
            }
            try page.member("reliability", judgement.reliability)
            try page.list("standings", judgement.standings.write)
            try page.list("undelivered", undelivered.write)
            try page.list("voices") { list in
                for voice in voices { try list.object(voice.write) }
            }
            try page.member("withoutLine", judgement.withoutLine)
        }
    }
}
