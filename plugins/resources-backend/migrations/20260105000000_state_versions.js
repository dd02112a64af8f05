/**
 * The version of the state object that a run left.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`ALTER TABLE runs ADD COLUMN state_version_id text`);
};

exports.down = async function down() {
  throw new Error(
    'The inventory only goes forward: restore a backup to go back',
  );
};
