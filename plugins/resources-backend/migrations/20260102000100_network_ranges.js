/**
 * The IPv4 range that a resource takes in its account, of types whose manifest names one.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE resources ADD COLUMN network_range cidr;
    CREATE INDEX resources_network_range ON resources (account)
      WHERE listed AND network_range IS NOT NULL;
  `);
};

exports.down = async function down() {
  throw new Error(
    'The inventory only goes forward: restore a backup to go back',
  );
};
