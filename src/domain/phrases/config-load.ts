/** English of what is wrong in a configuration with the shape of a load and its limits. A piece that begins with a verb ends `must …`; one with `say` says what to write instead. */

/** Phrases of the room `config`. */
export const CONFIG_LOAD_PHRASES = {
  'executor-needs': 'needs `‹key›` with `executor: ‹executor›`; ‹example›',
  'say-hundred-rate': 'say `rate: 100` for a hundred requests a second',
  'say-stages': 'say `stages: [{ duration: 30s, target: 50 }]`',
  'say-objective': 'say `objective: { p95: 200ms }`',
  'idle-key': '`‹key›` has no effect with `executor: ‹executor›`; remove it, or say ‹others›',
  'idle-in-soak-rate':
    '`‹key›` has no effect on a soak with `rate`, whose requests arrive by themselves; remove one of them',
  'idle-in-soak': '`‹key›` has no effect on a soak without `rate`; remove it, or say `rate`',
  'engine-without-http2': 'has `engine: ‹engine›`, which has no `http: 2`; say `engine: auto`',
  'autocannon-without': 'has `engine: autocannon`, which has no ‹what›; say `engine: auto`',
  'a-think-time': 'think time',
  'an-arrival-rate': 'arrival rate',
  'that-executor': '`executor: ‹executor›`',
  'needs-deviation': 'needs `deviation` with `distribution: normal`',
  'idle-deviation': '`deviation` has no effect with `distribution: exponential`; remove it',
  'be-users': 'be a whole number of users, at most ‹max›',
  'stages-too-short': 'last ‹ms› ms together; at least 1s is measured',
  'stages-send-nothing':
    'never send anything: no stage with a duration begins or ends above 0; raise a `target`',
  'be-two-durations': 'be two durations, the shorter first, like [500ms, 2s]',
  'be-think-time':
    'be a duration like 1s, two of them like [500ms, 2s], or a mapping with `distribution` and `mean`',
  'start-above-zero': 'must be above 0 with `executor: ‹executor›`',
  'no-way-up': 'leaves no way up: `‹low›` is ‹start›, `‹high›` ‹most›',
  'no-time-for-steps':
    'leaves no time for ‹steps› steps; set `max-duration` to ‹least› at least, or a shorter `step`',
  'idle-limit':
    '`‹metric›` has no effect with `executor: ‹executor›`, whose load is meant to be too much; limit `capacity`, and say in `objective` what the service must keep',
  'no-capacity-here': '`capacity` is found by `executor: stress` and `executor: capacity` only; remove it',
  'metric-unmeasured': '`‹metric›` ‹why›',
  'counted-by-databases':
    'is counted by databases, and there is no `databases`; say `databases: { shop: { url-from: SHOP_URL } }` with the variable that holds the URL, or `off`',
  'read-from-processes':
    'is read from the processes of the service, which are not known without `service.start`; say how to start it, or `off`',
  'judged-in-one-go':
    'is judged where the service is loaded in one go, which `compare: base` never does; say `compare: auto`, or `off`',
  'too-short-for-growth':
    '`memory-growth` is not judged in the ‹seconds›s of `‹scenario›`; give it a `duration` of ‹least›s at least (`executor: soak` lasts ‹soak›), or say `off`',
  'be-limits': 'be a mapping with `‹change›` or `‹bound›`, or `off`',
  'scenario-count': 'must have 1 to ‹max› entries (got ‹got›)',
  'name-a-limit': 'name a limit',
  'say-off': 'say `off` for none',
  'second-request': 'is the second request called `‹name›`; give one of them another `name`',
  'body-or-json': '`body` and `json` exclude each other; remove one',
  'header-twice': 'header `‹name›` is given twice; keep one',
  'idle-pick': '`pick` has no effect on `‹source›`; remove it',
  'idle-weight-in-flow': '`weight` has no effect in a flow; remove it',
  'idle-weight': '`weight` has no effect with `order: sequence`; remove it',
  'requests-or-flows': '`requests` and `flows` exclude each other; put them into a flow',
  'idle-order': '`order` has no effect beside `flows`, whose requests are sent in order; remove it',
  'second-flow': 'is the second flow called `‹name›`; give it another name',
} as const;
