/** Russian of what could not be watched: why, and what would mend it. Neither ends with a full stop: the sentence around it does. */
import type { PROBE_PHRASES } from '../../domain/phrases/probes.ts';

/** As `domain/phrases/probes.ts`, slot by slot. */
export const probePhrases: Readonly<Record<keyof typeof PROBE_PHRASES, string>> = {
  'database-lost': 'соединение прервалось во время наблюдения, ошибка ‹error›',
  'database-lost-remedy': 'посмотрите журнал сервера базы данных и повторите прогон',
  'database-refused': 'к ней не удалось подключиться, ошибка ‹error›',
  'database-rights': 'дайте пользователю из ‹variable› права, перечисленные в `docs/databases.md`',
  'database-password': 'исправьте имя пользователя и пароль в URL из ‹variable›',
  'database-runs': 'проверьте, что сервер работает и что URL из ‹variable› ведёт к нему с этой машины',
  'database-unset': 'переменная окружения ‹variable› не задана',
  'database-no-url': 'в переменной окружения ‹variable› нет URL базы данных, за которой можно наблюдать',
  'database-unset-remedy':
    'передайте URL базы данных в переменной ‹variable› шагу или оболочке, где работает Loadgate',
  'statements-forgotten':
    'во время наблюдения сервер отбросил часть счётчиков запросов: для стольких разных запросов он хранит их слишком мало',
  'statements-forgotten-remedy':
    'увеличьте `pg_stat_statements.max` (PostgreSQL) или `performance_schema_digests_size` (MySQL, MariaDB) и перезапустите сервер либо передавайте в запросы параметры вместо значений',
  'counters-reset': 'во время наблюдения счётчики сервера пошли назад: кто-то их сбросил',
  'counters-reset-remedy': 'пусть во время прогона никто не сбрасывает статистику сервера',
  'statements-hidden': 'пользователю ‹user› не видны запросы других пользователей',
  'sessions-hidden': 'пользователю ‹user› не видно, чем заняты сеансы других пользователей',
  'postgres-rights':
    'выполните `GRANT pg_read_all_stats TO "‹user›"` от имени суперпользователя или подключайтесь тем же пользователем, что и сервис',
  'postgres-extension-missing': 'в базе ‹database› не установлено расширение `pg_stat_statements`',
  'postgres-extension-unreadable': 'данные `pg_stat_statements` не читаются, ошибка ‹error›',
  'postgres-preload':
    'добавьте `pg_stat_statements` в `shared_preload_libraries`, перезапустите сервер и выполните в этой базе `CREATE EXTENSION pg_stat_statements`',
  'postgres-tracks-nothing': 'расширение `pg_stat_statements` ничего не считает',
  'postgres-track': 'задайте для `pg_stat_statements.track` значение `top`',
  'postgres-no-ids': 'сервер не даёт запросам идентификаторов',
  'postgres-ids': 'задайте для `compute_query_id` значение `auto`',
  'mysql-schema-off': 'схема `performance_schema` выключена, поэтому запросы не различаются',
  'mysql-enable':
    'запустите сервер с `performance_schema=ON` (в разделе `[mysqld]` его конфигурации); на ходу её не включить',
  'mysql-no-digests': 'схема `performance_schema` не ведёт счёт запросов по их форме',
  'mysql-digests':
    "выполните `UPDATE performance_schema.setup_consumers SET enabled = 'YES' WHERE name IN ('global_instrumentation', 'thread_instrumentation', 'statements_digest')`",
  'mysql-digests-unreadable': 'счётчики запросов не читаются, ошибка ‹error›',
  'mysql-grant-select': 'выполните `GRANT SELECT ON performance_schema.* TO ‹account›`',
  'mysql-sessions-hidden': 'пользователю ‹user› не видны чужие сеансы и транзакции',
  'mysql-grant-process': 'выполните `GRANT PROCESS ON *.* TO ‹account›`',

  'runtime-lost': '‹processes›: Node.js завершился или не ответил вовремя',
  'runtime-lost-some': '‹processes›: Node.js завершился или не ответил вовремя; процессов ответило: ‹told›',
  'runtime-unobserved': '‹processes›: за Node.js наблюдать нельзя',
  'runtime-remedy':
    'пусть сервис сохраняет переданную ему переменную `NODE_OPTIONS`; Node.js старше 14.10 и модель разрешений не дают ничего наблюдать',
  process: 'процесс ‹pids›',
  processes: 'процессы ‹pids›',
  'processes-and-more': 'процессы ‹pids› и ещё ‹more›',

  'container-ended': 'он завершился во время наблюдения',
  'container-not-running': 'контейнер с таким именем не работает',
  'container-remedy': 'имена покажет `docker ps`',
  'containers-too-many': 'их ‹count›, а наблюдаются первые ‹max›',
  'containers-too-many-remedy': 'перечислите те, что важны: `containers: { names: [NAME] }`',
  'project-without-containers': 'ни один работающий контейнер не относится к проекту compose ‹project›',
  'project-remedy': 'проекты покажет `docker compose ls`',
  'engine-no-list': 'служба контейнеров не даёт их списка',
  'engine-other-shape': 'ответ службы контейнеров устроен иначе, чем у Docker и Podman',
  'engine-elsewhere':
    'в `DOCKER_HOST` указан не сокет Unix, а других соединений со службой контейнеров не используется',
  'engine-elsewhere-remedy':
    'запускайте Loadgate на машине службы контейнеров, с `DOCKER_HOST=unix:///path` или без него',
  'engine-none': 'на ‹socket› отвечает не служба контейнеров',
  'engine-answered': 'ответ службы контейнеров: ‹answer›',
  'engine-no-json': 'ответ службы контейнеров не JSON',
  'engine-slow': 'от ‹socket› за ‹seconds› с не пришёл полный ответ',
  'engine-no-socket': 'сокета службы контейнеров ‹socket› нет',
  'engine-no-socket-remedy':
    'запустите службу контейнеров или укажите её сокет в `DOCKER_HOST` (`unix:///path`)',
  'engine-forbidden': 'этому пользователю нельзя открыть ‹socket›',
  'engine-forbidden-remedy':
    'включите пользователя в группу сокета или укажите в `DOCKER_HOST` его собственный сокет',
  'engine-stopped': 'на ‹socket› никто не слушает',
  'engine-stopped-remedy': 'запустите службу контейнеров',
  'engine-too-much': 'ответ службы контейнеров больше ‹mib› МиБ',
  'engine-failed': 'соединение с ‹socket› не удалось, ошибка ‹error›',

  'monitoring-not-asked': 'запросы к ‹host› не отправлялись: ‹why›',
  'name-means-nothing': 'его имя здесь не означает никакого адреса',
  'address-not-listed': 'его адреса нет в `allowed-addresses`',
  'address-never-asked': 'по такому адресу запросы не отправляются никогда',
  'monitoring-no-value': 'запрос для ‹part› не дал ни одного значения',
  'monitoring-refused': '‹host› отвечает со статусом ‹status›, ошибка ‹error›',
  'monitoring-status': '‹host› отвечает со статусом ‹status›',
  'monitoring-odd': '‹host› отвечает не так, как Prometheus',
  'monitoring-many-series': 'запрос дал рядов: ‹count›, а нужен один; пусть он их сложит',

  'far-no-ssh': 'на этой машине нет программы `ssh`',
  'far-ended': 'соединение SSH с ‹host› прервалось, ошибка ‹error›',
  'far-silent': 'от ‹host› за ‹seconds› с не пришёл ответ по SSH',
  'far-flood': 'от ‹host› по SSH пришло больше ‹mib› МиБ за раз',
  'far-odd': 'то, что пришло от ‹host› по SSH, не похоже на содержимое `/proc`',
  'far-restarted': 'часы ‹host› пошли назад: машину перезапустили',
  'far-no-process': 'на ‹host› не было процесса ‹name›',
  'far-no-pid': 'в файле ‹file› на ‹host› не было номера работающего процесса',
  'far-remedy':
    'проверьте, что с этой машины `ssh` подключается к ней без вопросов; что для этого нужно, сказано в `docs/target.md`',
  'far-cancelled': 'прогон закончился',
};
