-- The pupil's record in full: flags, the one-page profile, since when each need is known, and what is known of a contact.

ALTER TABLE pupil ADD COLUMN contact_language TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN cla_before INTEGER CHECK (cla_before IN (0, 1));
ALTER TABLE pupil ADD COLUMN service INTEGER CHECK (service IN (0, 1));
ALTER TABLE pupil ADD COLUMN young_carer INTEGER CHECK (young_carer IN (0, 1));
ALTER TABLE pupil ADD COLUMN barriers TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN appreciated TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN support TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN hopes TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN profile_by TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN profile_on TEXT CHECK (profile_on IS date(profile_on));

CREATE TABLE pupil_need_spell (
  pupil    INTEGER NOT NULL REFERENCES pupil(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n        INTEGER NOT NULL,
  code     TEXT NOT NULL,
  since    TEXT CHECK (since IS date(since)),
  ended_on TEXT CHECK (ended_on IS date(ended_on) AND (since IS NULL OR ended_on >= since)),
  PRIMARY KEY (pupil, n)
) STRICT, WITHOUT ROWID;

-- Parental responsibility may be not known: a column that was NOT NULL is made anew with its table.
CREATE TABLE tie_anew (
  id             INTEGER PRIMARY KEY,
  pupil          INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  person         INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  relation       TEXT NOT NULL,
  responsibility INTEGER CHECK (responsibility IN (0, 1)),
  care           INTEGER NOT NULL CHECK (care IN (0, 1)),
  papers         TEXT NOT NULL CHECK (papers IN ('yes', 'no', 'ask_first')),
  papers_why     TEXT NOT NULL,
  way            TEXT CHECK (way IN ('phone', 'email', 'letter', 'in_person')),
  interpreter    TEXT NOT NULL,
  careful        TEXT NOT NULL
) STRICT;
INSERT INTO tie_anew
  SELECT id, pupil, person, relation, responsibility, care, papers, '', NULL, '', careful FROM tie;
DROP TABLE tie;
ALTER TABLE tie_anew RENAME TO tie;
CREATE INDEX tie_pupil ON tie(pupil);
CREATE INDEX tie_person ON tie(person);

ALTER TABLE pupil ADD COLUMN medical TEXT NOT NULL DEFAULT '';

-- Plans beside the SEN support plan and the EHC plan: an individual healthcare plan, a part-time timetable.
CREATE TABLE other_plan (
  id        INTEGER PRIMARY KEY,
  pupil     INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  kind      TEXT NOT NULL,
  what      TEXT NOT NULL,
  words     TEXT NOT NULL,
  owner     TEXT NOT NULL,
  person    INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  since     TEXT CHECK (since IS date(since)),
  review_on TEXT CHECK (review_on IS date(review_on)),
  ends_on   TEXT CHECK (ends_on IS date(ends_on)),
  ended_on  TEXT CHECK (ended_on IS date(ended_on))
) STRICT;
CREATE INDEX other_plan_pupil ON other_plan(pupil);
CREATE INDEX other_plan_person ON other_plan(person);

CREATE TABLE other_plan_part (
  other_plan INTEGER NOT NULL REFERENCES other_plan(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n          INTEGER NOT NULL,
  part       TEXT NOT NULL,
  words      TEXT NOT NULL,
  PRIMARY KEY (other_plan, n)
) STRICT, WITHOUT ROWID;

-- What the columns of a list hold, as the user said of one with the same headings.
CREATE TABLE import_layout (
  id      INTEGER PRIMARY KEY,
  said_on TEXT NOT NULL CHECK (said_on IS date(said_on))
) STRICT;

CREATE TABLE import_layout_column (
  import_layout INTEGER NOT NULL REFERENCES import_layout(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n             INTEGER NOT NULL,
  heading       TEXT NOT NULL,
  holds         TEXT NOT NULL,
  PRIMARY KEY (import_layout, n)
) STRICT, WITHOUT ROWID;

-- The EHC plan in full: who has it in hand, what it names, its outcomes by code, and what section F says.
ALTER TABLE pupil ADD COLUMN case_officer TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN placement TEXT NOT NULL DEFAULT '';
ALTER TABLE pupil ADD COLUMN band TEXT NOT NULL DEFAULT '';
ALTER TABLE outcome ADD COLUMN code TEXT NOT NULL DEFAULT '';

CREATE TABLE ehc_line (
  id           INTEGER PRIMARY KEY,
  pupil        INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  outcome      INTEGER REFERENCES outcome(id) DEFERRABLE INITIALLY DEFERRED,
  words        TEXT NOT NULL CHECK (words <> ''),
  amount       TEXT NOT NULL,
  who          TEXT NOT NULL,
  person       INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  intervention INTEGER REFERENCES intervention(id) DEFERRABLE INITIALLY DEFERRED,
  strategy     INTEGER REFERENCES strategy(id) DEFERRABLE INITIALLY DEFERRED,
  otherwise    TEXT NOT NULL,
  CHECK ((intervention IS NULL) + (strategy IS NULL) + (otherwise = '') >= 2)
) STRICT;
CREATE INDEX ehc_line_pupil ON ehc_line(pupil);
CREATE INDEX ehc_line_outcome ON ehc_line(outcome);
CREATE INDEX ehc_line_person ON ehc_line(person);
CREATE INDEX ehc_line_intervention ON ehc_line(intervention);
CREATE INDEX ehc_line_strategy ON ehc_line(strategy);

-- Diagnoses and the ways toward them.
CREATE TABLE diagnosis (
  id            INTEGER PRIMARY KEY,
  pupil         INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  what          TEXT NOT NULL CHECK (what <> ''),
  suspected_on  TEXT CHECK (suspected_on IS date(suspected_on)),
  referred_on   TEXT CHECK (referred_on IS date(referred_on)),
  referred_to   TEXT NOT NULL,
  waiting_since TEXT CHECK (waiting_since IS date(waiting_since)),
  confirmed_on  TEXT CHECK (confirmed_on IS date(confirmed_on)),
  confirmed_by  TEXT NOT NULL,
  dropped       TEXT NOT NULL,
  note          TEXT NOT NULL
) STRICT;
CREATE INDEX diagnosis_pupil ON diagnosis(pupil);

-- Access arrangements for examinations and tests, with what teachers say.
CREATE TABLE arrangement (
  id          INTEGER PRIMARY KEY,
  pupil       INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  what        TEXT NOT NULL CHECK (what <> ''),
  normal_way  TEXT NOT NULL,
  asked       INTEGER CHECK (asked >= 0),
  assessed_on TEXT CHECK (assessed_on IS date(assessed_on)),
  assessed_by TEXT NOT NULL,
  scores      TEXT NOT NULL,
  form        TEXT CHECK (form IN ('form_8', 'form_9', 'file_note')),
  approved_on TEXT CHECK (approved_on IS date(approved_on)),
  reference   TEXT NOT NULL,
  expires_on  TEXT CHECK (expires_on IS date(expires_on)),
  ended_on    TEXT CHECK (ended_on IS date(ended_on))
) STRICT;
CREATE INDEX arrangement_pupil ON arrangement(pupil);

CREATE TABLE arrangement_evidence (
  arrangement INTEGER NOT NULL REFERENCES arrangement(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n           INTEGER NOT NULL,
  "on"        TEXT NOT NULL CHECK ("on" IS date("on")),
  subject     TEXT NOT NULL,
  "by"        TEXT NOT NULL,
  words       TEXT NOT NULL,
  PRIMARY KEY (arrangement, n)
) STRICT, WITHOUT ROWID;

-- Consent to a referral, when it went off, and its answer.
ALTER TABLE referral ADD COLUMN consent_by TEXT NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN consent_on TEXT CHECK (consent_on IS date(consent_on));
ALTER TABLE referral ADD COLUMN sent_on TEXT CHECK (sent_on IS date(sent_on));
ALTER TABLE referral ADD COLUMN answer TEXT NOT NULL DEFAULT '';
ALTER TABLE referral ADD COLUMN answered_on TEXT CHECK (answered_on IS date(answered_on));

-- Attendance and suspension, term by term.
CREATE TABLE half_days (
  id        INTEGER PRIMARY KEY,
  pupil     INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  year      INTEGER NOT NULL,
  season    TEXT NOT NULL CHECK (season IN ('autumn', 'spring', 'summer')),
  possible  INTEGER CHECK (possible >= 0),
  attended  INTEGER CHECK (attended BETWEEN 0 AND possible),
  per_mille INTEGER CHECK (per_mille BETWEEN 0 AND 1000),
  suspended INTEGER NOT NULL CHECK (suspended >= 0),
  note      TEXT NOT NULL,
  CHECK ((possible IS NULL) = (attended IS NULL))
) STRICT;
CREATE INDEX half_days_pupil ON half_days(pupil);

-- What the last file said of a pupil is only ever read whole: one row a pupil, where a long list made a dozen.
ALTER TABLE import_base ADD COLUMN said TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(said));
UPDATE import_base SET said = (
  SELECT json_group_object(field, value) FROM import_base_value WHERE import_base_value.import_base = import_base.id
);
DROP TABLE import_base_value;

-- Documents attached to a pupil. What each holds stands in a table of its own: it outlives its document for as long as the
-- edit that took it away can be taken back, so nothing refers to it.
CREATE TABLE document (
  id          INTEGER PRIMARY KEY,
  pupil       INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  format      TEXT NOT NULL,
  "on"        TEXT CHECK ("on" IS date("on")),
  sender      TEXT NOT NULL,
  person      INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
  note        TEXT NOT NULL,
  attached_on TEXT NOT NULL CHECK (attached_on IS date(attached_on)),
  length      INTEGER NOT NULL CHECK (length > 0),
  sum         TEXT NOT NULL
) STRICT;
CREATE INDEX document_pupil ON document(pupil);
CREATE INDEX document_person ON document(person);

CREATE TABLE document_content (
  document INTEGER PRIMARY KEY,
  bytes    BLOB NOT NULL CHECK (length(bytes) > 0)
) STRICT;

-- Whom a change is about, so that all that changed of one pupil is found without reading the whole journal.
ALTER TABLE edit_change ADD COLUMN pupil INTEGER;
UPDATE edit_change SET pupil = record WHERE kind = 'pupil';
UPDATE edit_change SET pupil = json_extract(before, '$.' || kind || '.pupil') WHERE pupil IS NULL AND before IS NOT NULL;
UPDATE edit_change SET pupil = (SELECT later.pupil FROM edit_change AS later
  WHERE later.kind = edit_change.kind AND later.record = edit_change.record AND later.pupil IS NOT NULL LIMIT 1)
  WHERE pupil IS NULL;
UPDATE edit_change SET pupil = CASE kind
  WHEN 'tie' THEN (SELECT tie.pupil FROM tie WHERE tie.id = record)
  WHEN 'status_period' THEN (SELECT status_period.pupil FROM status_period WHERE status_period.id = record)
  WHEN 'ehc_event' THEN (SELECT ehc_event.pupil FROM ehc_event WHERE ehc_event.id = record)
  WHEN 'cycle' THEN (SELECT cycle.pupil FROM cycle WHERE cycle.id = record)
  WHEN 'outcome' THEN (SELECT outcome.pupil FROM outcome WHERE outcome.id = record)
  WHEN 'target' THEN (SELECT target.pupil FROM target WHERE target.id = record)
  WHEN 'strategy' THEN (SELECT strategy.pupil FROM strategy WHERE strategy.id = record)
  WHEN 'place' THEN (SELECT place.pupil FROM place WHERE place.id = record)
  WHEN 'review' THEN (SELECT review.pupil FROM review WHERE review.id = record)
  WHEN 'action' THEN (SELECT "action".pupil FROM "action" WHERE "action".id = record)
  WHEN 'referral' THEN (SELECT referral.pupil FROM referral WHERE referral.id = record)
  WHEN 'import_base' THEN (SELECT import_base.pupil FROM import_base WHERE import_base.id = record)
  WHEN 'measure' THEN (SELECT measure.pupil FROM measure WHERE measure.id = record)
  WHEN 'note' THEN (SELECT note.pupil FROM note WHERE note.id = record)
  END
  WHERE pupil IS NULL;
CREATE INDEX edit_change_pupil ON edit_change(pupil, edit);

-- What becomes of a pupil's file when she leaves: what goes to whom, and until when it is kept here.
CREATE TABLE hand_over (
  id          INTEGER PRIMARY KEY,
  pupil       INTEGER NOT NULL REFERENCES pupil(id) DEFERRABLE INITIALLY DEFERRED,
  sent_to     TEXT NOT NULL,
  sent_on     TEXT CHECK (sent_on IS date(sent_on)),
  received_on TEXT CHECK (received_on IS date(received_on) AND (sent_on IS NULL OR received_on >= sent_on)),
  note        TEXT NOT NULL,
  keep_until  TEXT CHECK (keep_until IS date(keep_until)),
  keep_why    TEXT NOT NULL
) STRICT;
CREATE INDEX hand_over_pupil ON hand_over(pupil);

CREATE TABLE hand_over_item (
  hand_over INTEGER NOT NULL REFERENCES hand_over(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n         INTEGER NOT NULL,
  item      TEXT NOT NULL,
  PRIMARY KEY (hand_over, n)
) STRICT, WITHOUT ROWID;

-- What the list of pupils shows, from left to right, and the filters that are kept under a name.
CREATE TABLE setting_column (
  setting  INTEGER NOT NULL REFERENCES setting(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n        INTEGER NOT NULL,
  "column" TEXT NOT NULL,
  PRIMARY KEY (setting, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting_filter (
  setting INTEGER NOT NULL REFERENCES setting(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n       INTEGER NOT NULL,
  name    TEXT NOT NULL,
  words   TEXT NOT NULL,
  PRIMARY KEY (setting, n)
) STRICT, WITHOUT ROWID;

-- What was looked at while a pupil was watched, from first concern to decision.
CREATE TABLE status_period_watched (
  status_period INTEGER NOT NULL REFERENCES status_period(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  n             INTEGER NOT NULL,
  part          TEXT NOT NULL,
  "on"          TEXT CHECK ("on" IS date("on")),
  words         TEXT NOT NULL,
  PRIMARY KEY (status_period, n)
) STRICT, WITHOUT ROWID;

-- The layer of support, in the words proposed in 2026: optional.
ALTER TABLE pupil ADD COLUMN layer TEXT CHECK (layer IN ('universal', 'targeted', 'targeted_plus', 'specialist'));
