/** English of what goes wrong with a step of a workflow beside the measuring itself: its inputs, its event, what another workflow left. */

/** Phrases of the step's inputs and of the second of two workflows. */
export const SECOND_STAGE_PHRASES = {
  'input-invalid': 'The inputs of the step are not valid: ‹problems›.',
  'input-invalid-advice': 'Correct them in the workflow; the README lists what each may be.',
  'input-problem': '‹name›: ‹problem›',
  'input-problems': '‹some›; ‹other›',
  'input-word': 'must be one of ‹words›, not "‹got›"',
  'input-line': 'must be one line of at most ‹max› characters',
  'input-needs-artifacts': '`mode: publish` needs the folder that the artifacts were downloaded to',
  'input-idle-artifacts': 'only `mode: publish` reads it',

  'publish-event': '`mode: publish` works on the event "workflow_run", and this is "‹event›".',
  'publish-event-advice':
    'Let a workflow of its own publish, `on: workflow_run` of the measuring one: docs/forks.md has both.',
  'publish-other-event': 'The run that was measured belongs to the event "‹event›", not to a pull request.',
  'publish-other-event-advice': "Give the job `if: github.event.workflow_run.event == 'pull_request'`.",
  'pull-request-unknown': 'GitHub does not say which pull request was measured (‹refusal›).',
  'pull-request-unknown-advice':
    'Give the job `permissions: pull-requests: write`, or run it again when GitHub is well.',
  'pull-request-ambiguous':
    '‹count› open pull requests have the commit ‹sha› as their head (‹pulls›): which one was measured is not known.',
  'pull-request-ambiguous-advice': 'Close all but one of them, or push a commit of its own to each.',
  'suite-twice': 'Two configurations are of the suite "‹suite›".',
  'suite-twice-advice': 'Give each a `suite` of its own.',
  'nothing-left': 'The measuring workflow left no run of the suite "‹suite›".',
  'nothing-left-advice':
    'Look into the log of the measuring run; its job has to upload the report folder, also when it fails (`if: always()`).',

  'artifact-refused': 'What the measuring workflow left is not read: ‹why›.',
  'artifact-run-advice':
    'Download the artifacts of the run that the event names, and no others: `run-id: github.event.workflow_run.id`.',
  'artifact-folder-advice':
    'Upload the report folder of Loadgate and nothing else, download it into an empty folder, and name that folder in the input `artifacts`.',
  'left-runs-many': 'it holds ‹count› runs, ‹max› at most',
  'left-other-commit': '"‹path›" is not of the commit ‹sha›',
  'left-other-time':
    '"‹path›" says that it was measured on ‹date›, which is not when the measuring workflow ran',
  'left-no-folder': 'it is no folder',
  'left-bytes-many': 'all files together have more than ‹max› bytes',
  'left-files-many': 'there are more than ‹max› files',
  'left-deep': 'folders lie deeper than ‹max› levels',
  'left-neither': '"‹path›" is neither a file nor a folder',
  'left-unopened': '"‹path›" cannot be opened (‹error›)',
  'left-no-file': '"‹path›" is not a file',
  'left-large': '"‹path›" has more than ‹max› bytes',
  'left-no-text': '"‹path›" is not UTF-8',
} as const;
