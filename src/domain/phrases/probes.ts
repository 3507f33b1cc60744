/** English of what could not be watched: why, and what would mend it. */

/** Phrases of the room `probes`. */
export const PROBE_PHRASES = {
  'database-lost': 'The connection was lost while it was watched: ‹error›',
  'database-lost-remedy': 'Look into the log of the database server, and run again.',
  'database-refused': 'It cannot be connected to: ‹error›',
  'database-rights': 'Give the user of ‹variable› the rights that docs/databases.md lists.',
  'database-password': 'Correct the user and the password of the URL in ‹variable›.',
  'database-runs':
    'Make sure that the server runs, and that the URL in ‹variable› leads to it from this machine.',
  'database-unset': 'The environment variable ‹variable› is not set.',
  'database-no-url': 'The environment variable ‹variable› holds no URL of a database that can be watched.',
  'database-unset-remedy':
    'Give the step or the shell that runs Loadgate the URL of the database in ‹variable›.',
  'statements-forgotten':
    'The server dropped counters of statements while it was watched: it keeps too few for as many different statements.',
  'statements-forgotten-remedy':
    'Raise pg_stat_statements.max (PostgreSQL) or performance_schema_digests_size (MySQL, MariaDB) and restart the server, or give statements parameters in the place of values.',
  'counters-reset': 'The counters of the server went backwards while it was watched: somebody reset them.',
  'counters-reset-remedy': 'Let nothing reset the statistics of the server during a run.',
  'statements-hidden': 'The user ‹user› may not see the statements of other users.',
  'sessions-hidden': 'The user ‹user› may not see what sessions of other users do.',
  'postgres-rights':
    'Run GRANT pg_read_all_stats TO "‹user›" as a superuser, or connect as the user that the service connects as.',
  'postgres-extension-missing':
    'The extension pg_stat_statements is not installed in the database ‹database›.',
  'postgres-extension-unreadable': 'pg_stat_statements cannot be read: ‹error›',
  'postgres-preload':
    'Add pg_stat_statements to shared_preload_libraries, restart the server, and run CREATE EXTENSION pg_stat_statements in this database.',
  'postgres-tracks-nothing': 'pg_stat_statements counts nothing.',
  'postgres-track': 'Set pg_stat_statements.track to top.',
  'postgres-no-ids': 'The server gives statements no identifiers.',
  'postgres-ids': 'Set compute_query_id to auto.',
  'mysql-schema-off': 'performance_schema is off, so that statements are not told apart.',
  'mysql-enable':
    'Start the server with performance_schema=ON (in the [mysqld] section of its configuration); it cannot be switched on while it runs.',
  'mysql-no-digests': 'performance_schema does not count digests of statements.',
  'mysql-digests':
    "Run UPDATE performance_schema.setup_consumers SET enabled = 'YES' WHERE name IN ('global_instrumentation', 'thread_instrumentation', 'statements_digest').",
  'mysql-digests-unreadable': 'The digests of statements cannot be read: ‹error›',
  'mysql-grant-select': 'Run GRANT SELECT ON performance_schema.* TO ‹account›.',
  'mysql-sessions-hidden': 'The user ‹user› may not see the sessions and transactions of others.',
  'mysql-grant-process': 'Run GRANT PROCESS ON *.* TO ‹account›.',

  'runtime-lost': '‹processes› on Node.js ended, or did not answer in time.',
  'runtime-lost-some': '‹processes› on Node.js ended, or did not answer in time; ‹told› did.',
  'runtime-unobserved': '‹processes› on Node.js cannot be observed.',
  'runtime-remedy':
    'Let the service keep the NODE_OPTIONS that it is given; Node.js before 14.10 and the permission model leave nothing to observe.',
  process: 'Process ‹pids›',
  processes: 'Processes ‹pids›',
  'processes-and-more': 'Processes ‹pids› and ‹more› more',

  'container-ended': 'it ended while it was watched',
  'container-not-running': 'no container of this name runs',
  'container-remedy': '`docker ps` shows the names.',
  'containers-too-many': 'there are ‹count› of them, and the first ‹max› are watched',
  'containers-too-many-remedy': 'Name those that matter: `containers: { names: [NAME] }`.',
  'project-without-containers': 'no container that runs belongs to the compose project ‹project›',
  'project-remedy': '`docker compose ls` shows the projects.',
  'engine-no-list': 'the container engine has no list of containers',
  'engine-other-shape': 'the answer of the container engine has another shape than that of Docker or Podman',
  'engine-elsewhere':
    'DOCKER_HOST does not name a Unix socket, and no other connection to a container engine is used',
  'engine-elsewhere-remedy':
    'Run Loadgate on the machine of the container engine, with DOCKER_HOST=unix:///path or without it.',
  'engine-none': 'what answers at ‹socket› is no container engine',
  'engine-answered': 'the container engine answered ‹answer›',
  'engine-no-json': 'the answer of the container engine is not JSON',
  'engine-slow': 'no complete answer from ‹socket› within ‹seconds› s',
  'engine-no-socket': "there is no container engine's socket at ‹socket›",
  'engine-no-socket-remedy': 'Start the container engine, or set DOCKER_HOST to its socket (unix:///path).',
  'engine-forbidden': 'this user may not open ‹socket›',
  'engine-forbidden-remedy':
    "Put the user into the socket's group, or set DOCKER_HOST to a socket of its own.",
  'engine-stopped': 'no container engine listens at ‹socket›',
  'engine-stopped-remedy': 'Start the container engine.',
  'engine-too-much': 'an answer of the container engine is larger than ‹mib› MiB',
  'engine-failed': 'the connection to ‹socket› failed: ‹error›',

  'monitoring-not-asked': '‹host› is not asked: ‹why›',
  'name-means-nothing': 'its name means no address here',
  'address-not-listed': '`allowed-addresses` does not have its address',
  'address-never-asked': 'its address is one that is never asked',
  'monitoring-no-value': 'the query for ‹part› gave no value',
  'monitoring-refused': '‹host› answered with status ‹status›: ‹error›',
  'monitoring-status': '‹host› answered with status ‹status›',
  'monitoring-odd': '‹host› did not answer as Prometheus does',
  'monitoring-many-series': 'the query gave ‹count› series where one is needed; let it sum them',

  'far-no-ssh': 'there is no program `ssh` on this machine',
  'far-ended': 'the SSH connection to ‹host› ended: ‹error›',
  'far-silent': '‹host› did not answer over SSH within ‹seconds› s',
  'far-flood': '‹host› sent more than ‹mib› MiB at once over SSH',
  'far-odd': 'what ‹host› told over SSH is not what its `/proc` holds',
  'far-restarted': 'the clock of ‹host› went back: it was started again',
  'far-no-process': 'nothing called ‹name› ran on ‹host›',
  'far-no-pid': '‹file› on ‹host› did not hold the number of a running process',
  'far-remedy':
    'Make sure that `ssh` reaches it from this machine without a question; docs/target.md says what it takes.',
  'far-cancelled': 'the run was over',
} as const;
