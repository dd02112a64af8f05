-- Where changes need approval, as the flag service told.
CREATE TABLE protected_environments (
  project text NOT NULL,
  environment text NOT NULL,
  PRIMARY KEY (project, environment)
);
