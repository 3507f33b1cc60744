/** English of what goes wrong with a service: its build, its start, its readiness, its address. */

/** Phrases of the room `service`. */
export const SERVICE_PHRASES = {
  'service-exited-early': 'The service ‹ending› ‹seconds› s after its start, before it was ready.',
  'service-exited-late': 'The service ‹ending› ‹seconds› s after its start, after it had been ready.',
  'ended-by-signal': 'was ended by ‹signal›',
  'exited-with-code': 'exited with code ‹code›',
  'exited-with-code-of': 'exited with code ‹code› (‹signal›)',
  'killed-advice':
    'Loadgate did not kill it. Often the kernel did, for want of memory: look at the memory of this machine and of the service.',
  'returned-advice':
    '`service.start` must stay in the foreground: `‹command›` returned. Leave out `&`, `-d` and `--daemon`.',
  'last-lines-advice': 'Its last lines are below.',
  'by-hand-advice': 'Its last lines are below; run `‹command›` by hand to see more.',
  'by-hand-in-advice': 'Its last lines are below; run `‹command›` in ‹folder› by hand to see more.',

  'never-ready': 'The service at ‹url› was not ready within ‹seconds› s: ‹last›.',
  'never-ready-heard-advice':
    'It listens on ‹heard›. Let it listen where `service.url` points: the port is in PORT, or write {port} into `service.start`.',
  'never-ready-log-advice':
    'Look for the text of `service.ready.log` in its lines below, or give it more time with `service.ready-timeout`.',
  'never-ready-advice':
    'Let it listen on the port in PORT (or write {port} into `service.start`), look at `service.ready`, or give it more time with `service.ready-timeout`.',

  'look-no-address': 'it has no address',
  'look-ready-once': 'it was ready only once',
  'look-no-time': 'there was no time to look',
  'look-log-silent': 'its log has not said "‹text›"',
  'look-status': '‹path› answered with status ‹status›, not ‹wanted›',
  'look-body': '‹path› answered without "‹text›" in its body',
  'look-command-slow': 'the ready command did not end within ‹ms› ms',
  'look-command': 'the ready command ‹ending›',
  'look-command-said': 'the ready command ‹ending› (‹words›)',
  'look-nothing-listens': 'nothing listens on ‹place›',
  'look-no-tls': '‹place› does not speak TLS',
  'look-closed': '‹place› closed the connection without an answer',
  'look-error': '‹place›: ‹error›',

  'answered-by-other':
    "‹url› is answered by ‹holder›, not by the service that was started: its numbers would be somebody else's.",
  'answered-by-other-advice':
    'Stop that process, or let `service.port` be `free`. What a container engine listens for is started in an earlier step: give its `url`, without `start`.',
  'port-taken': 'Port ‹port› is taken by ‹holder›, so the service cannot be started on it.',
  'port-taken-advice':
    'Stop that process, or let `service.port` be `free` and take the port from PORT or {port}.',
  'holder-unknown': 'another process',
  'holder-other-user': 'a process of another user',
  'holder-process': 'process ‹pid›',
  'holder-command': 'process ‹pid› (‹command›)',
  'two-holders': '‹one› and ‹other›',

  'build-failed': 'The build ‹ending› after ‹seconds› s: `‹command›`.',
  'build-failed-advice':
    'Mend the build; its last lines are below. It gets no secrets: what it needs belongs into `service.env`.',
  'build-timeout': 'The build did not end within ‹seconds› s: `‹command›`.',
  'build-timeout-advice': 'Give it more time with `service.build-timeout`, or build in an earlier step.',
  'command-of-not-found': 'A command of `service.‹what›` was not found: `‹command›`.',
  'command-of-not-found-advice':
    'Install it in an earlier step, build first (`service.build`), or check the path and `service.working-directory`.',
  'command-of-not-executable': 'A command of `service.‹what›` may not be executed: `‹command›`.',
  'command-of-not-executable-advice':
    'Make it executable (`chmod +x`, then `git update-index --chmod=+x`), or start it by its interpreter.',
  'working-directory-missing': '`service.working-directory` "‹folder›" is not a folder of the workspace.',
  'working-directory-missing-advice':
    'Give a path relative to the workspace; check the repository out first.',

  unreachable: 'Nothing was ready at ‹url› within ‹seconds› s: ‹last›.',
  'unreachable-running-advice':
    'Start the service before Loadgate and check `url`, or let Loadgate start it: give `start`.',
  'unreachable-deployed-advice':
    'Let the deployment end before Loadgate begins, look at `target` (its `url`, its `ready`, its `ready-timeout`), and at the firewalls between this machine and that one.',
  'target-missing': 'The environment variable that `target.url-from` names is not set.',
  'target-missing-advice': 'Give it to the step or the shell that runs Loadgate.',
  'target-unknown': 'The name ‹host› of the target means no address here.',
  'target-unknown-advice':
    'Look at `target.url`, and at the DNS of this machine: its name may be known in another network only.',
  'target-is': 'The target is ‹address›',
  'target-means': "The target's name ‹host› means ‹address›",
  'address-never-loaded': '‹where›, which ‹why›: it is never loaded.',
  'address-never-loaded-advice':
    'Give the address at which users reach the service; no list can allow this one.',
  'address-not-allowed': '‹where›, and `allowed-addresses` allows only ‹allowed›. Nothing was sent.',
  'address-none-allowed': '‹where›, and `allowed-addresses` allows none but this machine. Nothing was sent.',
  'address-own-advice':
    'If this service may be loaded, say so in the configuration: `allowed-addresses: [‹address›]`. Put load only on what is yours.',
  'address-base-advice':
    'If this service may be loaded, merge a change first that says so in the configuration of the base branch, since a pull request cannot allow it for itself: `allowed-addresses: [‹address›]`. Put load only on what is yours.',
  'target-not-loopback': '‹url› means ‹addresses›: only services of this machine are loaded.',
  'target-not-resolved':
    '‹url› means nothing that can be resolved: only services of this machine are loaded.',
  'target-not-loopback-advice':
    'Use localhost, 127.0.0.1 or [::1]. A service on another machine is a `target`.',
} as const;
