-- The recovery codes that the file has had, by the names their sheets bear: which of them was checked, and which are dead.
CREATE TABLE code_sheet (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 4),
    made_on TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
    checked_on TEXT CHECK (checked_on GLOB '????-??-??')
) STRICT;
