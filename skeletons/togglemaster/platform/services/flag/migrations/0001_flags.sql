CREATE TABLE projects (
  key text PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE environments (
  project text NOT NULL REFERENCES projects (key),
  key text NOT NULL,
  name text NOT NULL,
  protected boolean NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (project, key)
);

CREATE TABLE flags (
  id uuid PRIMARY KEY,
  project text NOT NULL REFERENCES projects (key),
  key text NOT NULL,
  type text NOT NULL CHECK (type IN ('boolean', 'string', 'number', 'object')),
  description text NOT NULL,
  variants jsonb NOT NULL,
  tags text[] NOT NULL,
  permanent boolean NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (project, key)
);

CREATE TABLE flag_settings (
  flag_id uuid NOT NULL REFERENCES flags (id) ON DELETE CASCADE,
  environment text NOT NULL,
  enabled boolean NOT NULL,
  default_variant text NOT NULL,
  off_variant text NOT NULL,
  prerequisites jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (flag_id, environment)
);
CREATE INDEX flag_settings_by_environment ON flag_settings (environment);
