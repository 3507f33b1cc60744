/** Codes of failures that are told in English alone, in one place, so that the list can only be seen to grow. */

/**
 * Said at the command line before any configuration has named a language, and never in a report: what was typed is wrong, or a given document is. A failure
 * that a report may show has phrases (`domain/phrases/`), and no place here.
 */
const AT_THE_COMMAND_LINE = [
  'acceptance-invalid',
  'baseline-faulty',
  'days-invalid',
  'release-invalid',
  'blocks-invalid',
  'config-exists',
  'config-not-edited',
  'document-empty',
  'document-invalid',
  'document-kind',
  'document-unreadable',
  'import-inconsistent',
  'import-invalid',
  'import-missing',
  'import-other-form',
  'import-scenario',
  'import-too-large',
  'import-truncated',
  'k6-manifest',
  'k6-operator',
  'language-unknown',
  'no-baseline',
  'not-acceptable',
  'nothing-to-write',
  'repository-invalid',
  'run-missing',
  'runs-invalid',
  'site-not-ours',
  'two-documents',
  'two-sources',
] as const;

/** A code whose failure has no phrases. */
export type EnglishOnly = (typeof AT_THE_COMMAND_LINE)[number];
