/** Russian: what to do about a bottleneck, with the line or command that does it where there is one. */
import type { Relievable, ResourceEvidence } from '../../domain/finding-resources.ts';
import { poolFor } from '../worth-telling.ts';
import { CONNECTIONS_GENITIVE, CORES_GENITIVE, coresOf, counted } from './ru-counts.ts';
import type { Pen } from './words.ts';

type Relief = {
  readonly [Name in Relievable]: (evidence: ResourceEvidence[Name], n: Pen) => string;
};

/** What to do about a bottleneck, in a sentence or two. */
export function reliefOf<Name extends Relievable>(
  { name, evidence }: { readonly name: Name; readonly evidence: ResourceEvidence[Name] },
  n: Pen,
): string {
  return relief[name](evidence, n);
}

const relief: Relief = {
  'cpu-limit': ({ limit }, n) => {
    const more = limit === null ? 2 : Math.max(1, Math.ceil(2 * limit));
    return `Поднимите лимит процессора, если в рабочей среде он выше: ${n.code(`cpus: ${more}`)} в файле compose, ${n.code(`--cpus ${more}`)} для контейнера, ${n.code(`CPUQuota=${100 * more}%`)} для юнита systemd. Если в рабочей среде он такой же, планируйте по этому числу.`;
  },
  'memory-pressure': ({ limit }, n) =>
    `Поднимите лимит памяти${limit === null ? '' : ` (сейчас ${n.bytes(limit)})`}: ${n.code('mem_limit:')} в файле compose, ${n.code('--memory')} для контейнера. Или пусть сервис хранит меньше.`,
  'short-leak': (_, n) =>
    `Чтобы отличить утечку от кэша, запустите ${n.code('executor: soak')} с ${n.code('duration: 10m')} и сравните два снимка кучи (для Node.js ${n.code('node --heapsnapshot-signal=SIGUSR2')}), чтобы увидеть, что в ней остаётся.`,
  collection: (_, n) =>
    `Найдите, кто выделяет память (${n.code('node --cpu-prof')} показывает сборку мусора, ${n.code('--heap-prof')} — кто выделяет): например, копии больших объектов или повторный разбор одного и того же при каждом запросе. Если многое хранится намеренно, расширьте молодое поколение: ${n.code('node --max-semi-space-size=64')}.`,
  'n-plus-one': ({ calls, database }, n) =>
    `Обращайтесь к ${n.name(database)} один раз, а не ${n.count(calls)}: соединение таблиц (JOIN) или ${n.code('WHERE id = ANY($1)')} (${n.code('IN (…)')}) со всеми ключами; в ORM загружайте связь вместе со списком.`,
  'missing-index': ({ database }, n) =>
    `Посмотрите план этого запроса в ${n.name(database)} (${n.code('EXPLAIN')}) и создайте индекс по столбцам из его условий: ${n.code('CREATE INDEX ON table (column)')}.`,
  'slow-command': ({ command }, n) =>
    `Замените ${n.name(command)}: ${n.code('SCAN')} вместо ${n.code('KEYS')}, меньший диапазон или меньшая коллекция там, где команда её обходит, отдельный ключ для всего, что ищут поштучно.`,
  'lock-waits': ({ database }, n) =>
    `Делайте транзакции в ${n.name(database)} короткими: запрос, за который все соперничают, ставьте последним и ничего не ждите внутри; то, что обновляют все запросы, разнесите по нескольким строкам.`,
  'small-pool': ({ connections, concurrency }, n) =>
    `Дайте пулу сервиса больше ${counted(connections, CONNECTIONS_GENITIVE, n)} (${n.code(`max: ${poolFor(connections, concurrency)}`)} в ${n.code('pg')} для Node.js), насколько у базы хватает ядер, или освобождайте каждое раньше.`,
  'connection-limit': ({ database, limit }, n) =>
    `Поставьте перед ${n.name(database)} пулер соединений, уменьшите пулы сервиса или поднимите лимит (сейчас ${n.count(limit)}): ${n.code('max_connections')}, а для Redis ${n.code('maxclients')}.`,
  'database-dominant': ({ database }, n) =>
    `Начните с плана этого запроса в ${n.name(database)} (${n.code('EXPLAIN')}): что он читает, в каком порядке и нужен ли он при каждом HTTP-запросе.`,
  'cache-misses': ({ database }, n) =>
    `Дайте ${n.name(database)} больше памяти (${n.code('shared_buffers')} в PostgreSQL, ${n.code('innodb_buffer_pool_size')} в MySQL и MariaDB) или сделайте так, чтобы запросы затрагивали меньше данных.`,
  'disk-bound': ({ mode }) =>
    mode === 'write'
      ? 'Пишите реже: несколько запросов за одну запись и один сброс на диск, журналы крупными порциями, а то, что не обязано пережить сбой, — без сброса. Или возьмите более быстрый диск.'
      : 'Читайте реже: держите в памяти то, что спрашивают повторно, а файлы читайте потоком, не заставляя ждать остальных. Или возьмите более быстрый диск.',
  'event-loop-blocked': (_, n) =>
    `Найдите, что держит цикл событий (${n.code('node --cpu-prof')}): длинные циклы, большие JSON, вызовы ${n.code('…Sync')}, тяжёлые регулярные выражения. Вынесите это в отдельный поток (worker) или делайте частями.`,
  'uneven-workers': (_, n) =>
    `Посмотрите, как распределяются соединения: клиент, который держит соединение, остаётся у одного процесса. ${n.code('SO_REUSEPORT')} или прокси, который распределяет запросы, а не соединения, выровняет нагрузку.`,
  'service-one-core': ({ cores }, n) =>
    `Пусть сервис использует больше одного потока: по процессу на каждое из ${coresOf(cores, CORES_GENITIVE, n)} (${n.code('node:cluster')}, ${n.code('--workers')} у большинства серверов). Или удешевите запрос (${n.code('node --cpu-prof')}).`,
};
