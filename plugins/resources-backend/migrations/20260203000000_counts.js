/**
 * How many resources there are of each owner, type, environment and status: the total under a list and the facets
 * beside it, without reading every resource again for each page.
 *
 * Rows are only ever added, as differences, so that two runs that end at once never wait for each other; a total is the
 * sum of what a snapshot sees, which is as exact as counting the resources in it. Housekeeping adds rows up.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE resource_counts (
      owner       text    NOT NULL,
      type        text    NOT NULL,
      environment text    NOT NULL,
      status      text    NOT NULL,
      listed      boolean NOT NULL GENERATED ALWAYS AS (status NOT IN ('draft', 'deleted')) STORED,
      count       integer NOT NULL
    );
    CREATE INDEX resource_counts_owner ON resource_counts (owner);

    CREATE FUNCTION count_resources() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO resource_counts (owner, type, environment, status, count)
        SELECT owner, type, environment, status, count(*) FROM added GROUP BY 1, 2, 3, 4;
      ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO resource_counts (owner, type, environment, status, count)
        SELECT owner, type, environment, status, -count(*) FROM removed GROUP BY 1, 2, 3, 4;
      ELSE
        INSERT INTO resource_counts (owner, type, environment, status, count)
        SELECT owner, type, environment, status, sum(n)
        FROM (SELECT owner, type, environment, status, 1 AS n FROM added
              UNION ALL SELECT owner, type, environment, status, -1 FROM removed) AS changed
        GROUP BY 1, 2, 3, 4
        HAVING sum(n) <> 0;
      END IF;
      RETURN NULL;
    END $$;

    CREATE TRIGGER resources_count_added AFTER INSERT ON resources
      REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION count_resources();
    CREATE TRIGGER resources_count_removed AFTER DELETE ON resources
      REFERENCING OLD TABLE AS removed
      FOR EACH STATEMENT EXECUTE FUNCTION count_resources();
    CREATE TRIGGER resources_count_changed AFTER UPDATE ON resources
      REFERENCING OLD TABLE AS removed NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION count_resources();

    INSERT INTO resource_counts (owner, type, environment, status, count)
    SELECT owner, type, environment, status, count(*) FROM resources GROUP BY 1, 2, 3, 4;
  `);
};

exports.down = async function down() {
  throw new Error(
    'The inventory only goes forward: restore a backup to go back',
  );
};
