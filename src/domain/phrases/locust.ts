/** English of what is wrong with a load by Locust: its keys in a configuration, its run, what was told of it, its workers. A piece that begins with a verb ends `must …`. */

/** Phrases of the rooms `config` and `engines`. */
export const LOCUST_PHRASES = {
  'be-locust-tag': 'be a tag without spaces that does not begin with a dash',
  'be-bind-address': 'be an address or a name of this machine, or `*`',
  'be-ssh-host': 'be a host as ssh takes it: `name`, `user@name`, or an alias of ~/.ssh/config',
  'be-workspace-file': 'name a file in the workspace',
  'idle-locust': '`locust` has no effect without `engine: locust`; say that, or remove this',
  'needs-locust': 'needs `locust` with `engine: locust`; say `locust: { file: locustfile.py }`',
  'idle-with-locust': '`‹key›` has no effect with `engine: locust`: ‹remedy›',
  'locustfile-sends': 'the locustfile says what is sent; remove it',
  'locustfile-variables': 'the locustfile has variables of its own; remove it',
  'locustfile-order': 'the locustfile weighs its tasks; remove it',
  'locustfile-timeout': 'the locustfile says how long its requests may take; remove it',
  'locustfile-pauses': 'say `wait_time` in the locustfile; remove it',
  'locust-cookies': 'each user of Locust keeps its cookies; remove it',
  'locust-protocol': 'Locust speaks HTTP/1.1; remove it',
  'idle-processes': '`processes` has no effect with `workers`: each worker is a process; remove one of them',
  'ssh-needs-target':
    '`ssh` starts workers on other machines, and they do not reach a service on this one (`service`); load a `target`, or start workers here (`start`)',
  'may-lose-all': 'must be less than `count`: somebody has to send the load',
  'locust-without':
    'has `engine: locust`, which has no ‹what› here; say `users` and `duration`, or write a LoadTestShape in the locustfile',

  'locust-exit': 'exit code ‹code›',
  'locust-signal': '‹signal›',
  'locust-ended': 'Locust ended with ‹ending› before the measured time was over.',
  'locust-ended-advice':
    'The lines below are its last ones. A load shape has to last for warm-up and duration together; a `run-time` in locust.conf or pyproject.toml has no place here.',
  'locust-module-missing':
    'The locustfile ‹file› imports ‹module›, which the Python of `‹command›` does not have.',
  'locust-module-missing-advice':
    'Install what the locustfile needs where Locust is installed, for example by `pip install -r requirements.txt` in the step before.',
  'locust-missing': 'Locust could not be started as `‹command›`: ‹why›.',
  'locust-no-command': 'there is no such command',
  'locust-missing-advice':
    'Install it (`pip install locust`) in the step before, or say in `locust: command` where it is.',
  'locust-exit-code':
    'Locust ended with ‹ending›: 0 and 1 (there were failures) are those of a run that was complete.',
  'locust-exit-code-advice':
    'The lines below are its last ones. A `process_exit_code` of the locustfile must be 0 or 1 here.',
  'locust-old': 'Locust ‹release› is older than ‹oldest›, the first that can be measured.',
  'locust-old-processes':
    'Locust ‹release› is older than ‹oldest›, the first that runs in several processes.',
  'locust-old-workers':
    'Locust ‹release› is older than ‹oldest›, the first whose workers on other machines can be measured.',
  'locust-old-unheard':
    'Locust ‹release› cannot be listened to, and it is older than ‹oldest›, the first that can be measured without.',
  'locust-unknown': 'of an unknown version',
  'locust-old-advice': 'Install a newer one: `pip install "locust>=‹oldest›"`.',
  'locust-no-users': 'Locust did not get all its users to work in time.',
  'locust-says-nothing': 'Locust has said nothing for ‹seconds› s.',
  'locust-goes-on': 'Locust did not end when it was asked to.',
  'locust-overtime': 'Locust did not end when its time was over.',
  'locust-silent-advice':
    'The lines below are its last ones. Look for code in the locustfile that never ends, or blocks its whole process.',

  'locust-untrue': 'What was told from within Locust cannot be believed: ‹why›.',
  'locust-untrue-advice':
    'Look whether the locustfile ends its own process, or fires request events without a response time.',
  'locust-not-heard': 'it cannot be listened to, and several processes are not measured without',
  'locust-process-mute': 'one of its processes has stopped telling',
  'locust-process-cut': 'one of its processes ended in the middle of its work',
  'locust-processes-many': 'more processes than any machine has cores for',
  'locust-processes-open': 'not every process told how much it measured',
  'locust-connection': 'a connection to one of its processes broke',
  'locust-clocks': 'the clocks of a worker could not be compared',
  'locust-name-unknown': 'a request has a name that nobody gave',
  'locust-name-twice': 'a number is given to two names',
  'locust-order': 'lines come in an order that cannot be',
  'locust-no-worker': 'a worker says that it is none',
  'locust-no-times': 'the requests called ‹name› have no response time',
  'locust-miscounted': 'a process says that it told of ‹said› requests, and told of ‹told›',
  'locust-time-back': 'time goes backwards',
  'locust-time-fast': 'its time went faster than ours',
  'locust-line-long': 'a line is too long',
  'locust-line-cut': 'the last line is cut short',
  'locust-line-unknown': 'no line of ours: ‹line›',
  'locust-line-wrong': 'a line that cannot be: ‹line›',
  'locust-statistics-cut': 'its statistics are cut short',
  'locust-statistics-other': 'its statistics are none of Locust',
  'locust-statistics-counts': 'the counts of its statistics do not fit together',
  'locust-failures-many': 'it tells of more failures than there were',

  'locust-workers-none': 'Only 0 of ‹count› workers of Locust joined within ‹seconds› s.',
  'locust-workers-missing': 'Only ‹joined› of ‹count› workers of Locust joined within ‹seconds› s: ‹names›.',
  'locust-workers-missing-advice':
    'Start the others with `locust -f - --worker --master-host … --master-port …` and look whether they reach port ‹port› of this machine; `workers: join-within` gives them longer.',
  'locust-worker-not-started':
    'The command that starts a worker of Locust ended with ‹ending› before all workers had joined: `‹command›`.',
  'locust-worker-not-started-advice':
    'The lines below are its last ones. Try the command by hand on this machine.',
  'locust-workers-deaf': 'Workers of Locust joined that tell nothing of their requests: ‹names›.',
  'locust-workers-deaf-advice':
    'Start them with `locust -f - --worker --master-host … --master-port …`: with `-f -` they take the locustfile from the master, and with it the file that tells.',
  'locust-worker-lost': 'Workers of Locust were lost before the measured time had begun: ‹names›.',
  'locust-worker-lost-advice':
    'Look at the log of the worker, and at the network between it and this machine. `workers: may-lose` allows for some.',
} as const;
