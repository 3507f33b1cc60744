/** English of what goes wrong with a baseline file. */

/** Phrases of the room `baseline`. */
export const BASELINE_PHRASES = {
  'baseline-not-a-file': 'The baseline cannot be read: ‹what›.',
  'baseline-not-a-file-advice': 'Put a plain file there, or name another one (`baseline: path`).',
  'the-new-baseline': 'The new baseline',
  'file-of-base': '‹path› of the base commit ‹sha›',
  'file-is': '‹path› ‹why›',
  'not-a-plain-file': '‹path› is a ‹what›, not a plain file',
  'more-than-a-baseline': '‹path› has ‹size› bytes, more than a baseline can have',
  'baseline-other-suite': '‹place› holds the suite "‹found›", not "‹wanted›".',
  'baseline-other-suite-advice': 'Give each suite a baseline file of its own (`baseline: path`).',
  'baseline-corrupt': '‹place› cannot be read: ‹why›.',
  'baseline-restore-advice':
    'Restore it from git (`git log -- <file>`), or remove it and take a new one: `loadgate baseline update`.',
  'json-bad-name': 'the name "‹name›" is ‹problem› (line ‹line›)',
  'text-empty': 'it is empty',
  'text-not-utf8': 'it is not UTF-8 (UTF-16?)',
  'text-with-mark': 'it begins with a byte order mark',
  'baseline-invalid': '‹place› is not a baseline: its shape is wrong.',
  'baseline-not-content': '‹place› is a Git LFS pointer, not a baseline.',
  'baseline-not-content-advice':
    'Keep the baseline out of Git LFS: it is text that people should be able to review.',
  'baseline-conflict': '‹place› holds the marks of an unfinished merge.',
  'baseline-conflict-advice':
    'Take one side whole (`git checkout --theirs`), or measure anew: `loadgate baseline update`.',
  'baseline-newer': '‹place› was made by a newer Loadgate (schema ‹schema›; this one reads ‹known›).',
  'baseline-newer-advice': 'Use the version of Loadgate that the base branch uses.',
  'baseline-unknown-schema': '‹place› has schema ‹schema›, which no version of Loadgate wrote.',
  'baseline-too-large': '‹place› is larger than ‹mib› MiB.',
  'baseline-too-large-advice':
    'Keep fewer runs (`baseline: keep`), or give each suite a file of its own (`baseline: path`).',
} as const;
