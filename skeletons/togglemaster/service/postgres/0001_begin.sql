-- The first tables go into a file of their own, 0002_<what>.sql: a file that ran is never changed.
SELECT 1;
