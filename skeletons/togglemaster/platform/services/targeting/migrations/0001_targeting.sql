CREATE TABLE rules (
  id uuid PRIMARY KEY,
  project text NOT NULL,
  environment text NOT NULL,
  flag text NOT NULL,
  name text NOT NULL,
  position integer NOT NULL,
  enabled boolean NOT NULL,
  conditions jsonb NOT NULL,
  serve jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX rules_by_flag ON rules (project, environment, flag, position, id);

CREATE TABLE segments (
  project text NOT NULL,
  environment text NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  included text[] NOT NULL,
  excluded text[] NOT NULL,
  conditions jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (project, environment, key)
);
