/// The table of the migration "21 people": whom articles name with a role, and for whom it is held.
extension Schema {
    /// `surname` is the skeleton of the last word of the name, by which one person is found in every spelling;
    /// `trueFrom` as in `statement`.
    static let people = """
        CREATE TABLE person (
            key INTEGER PRIMARY KEY,
            articleKey INTEGER NOT NULL REFERENCES article(key),
            position INTEGER NOT NULL CHECK (position >= 0),
            name TEXT NOT NULL CHECK (name <> ''),
            surname TEXT NOT NULL,
            role TEXT NOT NULL
                CHECK (role = 'head-of-state' OR role = 'head-of-government'
                    OR role = 'foreign-minister' OR role = 'defence-minister' OR role = 'minister'
                    OR role = 'leader' OR role = 'envoy' OR role = 'ambassador'
                    OR role = 'negotiator' OR role = 'adviser' OR role = 'spokesperson'
                    OR role = 'commander' OR role = 'intelligence' OR role = 'legislator'
                    OR role = 'secretary' OR role = 'diplomat'),
            title TEXT NOT NULL CHECK (title <> ''),
            party TEXT NOT NULL CHECK (party <> ''),
            isFormer INTEGER NOT NULL CHECK (isFormer = 0 OR isFormer = 1),
            date TEXT,
            firstDay INTEGER,
            lastDay INTEGER,
            isApproximate INTEGER NOT NULL CHECK (isApproximate = 0 OR isApproximate = 1),
            trueFrom INTEGER NOT NULL,
            startByte INTEGER NOT NULL CHECK (startByte >= 0),
            endByte INTEGER NOT NULL CHECK (endByte > startByte),
            quote TEXT NOT NULL CHECK (quote <> ''),
            sourceStart INTEGER NOT NULL CHECK (sourceStart >= 0),
            sourceEnd INTEGER NOT NULL CHECK (sourceEnd >= sourceStart),
            UNIQUE (articleKey, position),
            CHECK ((date IS NULL) = (firstDay IS NULL)),
            CHECK ((date IS NULL) = (lastDay IS NULL)),
            CHECK (firstDay <= lastDay),
            CHECK (firstDay IS NULL OR trueFrom = firstDay)
        ) STRICT;
        CREATE INDEX personByParty ON person(party, role);
        CREATE INDEX personBySurname ON person(surname);
        """
}
