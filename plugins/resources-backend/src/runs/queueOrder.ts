/**
 * The queue in the order in which it will be claimed: owners take turns, the one that was served longest ago first;
 * within an owner the oldest run first. So a team with a hundred runs delays another team's one by one run each.
 *
 * Gives `id`, `position`.
 */
export const queueOrder = `
  WITH waiting AS (
    SELECT id, owner, queue_no, row_number() OVER (PARTITION BY owner ORDER BY queue_no) AS turn
    FROM runs WHERE status = 'pending' OR waits_for_apply
  ), served AS (
    SELECT owner, (SELECT max(claim_no) FROM runs WHERE runs.owner = owners.owner AND claim_no IS NOT NULL) AS last
    FROM (SELECT DISTINCT owner FROM waiting) AS owners
  )
  SELECT id, row_number() OVER (ORDER BY turn, last NULLS FIRST, queue_no)::int AS position
  FROM waiting JOIN served USING (owner)
  ORDER BY position`;
