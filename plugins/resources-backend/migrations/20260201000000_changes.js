/**
 * Changes of resources that stand, plans that wait for a person, and the current skeletons.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE resources
      ADD COLUMN parameters      jsonb,
      ADD COLUMN template_commit text;

    ALTER TABLE runs
      -- It stops after its plan until somebody confirms it.
      ADD COLUMN confirm         boolean NOT NULL DEFAULT false,
      -- What the resource is once the run has applied; NULL where it stays what it is.
      ADD COLUMN target          jsonb,
      ADD COLUMN version_from    text,
      ADD COLUMN retry_of        text COLLATE "C",
      ADD COLUMN decide_by       timestamptz(3),
      ADD COLUMN decided_at      timestamptz(3),
      ADD COLUMN decided_by      text,
      ADD COLUMN decision_note   text,
      -- Confirmed, and in the queue for a runner that applies.
      ADD COLUMN waits_for_apply boolean NOT NULL DEFAULT false;

    DROP INDEX runs_pending;
    CREATE INDEX runs_waiting ON runs (owner, queue_no) WHERE status = 'pending' OR waits_for_apply;
    CREATE INDEX runs_parked ON runs (decide_by) WHERE status = 'awaiting_approval';

    -- The current files of each template, as the scaffolder has published them last.
    CREATE TABLE skeletons (
      type           text COLLATE "C" PRIMARY KEY,
      name           text NOT NULL,
      version        text NOT NULL,
      bundle_digest  text COLLATE "C" NOT NULL REFERENCES bundles (digest),
      commit         text,
      changelog      text NOT NULL,
      published_at   timestamptz(3) NOT NULL
    );
  `);
};

exports.down = async function down() {
  throw new Error(
    'The inventory only goes forward: restore a backup to go back',
  );
};
