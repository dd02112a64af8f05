/**
 * What a resource is built on, and the variables that were filled from it.
 *
 * `uses` is a list of `{relation, id, name, type, entityRef}`, of which nothing changes in the other resource's life.
 * It is written while the other's row is locked, and a resource that is listed as used by one that stands is not
 * destroyed: see `relations/`.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE resources ADD COLUMN uses jsonb NOT NULL DEFAULT '[]';
    ALTER TABLE resources ADD COLUMN filled jsonb NOT NULL DEFAULT '{}';
    -- Who is built on one: relations of what was only planned, or is gone, don't count.
    CREATE INDEX resources_uses ON resources USING gin (uses jsonb_path_ops) WHERE listed;
  `);
};

exports.down = async function down() {
  throw new Error(
    'The inventory only goes forward: restore a backup to go back',
  );
};
