-- The caseload as first released. One table a kind of record, named as the kind; lists inside a record have a table of
-- their own, in order of `n`. Dates are ISO text and checked to be dates; unknown is NULL; a text field that is not
-- filled in is ''. Foreign keys are deferred, so that an edit may write its records in any order.

CREATE TABLE school (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,
  authority TEXT NOT NULL
) STRICT;

CREATE TABLE school_leaving_year (
  school INTEGER NOT NULL REFERENCES school(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n      INTEGER NOT NULL,
  year   TEXT NOT NULL,
  PRIMARY KEY (school, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE school_term (
  school INTEGER NOT NULL REFERENCES school(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n      INTEGER NOT NULL,
  name   TEXT NOT NULL,
  first  TEXT NOT NULL CHECK (first IS date(first)),
  last   TEXT NOT NULL CHECK (last IS date(last) AND last >= first),
  PRIMARY KEY (school, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE school_closure (
  school INTEGER NOT NULL REFERENCES school(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n      INTEGER NOT NULL,
  kind   TEXT NOT NULL CHECK (kind IN ('inset', 'closed')),
  name   TEXT NOT NULL,
  first  TEXT NOT NULL CHECK (first IS date(first)),
  last   TEXT NOT NULL CHECK (last IS date(last) AND last >= first),
  PRIMARY KEY (school, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL CHECK (name <> ''),
  kind           TEXT NOT NULL CHECK (kind IN ('staff', 'family', 'professional')),
  role           TEXT NOT NULL,
  days           TEXT NOT NULL,
  minutes_a_week INTEGER CHECK (minutes_a_week >= 0),
  reach          TEXT NOT NULL
) STRICT;

CREATE TABLE pupil (
  id             INTEGER PRIMARY KEY,
  school         INTEGER NOT NULL REFERENCES school(id) DEFERRABLE INITIALLY DEFERRED,
  upn            TEXT NOT NULL,
  adno           TEXT NOT NULL,
  surname        TEXT NOT NULL,
  forename       TEXT NOT NULL,
  preferred      TEXT NOT NULL,
  dob            TEXT CHECK (dob IS date(dob)),
  year           TEXT,
  class          TEXT NOT NULL,
  sex            TEXT,
  language       TEXT NOT NULL,
  pp             INTEGER CHECK (pp IN (0, 1)),
  fsm            INTEGER CHECK (fsm IN (0, 1)),
  eal            INTEGER CHECK (eal IN (0, 1)),
  cla            INTEGER CHECK (cla IN (0, 1)),
  top_up_pence   INTEGER,
  funded_minutes INTEGER,
  authority      TEXT NOT NULL,
  strengths      TEXT NOT NULL,
  works          TEXT NOT NULL,
  important      TEXT NOT NULL,
  careful        TEXT NOT NULL,
  see_dsl        INTEGER NOT NULL CHECK (see_dsl IN (0, 1)),
  left_on        TEXT CHECK (left_on IS date(left_on)),
  left_for       TEXT NOT NULL,
  CHECK (surname <> '' OR forename <> '' OR preferred <> '')
) STRICT;

CREATE TABLE pupil_need (
  pupil INTEGER NOT NULL REFERENCES pupil(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n     INTEGER NOT NULL,
  code  TEXT NOT NULL,
  PRIMARY KEY (pupil, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie (
  id             INTEGER PRIMARY KEY,
  pupil          INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  person         INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  relation       TEXT NOT NULL,
  responsibility INTEGER NOT NULL CHECK (responsibility IN (0, 1)),
  care           INTEGER NOT NULL CHECK (care IN (0, 1)),
  papers         TEXT NOT NULL CHECK (papers IN ('yes', 'no', 'ask_first')),
  careful        TEXT NOT NULL
) STRICT;
CREATE INDEX tie_pupil ON tie(pupil);
CREATE INDEX tie_person ON tie(person);

CREATE TABLE status_period (
  id             INTEGER PRIMARY KEY,
  pupil          INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  status         TEXT NOT NULL CHECK (status IN ('N', 'K', 'E')),
  watching       INTEGER NOT NULL CHECK (watching IN (0, 1)),
  "from"         TEXT CHECK ("from" IS date("from")),
  "to"           TEXT CHECK ("to" IS date("to") AND ("from" IS NULL OR "to" >= "from")),
  reason         TEXT NOT NULL,
  parent_told    INTEGER NOT NULL CHECK (parent_told IN (0, 1)),
  parent_told_on TEXT CHECK (parent_told_on IS date(parent_told_on)),
  CHECK (watching = 0 OR status = 'N')
) STRICT;
CREATE INDEX status_period_pupil ON status_period(pupil);

CREATE TABLE ehc_event (
  id    INTEGER PRIMARY KEY,
  pupil INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  step  TEXT NOT NULL,
  "on"  TEXT NOT NULL CHECK ("on" IS date("on")),
  note  TEXT NOT NULL
) STRICT;
CREATE INDEX ehc_event_pupil ON ehc_event(pupil);

CREATE TABLE cycle (
  id           INTEGER PRIMARY KEY,
  pupil        INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  number       INTEGER NOT NULL CHECK (number >= 1),
  began_on     TEXT NOT NULL CHECK (began_on IS date(began_on)),
  light        INTEGER NOT NULL CHECK (light IN (0, 1)),
  teacher_view TEXT NOT NULL,
  progress     TEXT NOT NULL,
  barriers     TEXT NOT NULL,
  family_view  TEXT NOT NULL,
  pupil_view   TEXT NOT NULL,
  advice       TEXT NOT NULL,
  assessed_on  TEXT CHECK (assessed_on IS date(assessed_on)),
  expected     TEXT NOT NULL,
  home         TEXT NOT NULL,
  agreed_on    TEXT CHECK (agreed_on IS date(agreed_on)),
  planned_on   TEXT CHECK (planned_on IS date(planned_on)),
  review_on    TEXT CHECK (review_on IS date(review_on)),
  reviewed_on  TEXT CHECK (reviewed_on IS date(reviewed_on))
) STRICT;
CREATE INDEX cycle_pupil ON cycle(pupil);

CREATE TABLE outcome (
  id       INTEGER PRIMARY KEY,
  pupil    INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  area     TEXT,
  words    TEXT NOT NULL CHECK (words <> ''),
  source   TEXT NOT NULL CHECK (source IN ('ehc_plan', 'school')),
  "by"     TEXT CHECK ("by" IS date("by")),
  ended_on TEXT CHECK (ended_on IS date(ended_on))
) STRICT;
CREATE INDEX outcome_pupil ON outcome(pupil);

CREATE TABLE target (
  id           INTEGER PRIMARY KEY,
  pupil        INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  cycle        INTEGER NOT NULL REFERENCES cycle(id) DEFERRABLE INITIALLY DEFERRED,
  outcome      INTEGER REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED,
  place        INTEGER NOT NULL CHECK (place >= 1),
  short        TEXT NOT NULL CHECK (short <> ''),
  statement    TEXT NOT NULL,
  unit         TEXT NOT NULL,
  start        REAL,
  start_on     TEXT CHECK (start_on IS date(start_on)),
  aim          REAL,
  "by"         TEXT CHECK ("by" IS date("by")),
  home         TEXT NOT NULL,
  carried_from INTEGER REFERENCES target(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX target_pupil ON target(pupil);
CREATE INDEX target_cycle ON target(cycle);
CREATE INDEX target_outcome ON target(outcome);
CREATE INDEX target_carried_from ON target(carried_from);

CREATE TABLE target_waiver (
  target  INTEGER NOT NULL REFERENCES target(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n       INTEGER NOT NULL,
  "check" TEXT NOT NULL,
  why     TEXT NOT NULL,
  PRIMARY KEY (target, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE strategy (
  id     INTEGER PRIMARY KEY,
  pupil  INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  cycle  INTEGER NOT NULL REFERENCES cycle(id) DEFERRABLE INITIALLY DEFERRED,
  target INTEGER REFERENCES target(id) DEFERRABLE INITIALLY DEFERRED,
  words  TEXT NOT NULL CHECK (words <> ''),
  who    TEXT NOT NULL
) STRICT;
CREATE INDEX strategy_cycle ON strategy(cycle);
CREATE INDEX strategy_pupil ON strategy(pupil);
CREATE INDEX strategy_target ON strategy(target);

CREATE TABLE strategy_waiver (
  strategy INTEGER NOT NULL REFERENCES strategy(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n        INTEGER NOT NULL,
  "check"  TEXT NOT NULL,
  why      TEXT NOT NULL,
  PRIMARY KEY (strategy, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE provision (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL CHECK (name <> ''),
  area          TEXT,
  wave          INTEGER NOT NULL CHECK (wave BETWEEN 1 AND 3),
  minutes       INTEGER CHECK (minutes > 0),
  group_size    INTEGER CHECK (group_size > 0),
  pence_an_hour INTEGER CHECK (pence_an_hour >= 0),
  words         TEXT NOT NULL
) STRICT;

CREATE TABLE intervention (
  id        INTEGER PRIMARY KEY,
  provision INTEGER NOT NULL REFERENCES provision(id) DEFERRABLE INITIALLY DEFERRED,
  name      TEXT NOT NULL CHECK (name <> ''),
  led_by    INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  began_on  TEXT NOT NULL CHECK (began_on IS date(began_on)),
  ends_on   TEXT CHECK (ends_on IS date(ends_on) AND ends_on >= began_on),
  keeping   TEXT NOT NULL CHECK (keeping IN ('each_session', 'by_exception', 'standing')),
  minutes   INTEGER NOT NULL CHECK (minutes > 0),
  room      TEXT NOT NULL
) STRICT;
CREATE INDEX intervention_provision ON intervention(provision);
CREATE INDEX intervention_led_by ON intervention(led_by);

CREATE TABLE intervention_slot (
  intervention INTEGER NOT NULL REFERENCES intervention(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n            INTEGER NOT NULL,
  weekday      TEXT NOT NULL CHECK (weekday IN ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')),
  "at"         TEXT NOT NULL,
  PRIMARY KEY (intervention, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  id           INTEGER PRIMARY KEY,
  pupil        INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  intervention INTEGER NOT NULL REFERENCES intervention(id) DEFERRABLE INITIALLY DEFERRED,
  "from"       TEXT CHECK ("from" IS date("from")),
  "to"         TEXT CHECK ("to" IS date("to") AND ("from" IS NULL OR "to" >= "from")),
  target       INTEGER REFERENCES target(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX place_pupil ON place(pupil);
CREATE INDEX place_intervention ON place(intervention);
CREATE INDEX place_target ON place(target);

CREATE TABLE session (
  id           INTEGER PRIMARY KEY,
  intervention INTEGER NOT NULL REFERENCES intervention(id) DEFERRABLE INITIALLY DEFERRED,
  "on"         TEXT NOT NULL CHECK ("on" IS date("on")),
  "at"         TEXT,
  not_given    TEXT CHECK (not_given <> ''),
  told_by      TEXT NOT NULL,
  entered_at   TEXT NOT NULL,
  note         TEXT NOT NULL
) STRICT;
-- Covers the totals: what was promised, given and not given is counted from the index alone.
CREATE INDEX session_intervention ON session(intervention, "on", not_given, "at");
-- The timeline of all pupils, a page at a time.
CREATE INDEX session_on ON session("on");

CREATE TABLE session_mark (
  session INTEGER NOT NULL REFERENCES session(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n       INTEGER NOT NULL,
  pupil   INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  mark    TEXT NOT NULL CHECK (mark IN ('there', 'absent', 'school')),
  note    TEXT NOT NULL,
  PRIMARY KEY (session, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_mark_pupil ON session_mark(pupil, session, mark);

CREATE TABLE measure (
  id           INTEGER PRIMARY KEY,
  pupil        INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  instrument   TEXT NOT NULL CHECK (instrument <> ''),
  value        REAL NOT NULL,
  "on"         TEXT NOT NULL CHECK ("on" IS date("on")),
  target       INTEGER REFERENCES target(id) DEFERRABLE INITIALLY DEFERRED,
  intervention INTEGER REFERENCES intervention(id) DEFERRABLE INITIALLY DEFERRED,
  moment       TEXT CHECK (moment IN ('entry', 'mid', 'exit')),
  taken_by     TEXT NOT NULL,
  entered_at   TEXT NOT NULL
) STRICT;
CREATE INDEX measure_pupil ON measure(pupil, "on");
CREATE INDEX measure_target ON measure(target, "on", value);
CREATE INDEX measure_intervention ON measure(intervention);
CREATE INDEX measure_on ON measure("on");

CREATE TABLE note (
  id          INTEGER PRIMARY KEY,
  -- Orders the search index by the day it happened: days since 1970 << 32 | counter. Not part of the record.
  seek        INTEGER NOT NULL UNIQUE,
  pupil       INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  kind        TEXT NOT NULL,
  happened_on TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
  entered_at  TEXT NOT NULL,
  voice       TEXT NOT NULL CHECK (voice IN ('pupil', 'family', 'staff', 'professional')),
  said_by     TEXT NOT NULL,
  said_to     TEXT NOT NULL,
  words       TEXT NOT NULL CHECK (words <> ''),
  staff_only  INTEGER NOT NULL CHECK (staff_only IN (0, 1))
) STRICT;
CREATE INDEX note_pupil ON note(pupil, seek);
CREATE INDEX note_voice ON note(pupil, voice, happened_on);

CREATE VIRTUAL TABLE note_words USING fts5(
  words, said_by, content = 'note', content_rowid = 'seek',
  prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO note_words(note_words, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
  INSERT INTO note_words(rowid, words, said_by) VALUES (new.seek, new.words, new.said_by);
END;
CREATE TRIGGER note_removed AFTER DELETE ON note BEGIN
  INSERT INTO note_words(note_words, rowid, words, said_by) VALUES ('delete', old.seek, old.words, old.said_by);
END;
CREATE TRIGGER note_changed AFTER UPDATE ON note BEGIN
  INSERT INTO note_words(note_words, rowid, words, said_by) VALUES ('delete', old.seek, old.words, old.said_by);
  INSERT INTO note_words(rowid, words, said_by) VALUES (new.seek, new.words, new.said_by);
END;

CREATE TABLE review (
  id             INTEGER PRIMARY KEY,
  pupil          INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  cycle          INTEGER REFERENCES cycle(id) DEFERRABLE INITIALLY DEFERRED,
  kind           TEXT NOT NULL CHECK (kind IN ('support', 'annual', 'transfer', 'interim')),
  "on"           TEXT NOT NULL CHECK ("on" IS date("on")),
  "at"           TEXT,
  room           TEXT NOT NULL,
  papers_out_on  TEXT CHECK (papers_out_on IS date(papers_out_on)),
  held_on        TEXT CHECK (held_on IS date(held_on)),
  pupil_words    TEXT NOT NULL,
  family_words   TEXT NOT NULL,
  decision       TEXT,
  reason         TEXT NOT NULL,
  agreement      TEXT,
  report_sent_on TEXT CHECK (report_sent_on IS date(report_sent_on))
) STRICT;
CREATE INDEX review_pupil ON review(pupil);
CREATE INDEX review_cycle ON review(cycle);

CREATE TABLE review_invitee (
  review INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n      INTEGER NOT NULL,
  name   TEXT NOT NULL,
  person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  came   TEXT CHECK (came IN ('came', 'did_not_come', 'sent_views')),
  PRIMARY KEY (review, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_invitee_person ON review_invitee(person);

CREATE TABLE review_judgement (
  review   INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n        INTEGER NOT NULL,
  target   INTEGER NOT NULL REFERENCES target(id) DEFERRABLE INITIALLY DEFERRED,
  judged   TEXT NOT NULL CHECK (judged IN ('not_yet', 'some', 'met', 'more_than_met', 'not_looked_at')),
  evidence TEXT NOT NULL,
  PRIMARY KEY (review, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_judgement_target ON review_judgement(target);

CREATE TABLE review_verdict (
  review       INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n            INTEGER NOT NULL,
  intervention INTEGER NOT NULL REFERENCES intervention(id) DEFERRABLE INITIALLY DEFERRED,
  keep         TEXT NOT NULL CHECK (keep IN ('keep', 'change', 'stop')),
  why          TEXT NOT NULL,
  PRIMARY KEY (review, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_verdict_intervention ON review_verdict(intervention);

CREATE TABLE action (
  id        INTEGER PRIMARY KEY,
  pupil     INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  review    INTEGER REFERENCES review(id) DEFERRABLE INITIALLY DEFERRED,
  what      TEXT NOT NULL CHECK (what <> ''),
  who       TEXT NOT NULL,
  person    INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  agreed_on TEXT NOT NULL CHECK (agreed_on IS date(agreed_on)),
  "by"      TEXT CHECK ("by" IS date("by")),
  done_on   TEXT CHECK (done_on IS date(done_on)),
  dropped   TEXT NOT NULL
) STRICT;
CREATE INDEX action_pupil ON action(pupil);
CREATE INDEX action_review ON action(review);
CREATE INDEX action_person ON action(person);

CREATE TABLE referral (
  id          INTEGER PRIMARY KEY,
  pupil       INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  what        TEXT NOT NULL CHECK (what <> ''),
  "of"        TEXT NOT NULL,
  person      INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  asked_on    TEXT NOT NULL CHECK (asked_on IS date(asked_on)),
  due_on      TEXT CHECK (due_on IS date(due_on)),
  received_on TEXT CHECK (received_on IS date(received_on)),
  dropped     TEXT NOT NULL
) STRICT;
CREATE INDEX referral_pupil ON referral(pupil);
CREATE INDEX referral_person ON referral(person);

CREATE TABLE referral_chase (
  referral INTEGER NOT NULL REFERENCES referral(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n        INTEGER NOT NULL,
  "on"     TEXT NOT NULL CHECK ("on" IS date("on")),
  PRIMARY KEY (referral, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  senco        INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  working_days TEXT NOT NULL,
  plan_name    TEXT NOT NULL,
  began_on     TEXT NOT NULL CHECK (began_on IS date(began_on))
) STRICT;
CREATE INDEX setting_senco ON setting(senco);

CREATE TABLE import_base (
  id    INTEGER PRIMARY KEY,
  pupil INTEGER NOT NULL UNIQUE REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE import_base_value (
  import_base INTEGER NOT NULL REFERENCES import_base(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n           INTEGER NOT NULL,
  field       TEXT NOT NULL,
  value       TEXT NOT NULL,
  PRIMARY KEY (import_base, n)
) STRICT, WITHOUT ROWID;

-- The journal: every edit, with each record as it was before. Undoing swaps `before` for what was there, which is the redo.
CREATE TABLE edit (
  id    INTEGER PRIMARY KEY,
  at    TEXT NOT NULL,
  label TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;
CREATE INDEX edit_state ON edit(state, id);

CREATE TABLE edit_change (
  edit   INTEGER NOT NULL REFERENCES edit(id) DEFERRABLE INITIALLY DEFERRED,
  n      INTEGER NOT NULL,
  kind   TEXT NOT NULL,
  record INTEGER NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  PRIMARY KEY (edit, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX edit_change_record ON edit_change(kind, record, edit);

-- What is being typed and is not a record yet: one a form and what it is about.
CREATE TABLE draft (
  id     INTEGER PRIMARY KEY,
  dialog TEXT NOT NULL,
  about  TEXT NOT NULL,
  at     TEXT NOT NULL,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  focus  TEXT NOT NULL,
  caret  INTEGER NOT NULL CHECK (caret >= 0),
  UNIQUE (dialog, about)
) STRICT;
