-- How far each environment is: grows by one with each change of it.
CREATE TABLE environment_versions (
  project text NOT NULL,
  environment text NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (project, environment)
);

-- How far Redis is, as far as we know. A table of its own, because writers hold
-- the rows of environment_versions.
CREATE TABLE published_versions (
  project text NOT NULL,
  environment text NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (project, environment)
);

-- Entries that Redis does not have yet.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  project text NOT NULL,
  environment text NOT NULL,
  keys text[] NOT NULL
);

CREATE TABLE audit (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  project text NOT NULL,
  environment text,
  subject text NOT NULL,
  before jsonb,
  after jsonb,
  request_id text NOT NULL,
  change_id uuid
);
CREATE INDEX audit_by_subject ON audit (project, subject, at DESC, id);
CREATE INDEX audit_by_project ON audit (project, at DESC, id);

CREATE TABLE changes (
  id uuid PRIMARY KEY,
  project text NOT NULL,
  environment text,
  kind text NOT NULL,
  subject text NOT NULL,
  payload jsonb NOT NULL,
  note text NOT NULL,
  status text NOT NULL CHECK (
    status IN ('pending', 'scheduled', 'applied', 'rejected', 'canceled', 'failed')
  ),
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  decided_by text,
  decided_at timestamptz,
  apply_at timestamptz,
  applied_at timestamptz,
  failure text
);
CREATE INDEX changes_by_project ON changes (project, requested_at DESC, id);
CREATE INDEX changes_due ON changes (apply_at) WHERE status = 'scheduled';
