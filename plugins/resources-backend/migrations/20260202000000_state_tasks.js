/**
 * What an unlock or a restore is about.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`ALTER TABLE runs ADD COLUMN state_task jsonb`);
};

exports.down = async function down() {
  throw new Error(
    'The inventory only goes forward: restore a backup to go back',
  );
};
