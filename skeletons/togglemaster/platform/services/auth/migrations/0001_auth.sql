CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  role text NOT NULL CHECK (role IN ('viewer', 'editor', 'admin')),
  created_at timestamptz NOT NULL
);

-- A family is one login; a token is used once.
CREATE TABLE refresh_tokens (
  digest text PRIMARY KEY,
  family uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX refresh_tokens_by_family ON refresh_tokens (family);
CREATE INDEX refresh_tokens_by_user ON refresh_tokens (user_id);

CREATE TABLE api_keys (
  id uuid PRIMARY KEY,
  digest text NOT NULL UNIQUE,
  hint text NOT NULL,
  name text NOT NULL,
  type text NOT NULL CHECK (type IN ('server', 'client')),
  project text NOT NULL,
  environment text NOT NULL,
  scopes text[] NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

CREATE TABLE signing_keys (
  kid text PRIMARY KEY,
  public_jwk jsonb NOT NULL,
  sealed_private_jwk text NOT NULL,
  active_from timestamptz NOT NULL
);

CREATE TABLE attempts (
  key text PRIMARY KEY,
  window_end timestamptz NOT NULL,
  count integer NOT NULL
);

CREATE TABLE audit (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL,
  request_id text NOT NULL
);
CREATE INDEX audit_by_time ON audit (at DESC);
