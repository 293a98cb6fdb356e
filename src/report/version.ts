/** Raised when something is removed from the report or changes its meaning; additions do not raise it. */
export const SCHEMA_VERSION = 1;
