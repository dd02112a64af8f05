/**
 * The inventory and its runs. Only forward: there is no `down`.
 *
 * Text that is compared or sorted has COLLATE "C", so that a keyset cursor means the same in every database,
 * and times have milliseconds, which is what a cursor carries.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE bundles (
      digest      text COLLATE "C" PRIMARY KEY,
      -- Canonical JSON: the digest is over exactly this.
      content     text NOT NULL,
      size_bytes  integer NOT NULL,
      manifest    jsonb NOT NULL,
      created_at  timestamptz(3) NOT NULL
    );

    CREATE TABLE resources (
      id                text COLLATE "C" PRIMARY KEY,
      short_id          text COLLATE "C" NOT NULL,
      type              text COLLATE "C" NOT NULL,
      name              text COLLATE "C" NOT NULL,
      environment       text COLLATE "C" NOT NULL,
      status            text COLLATE "C" NOT NULL,
      listed            boolean NOT NULL GENERATED ALWAYS AS (status NOT IN ('draft', 'deleted')) STORED,
      owner             text COLLATE "C" NOT NULL,
      created_by        text COLLATE "C" NOT NULL,
      system            text COLLATE "C",
      description       text,
      cost_center       text NOT NULL,
      template_ref      text,
      template_version  text NOT NULL,
      bundle_digest     text COLLATE "C" NOT NULL REFERENCES bundles (digest),
      inputs            jsonb NOT NULL,
      outputs           jsonb NOT NULL DEFAULT '{}',
      tags              jsonb NOT NULL,
      link_patterns     jsonb NOT NULL DEFAULT '[]',
      links             jsonb NOT NULL DEFAULT '[]',
      region            text NOT NULL,
      account           text NOT NULL,
      role_arn          text,
      state_bucket      text NOT NULL,
      state_key         text NOT NULL,
      state_region      text NOT NULL,
      state_kms_key_id  text,
      state_lineage     text,
      state_serial      integer,
      state_version_id  text,
      terraform_version text,
      managed           jsonb NOT NULL DEFAULT '[]',
      run_id            text COLLATE "C",
      run_operation     text,
      run_status        text,
      expires_at        timestamptz(3),
      created_at        timestamptz(3) NOT NULL,
      updated_at        timestamptz(3) NOT NULL,
      deleted_at        timestamptz(3)
    );

    CREATE UNIQUE INDEX resources_short_id_unique ON resources (short_id);
    -- One live resource of a type and name in an environment.
    CREATE UNIQUE INDEX resources_live_name_unique ON resources (type, environment, name) WHERE listed;

    -- The list: one index for each column that it can be sorted by, with the id that makes the order total.
    CREATE INDEX resources_list_name ON resources (name, id) WHERE listed;
    CREATE INDEX resources_list_type ON resources (type, id) WHERE listed;
    CREATE INDEX resources_list_environment ON resources (environment, id) WHERE listed;
    CREATE INDEX resources_list_status ON resources (status, id) WHERE listed;
    CREATE INDEX resources_list_owner ON resources (owner, id) WHERE listed;
    CREATE INDEX resources_list_created ON resources (created_at, id) WHERE listed;
    CREATE INDEX resources_list_updated ON resources (updated_at, id) WHERE listed;
    CREATE INDEX resources_list_expires ON resources (COALESCE(expires_at, 'infinity'::timestamptz), id) WHERE listed;
    -- "Mine": a few owners, newest first.
    CREATE INDEX resources_list_owner_created ON resources (owner, created_at, id) WHERE listed;
    CREATE INDEX resources_unlisted ON resources (status, created_at) WHERE NOT listed;

    CREATE SEQUENCE runs_queue_no;
    CREATE SEQUENCE runs_claim_no;

    CREATE TABLE runs (
      id                   text COLLATE "C" PRIMARY KEY,
      resource_id          text COLLATE "C" NOT NULL REFERENCES resources (id) ON DELETE CASCADE,
      operation            text COLLATE "C" NOT NULL,
      status               text COLLATE "C" NOT NULL,
      attempt              integer NOT NULL DEFAULT 0,
      requested_by         text COLLATE "C" NOT NULL,
      -- The resource's owner: the queue is fair between owners.
      owner                text COLLATE "C" NOT NULL,
      resource_status_before text,
      queue_no             bigint NOT NULL DEFAULT nextval('runs_queue_no'),
      claim_no             bigint,
      bundle_digest        text COLLATE "C" NOT NULL REFERENCES bundles (digest),
      variables            jsonb NOT NULL,
      search_orphans       boolean NOT NULL DEFAULT false,
      plan_digest          text,
      summary              jsonb,
      plan_detail          jsonb,
      denied_reason        text,
      apply_started        boolean NOT NULL DEFAULT false,
      steps                jsonb NOT NULL DEFAULT '[]',
      progress             jsonb,
      failure              jsonb,
      orphans              jsonb,
      saved_state          text,
      max_rss_bytes        bigint,
      event_seq            integer NOT NULL DEFAULT 0,
      cancel_requested_at  timestamptz(3),
      cancel_requested_by  text,
      supervised_by        text,
      supervised_until     timestamptz(3),
      created_at           timestamptz(3) NOT NULL,
      started_at           timestamptz(3),
      planned_at           timestamptz(3),
      applying_at          timestamptz(3),
      finished_at          timestamptz(3)
    );

    CREATE UNIQUE INDEX runs_one_active_per_resource ON runs (resource_id) WHERE status IN
      ('pending', 'planning', 'planned', 'awaiting_approval', 'applying', 'interrupted', 'recovering');
    CREATE INDEX runs_of_resource ON runs (resource_id, created_at);
    CREATE INDEX runs_pending ON runs (owner, queue_no) WHERE status = 'pending';
    CREATE INDEX runs_running ON runs (status) WHERE status IN
      ('planning', 'planned', 'applying', 'interrupted', 'recovering');
    CREATE INDEX runs_claims_of_owner ON runs (owner, claim_no) WHERE claim_no IS NOT NULL;
    CREATE INDEX runs_finished ON runs (finished_at) WHERE finished_at IS NOT NULL;

    -- One runner of a run. Older ones are kept, so that they can be told that they are fenced.
    CREATE TABLE run_attempts (
      run_id              text COLLATE "C" NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      attempt             integer NOT NULL,
      -- SHA-256 of the runner's token, hex. The token itself is nowhere but with the runner.
      token_hash          text NOT NULL,
      -- Where it was launched; only there can it be seen and stopped.
      host                text COLLATE "C" NOT NULL,
      launched_at         timestamptz(3) NOT NULL,
      heartbeat_at        timestamptz(3),
      accepted_through    integer NOT NULL DEFAULT 0,
      cancel_conveyed_at  timestamptz(3),
      -- When what was left of it got its one SIGINT.
      interrupted_at      timestamptz(3),
      PRIMARY KEY (run_id, attempt)
    );

    CREATE TABLE run_events (
      run_id  text COLLATE "C" NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
      seq     integer NOT NULL,
      event   jsonb NOT NULL,
      PRIMARY KEY (run_id, seq)
    );

    CREATE TABLE idempotency_keys (
      requested_by  text COLLATE "C" NOT NULL,
      key           text COLLATE "C" NOT NULL,
      body_hash     text NOT NULL,
      run_id        text COLLATE "C" NOT NULL,
      created_at    timestamptz(3) NOT NULL,
      PRIMARY KEY (requested_by, key)
    );
    CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);
  `);
};

exports.down = async function down() {
  throw new Error(
    'The inventory only goes forward: restore a backup to go back',
  );
};
