/** English of what is wrong in a configuration with services, targets and what is watched. A piece that begins with a verb ends `must …`; one with `say` says what to write instead. */

/** Phrases of the room `config`. */
export const CONFIG_SERVICE_PHRASES = {
  'be-own-url': 'be an http or https URL of this machine, like http://127.0.0.1:{port}',
  'say-port-place': '`{port}` belongs after the host',
  'say-no-user': 'leave out user and password',
  'say-no-query': 'query and fragment belong to the requests',
  'say-loopback':
    'only addresses of this machine are loaded here (localhost, 127.0.0.1, [::1]); a service on another machine is a `target`',
  'say-port-zero': 'port 0 is none',
  'address-is': '‹address› ‹why›',
  'be-url': 'be an http or https URL, like https://api.example.com',
  'be-loadable-url': 'be the URL of a machine that may be loaded',
  'say-host-as': 'write its host as ‹host›',
  'say-no-dot': 'leave out the dot at the end of its host',
  'say-host-no-name': 'its host is no name',
  'say-path-as': 'write its path as ‹path›',
  'say-scheme': 'begin with http:// or https://',
  'say-unreadable-url': 'it cannot be read as one',
  'say-punycode': 'write names of other scripts as xn--…, and no blanks',
  'say-plainly': 'write it plainly',
  'be-allowed': 'be an IP address, a network like 10.0.0.0/8, or a host name',
  'be-loadable': 'be an address that may be loaded',
  'say-only-host': 'leave out scheme, port and path',
  'say-top-level': 'a whole top-level domain is too much',
  'say-give-database':
    'give it to the step or the shell that runs Loadgate, or leave the database out (pull requests of forks and of Dependabot have no secrets)',
  'be-database-url': 'name an environment variable that holds a URL with ‹schemes› or ‹last›',
  'say-database-url':
    'write it like postgres://user:password@127.0.0.1:5432/shop, with special characters of the password percent-encoded',
  'be-project': 'be the name of a compose project: small letters, digits, dashes and underscores, and {port}',
  'say-compose-ls': '`docker compose ls` shows them',
  'be-container': 'be the name of a container: letters, digits, dots, dashes and underscores, and {port}',
  'say-docker-ps': '`docker ps` shows them',
  'be-pem': 'name a PEM file with certificates in the workspace',
  'pem-empty': 'holds no `-----BEGIN CERTIFICATE-----`',
  'pem-broken': 'holds something else where its certificate number ‹number› should be',
  'be-port': 'be a port from 1 to 65535, or `free`',
  'be-ready': 'be a path like /health, or `tcp`',
  'be-true': 'be true',
  'say-leave-out': 'or leave it out',
  'be-false': 'be false',
  'say-verified': 'or leave it out: verified is what it is then',
  'be-variable-name': 'be the name of an environment variable',
  'not-of-runner': 'be no variable of the runner',
  'say-own-variable': 'put the value into one with a name of its own',
  'be-ready-block': 'be a path like /health, or `tcp`, or a mapping with one of ‹kinds›',
  'base-of-deployed':
    '`base` needs `service.start`: what is deployed at `target` is there at one commit only; write `compare: baseline`',
  'base-of-running':
    '`base` needs `service.start`: a service that already runs cannot be started at another commit',
  'be-inside': 'name something inside the workspace',
  'be-outside-github': 'be outside .github',
  'idle-service-key': '`service.‹key›` has no effect without `service.start`; add it or remove this',
  'service-needs': '`service` needs `start` (how to run it), or `url` (where it already runs)',
  'name-the-port': 'name the port',
  'say-port-needs-start': '`{port}` needs `service.start`',
  'be-port-of-url': 'be the port of `service.url`',
  'say-port': 'say ‹port›, or write {port} in the URL',
  'tls-needs-url': '`‹of›.tls` needs a URL with TLS; say `url: ‹example›`, or remove it',
  'log-needs-start': '`‹path›.log` needs `service.start`: a service that already runs has its log elsewhere',
  'write-port': 'write the port as {port}',
  'needs-service':
    'needs `service` (how it is started, or where it runs on this machine), or `target` (where it is deployed)',
  'service-or-target':
    '`target` stands in the place of `service`; keep the one that is loaded (inputs like `start`, `url` and `ready` are keys of `service`)',
  'target-needs-url': '`target` needs `url`, or `url-from` (an environment variable that holds it)',
  'target-url-twice': '`target` has both `url` and `url-from`; keep one of them',
  'monitoring-needs-query': '`target.monitoring` needs a query: `cpu`, `memory`, or both',
  'say-give-target':
    'give it to the step or the shell that runs Loadgate; a variable that is called like a secret (…_TOKEN, …_KEY) is not read',
  'be-target-variable':
    'name an environment variable that holds an http or https URL with nothing but a host',
  'say-target-url':
    'set it to something like https://pr-12.preview.example.com; paths belong to the requests',
} as const;
