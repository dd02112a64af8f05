/**
 * What stands in AWS already and comes under management.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE resources
      -- By which AWS knows it.
      ADD COLUMN adopted_id text COLLATE "C",
      -- When its adoption had been applied; until then nothing of it may be destroyed.
      ADD COLUMN adopted_at timestamptz(3);
    CREATE UNIQUE INDEX resources_adopted_unique ON resources (account, type, adopted_id)
      WHERE listed AND adopted_id IS NOT NULL;
  `);
};

exports.down = async function down() {
  throw new Error(
    'The inventory only goes forward: restore a backup to go back',
  );
};
