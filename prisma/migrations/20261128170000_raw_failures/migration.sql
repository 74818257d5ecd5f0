-- What the database itself said of what it refused was kept, and shown, as the reason. Nobody can tell it from other words now.
UPDATE sync SET failure = 'our-fault' WHERE failure NOT IN ('access-lost', 'stopped');
UPDATE leaving SET failure = 'our-fault' WHERE failure IS NOT NULL;
UPDATE delivery SET failure = 'our-fault' WHERE failure IS NOT NULL;
