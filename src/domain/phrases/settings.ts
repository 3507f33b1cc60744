/** English of what goes wrong with the configuration as a whole. */

/** Phrases about the configuration file. */
export const SETTING_PHRASES = {
  'config-missing': 'There is no configuration: ‹path› does not exist.',
  'config-missing-advice':
    'Write that file (`loadgate init` makes one to start from), or give the input `start` (how to start the service) or `url` (where it already runs).',
  'config-unreadable': 'The configuration ‹path› ‹why›.',
  'config-unreadable-advice': 'Put a readable text file of at most ‹kib› KiB into the workspace.',
  'file-outside': 'lies outside the workspace',
  'limits-config-missing': 'The limits cannot be written: ‹path› does not exist.',
  'limits-config-missing-advice': 'Make one with `loadgate init`, and put the lines below into it.',
  'config-invalid-one': 'The configuration is not valid: 1 problem in ‹where›.',
  'config-invalid': 'The configuration is not valid: ‹count› problems in ‹where›.',
  'config-invalid-inputs': 'The configuration is not valid: ‹count› problems in the inputs.',
  'config-invalid-input': 'The configuration is not valid: 1 problem in the inputs.',
  'config-invalid-advice': 'Correct the places below; docs/configuration.md lists every key.',
  'more-problems': '… and ‹count› more',
} as const;
