/// The tables of a ledger in SQLite, and how each version of them came out of the one before.
///
/// Spans are pairs of Unicode code points, so that `substr(text, start + 1, end - start)` gives the words of a
/// report in any tool. Lists are JSON. `Documentation/Ledger.md` describes every table and view.
enum Schema {
  /// Marks the file as a ledger of Quoth: "Quth" in ASCII.
  static let application = 0x5175_7468

  /// What makes each version from the one before; the first makes it from nothing.
  static let migrations = [first]

  static var version: Int { migrations.count }

  private static let first = """
    CREATE TABLE families (
      family INTEGER PRIMARY KEY
    ) STRICT;

    CREATE TABLE stories (
      story INTEGER PRIMARY KEY,
      merged_into INTEGER REFERENCES stories
    ) STRICT;

    CREATE TABLE reports (
      report INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      file TEXT,
      url TEXT,
      url_from TEXT,
      address TEXT,
      publisher TEXT,
      publisher_from TEXT,
      headline TEXT,
      headline_from TEXT,
      byline TEXT NOT NULL DEFAULT '[]',
      byline_from TEXT,
      credit TEXT NOT NULL DEFAULT '[]',
      published TEXT,
      published_from TEXT,
      updated TEXT,
      updated_from TEXT,
      section TEXT,
      section_from TEXT,
      language TEXT,
      language_from TEXT,
      dateline TEXT,
      model TEXT NOT NULL,
      added TEXT NOT NULL,
      day INTEGER NOT NULL,
      version_of INTEGER REFERENCES reports ON DELETE SET NULL,
      family INTEGER REFERENCES families,
      story INTEGER REFERENCES stories,
      story_why TEXT,
      text TEXT NOT NULL,
      blocks TEXT NOT NULL,
      sentences TEXT NOT NULL,
      warnings TEXT NOT NULL DEFAULT '[]',
      sketch BLOB NOT NULL,
      copy_sketch BLOB NOT NULL
    ) STRICT;
    CREATE INDEX reports_address ON reports(address);
    CREATE INDEX reports_story ON reports(story, day);
    CREATE INDEX reports_family ON reports(family);
    CREATE INDEX reports_day ON reports(day);
    CREATE INDEX reports_version ON reports(version_of);
    CREATE INDEX reports_publisher ON reports(publisher COLLATE NOCASE, day);

    CREATE TABLE story_wishes (
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      other INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      is_one INTEGER NOT NULL,
      PRIMARY KEY (report, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_wishes_other ON story_wishes(other);

    CREATE TABLE originals (
      report INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
      bytes BLOB NOT NULL,
      media_type TEXT,
      charset TEXT
    ) STRICT;

    CREATE TABLE removed (
      id TEXT PRIMARY KEY,
      removed TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE refused (
      item TEXT PRIMARY KEY,
      slug TEXT NOT NULL,
      message TEXT NOT NULL,
      refused TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE actors (
      actor INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      key TEXT NOT NULL,
      country TEXT,
      link TEXT,
      merged_into INTEGER REFERENCES actors,
      held INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX actors_key ON actors(key);
    CREATE INDEX actors_name ON actors(name COLLATE NOCASE);
    CREATE INDEX actors_held ON actors(held DESC, actor);
    CREATE INDEX actors_merged ON actors(merged_into) WHERE merged_into IS NOT NULL;

    CREATE TABLE entities (
      entity INTEGER PRIMARY KEY,
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      mentions TEXT NOT NULL,
      roles TEXT NOT NULL,
      country TEXT,
      gender TEXT,
      link TEXT,
      members TEXT NOT NULL,
      actor INTEGER REFERENCES actors,
      UNIQUE (report, number)
    ) STRICT;
    CREATE INDEX entities_actor ON entities(actor);

    CREATE TABLE places (
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      number INTEGER NOT NULL,
      name TEXT NOT NULL,
      mentions TEXT NOT NULL,
      geonames INTEGER,
      latitude REAL,
      longitude REAL,
      country TEXT,
      precision TEXT,
      PRIMARY KEY (report, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX places_name ON places(name COLLATE NOCASE);

    CREATE TABLE times (
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      number INTEGER NOT NULL,
      span TEXT NOT NULL,
      type TEXT NOT NULL,
      value TEXT NOT NULL,
      mod TEXT,
      first TEXT,
      last TEXT,
      basis TEXT NOT NULL,
      PRIMARY KEY (report, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE attributions (
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      number INTEGER NOT NULL,
      source TEXT NOT NULL,
      cue TEXT NOT NULL,
      content TEXT NOT NULL,
      kind TEXT NOT NULL,
      act TEXT NOT NULL,
      source_type TEXT NOT NULL,
      source_entities TEXT NOT NULL,
      parent INTEGER,
      addressee TEXT NOT NULL,
      venue TEXT NOT NULL,
      said_when TEXT,
      caveats TEXT NOT NULL,
      confidence REAL NOT NULL,
      PRIMARY KEY (report, number),
      FOREIGN KEY (report, parent) REFERENCES attributions DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX attributions_act ON attributions(act, report);

    CREATE TABLE claims (
      claim INTEGER PRIMARY KEY,
      words TEXT NOT NULL,
      story INTEGER REFERENCES stories,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL,
      reports INTEGER NOT NULL,
      statements INTEGER NOT NULL,
      independent_origins INTEGER NOT NULL,
      disagreements INTEGER NOT NULL,
      credibility INTEGER NOT NULL,
      merged_into INTEGER REFERENCES claims
    ) STRICT;
    CREATE INDEX claims_story ON claims(story, independent_origins DESC, reports DESC, last_day DESC);
    CREATE INDEX claims_day ON claims(last_day, first_day, independent_origins, reports, disagreements, statements)
      WHERE merged_into IS NULL;
    CREATE INDEX claims_disputed ON claims(last_day DESC, claim)
      WHERE disagreements > 0 AND merged_into IS NULL;
    CREATE INDEX claims_rank ON claims(independent_origins DESC, reports DESC, last_day DESC)
      WHERE merged_into IS NULL;

    CREATE TABLE origins (
      origin INTEGER PRIMARY KEY,
      claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
      name TEXT NOT NULL,
      actor INTEGER REFERENCES actors,
      kind TEXT NOT NULL,
      rule TEXT NOT NULL,
      camp TEXT,
      is_counted INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX origins_claim ON origins(claim);
    CREATE INDEX origins_actor ON origins(actor);

    CREATE TABLE statements (
      statement INTEGER PRIMARY KEY,
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      number INTEGER NOT NULL,
      sentence INTEGER NOT NULL,
      words TEXT NOT NULL,
      holders TEXT NOT NULL,
      spans TEXT NOT NULL,
      wording TEXT NOT NULL,
      host INTEGER,
      is_phrase INTEGER NOT NULL,
      attribution INTEGER,
      holder TEXT NOT NULL,
      chain TEXT NOT NULL,
      certainty TEXT NOT NULL,
      reporter_certainty TEXT NOT NULL,
      hedges TEXT NOT NULL,
      class TEXT NOT NULL,
      time TEXT,
      first TEXT,
      last TEXT,
      place INTEGER,
      events TEXT NOT NULL,
      entities TEXT NOT NULL,
      is_presupposed INTEGER NOT NULL,
      confidence REAL NOT NULL,
      voice TEXT NOT NULL,
      source INTEGER REFERENCES reports ON DELETE SET NULL,
      claim INTEGER REFERENCES claims,
      origin INTEGER REFERENCES origins ON DELETE SET NULL,
      stance TEXT,
      sketch BLOB NOT NULL,
      UNIQUE (report, number),
      FOREIGN KEY (report, attribution) REFERENCES attributions DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX statements_attribution ON statements(report, attribution);
    CREATE INDEX statements_claim ON statements(claim);
    CREATE INDEX statements_source ON statements(source);
    CREATE INDEX statements_origin ON statements(origin);

    CREATE TABLE statement_actors (
      actor INTEGER NOT NULL REFERENCES actors,
      part INTEGER NOT NULL,
      statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
      PRIMARY KEY (actor, part, statement)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX statement_actors_statement ON statement_actors(statement);
    CREATE TRIGGER statement_held AFTER INSERT ON statement_actors WHEN new.part = 0
      BEGIN UPDATE actors SET held = held + 1 WHERE actor = new.actor; END;
    CREATE TRIGGER statement_dropped AFTER DELETE ON statement_actors WHEN old.part = 0
      BEGIN UPDATE actors SET held = held - 1 WHERE actor = old.actor; END;

    CREATE TABLE happenings (
      happening INTEGER PRIMARY KEY,
      merged_into INTEGER REFERENCES happenings
    ) STRICT;

    CREATE TABLE events (
      event INTEGER PRIMARY KEY,
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      number INTEGER NOT NULL,
      "trigger" TEXT NOT NULL,
      lemma TEXT NOT NULL,
      type TEXT,
      mode TEXT,
      contexts TEXT NOT NULL,
      actors TEXT NOT NULL,
      recipients TEXT NOT NULL,
      status TEXT NOT NULL,
      time TEXT,
      first TEXT,
      last TEXT,
      place INTEGER,
      numbers TEXT NOT NULL,
      confidence REAL NOT NULL,
      happening INTEGER REFERENCES happenings,
      UNIQUE (report, number)
    ) STRICT;
    CREATE INDEX events_happening ON events(happening);

    CREATE TABLE parties (
      event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
      actor INTEGER NOT NULL REFERENCES actors,
      is_recipient INTEGER NOT NULL,
      PRIMARY KEY (actor, event, is_recipient)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX parties_event ON parties(event);

    CREATE TABLE relations (
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      number INTEGER NOT NULL,
      type TEXT NOT NULL,
      "from" INTEGER,
      "to" INTEGER NOT NULL,
      evidence TEXT NOT NULL,
      PRIMARY KEY (report, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE shared_passages (
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      other INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      extent TEXT NOT NULL,
      extent_of_other TEXT NOT NULL,
      share REAL NOT NULL,
      why TEXT NOT NULL,
      passages TEXT NOT NULL,
      PRIMARY KEY (report, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX shared_passages_other ON shared_passages(other);

    CREATE TABLE copies (
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      original INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      extent TEXT NOT NULL,
      PRIMARY KEY (report, original)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX copies_original ON copies(original);

    CREATE TABLE claim_wishes (
      statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
      other INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
      is_one INTEGER NOT NULL,
      PRIMARY KEY (statement, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX claim_wishes_other ON claim_wishes(other);

    CREATE TABLE disagreements (
      claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
      type TEXT NOT NULL,
      "from" INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
      "to" INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
      field TEXT,
      why TEXT NOT NULL,
      PRIMARY KEY (claim, "from", "to", type)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX disagreements_from ON disagreements("from");
    CREATE INDEX disagreements_to ON disagreements("to");

    CREATE TABLE report_keys (
      kind INTEGER NOT NULL,
      key INTEGER NOT NULL,
      report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
      PRIMARY KEY (kind, key, report)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX report_keys_report ON report_keys(report);

    CREATE TABLE statement_keys (
      key INTEGER NOT NULL,
      statement INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
      PRIMARY KEY (key, statement)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX statement_keys_statement ON statement_keys(statement);

    CREATE TABLE terms (
      term INTEGER PRIMARY KEY,
      reports INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE grades (
      actor INTEGER PRIMARY KEY REFERENCES actors,
      reliability TEXT NOT NULL
    ) STRICT;

    CREATE TABLE corrections (
      correction INTEGER PRIMARY KEY,
      made TEXT NOT NULL,
      kind TEXT NOT NULL,
      target TEXT NOT NULL,
      value TEXT,
      undone TEXT
    ) STRICT;

    CREATE VIRTUAL TABLE search USING fts5(
      words, holders, content='statements', content_rowid='statement',
      tokenize='porter unicode61 remove_diacritics 2'
    );
    """
}
