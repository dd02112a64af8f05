-- Who made the key that asked for a change.
ALTER TABLE changes ADD COLUMN key_owner text;
