/** Russian: what a build used, and what ran out first. */
import { toldOr } from './ru-told.ts';
import type { FindingEvidence } from '../../domain/finding.ts';
import type { ResourceEvidence } from '../../domain/finding-resources.ts';
import { excerptOf, UNREAD_MAX } from '../worth-telling.ts';
import {
  amountOf,
  amountWith,
  CONNECTIONS_GENITIVE,
  CORES_GENITIVE,
  coresOf,
  counted,
  noun,
  PAGES,
  PROCESSES_DATIVE,
  REQUESTS,
  rounded,
  ROWS,
  SESSIONS,
  TIMES,
  WAITED,
} from './ru-counts.ts';
import { reliefOf } from './ru-relief.ts';
import type { FindingWords, Pen } from './words.ts';

/** Sentences of findings about resources. */
export const resourceFindings: Pick<FindingWords, keyof ResourceEvidence> = {
  'background-activity': ({ scenario, programs, otherCores, cores, from }, n) => {
    const used = `Другие программы занимали ${n.cores(otherCores)} из ${coresOf(cores, CORES_GENITIVE, n)}${n.inScenario(scenario)}`;
    return programs.length === 0
      ? `${used}. Локальная база данных входит в это число и относится к результату; всё остальное его искажает.`
      : `${used}, больше всего — ${n.list(programs.map((name) => n.name(name)))}: что заняли они, того не получил ${from === 'service' ? 'сервис' : 'генератор нагрузки'}.`;
  },
  neighbour: ({ scenario, program, otherCores, cores, runQueueDelay, serviceCores }, n) => {
    const who =
      program === null
        ? 'Посторонние программы занимали'
        : `Посторонние программы, в первую очередь ${n.name(program)}, занимали`;
    return `${who} ${n.cores(otherCores)} из ${coresOf(cores, CORES_GENITIVE, n)}${n.inScenario(scenario)}. Потоки сервиса, вместе взятые, были готовы работать, но не имели ядра ${perSecond(runQueueDelay, n)} каждой секунды, а вычисляли ${perSecond(serviceCores, n)}: сервис замедляли извне, и это время отклика не его собственное.`;
  },
  retransmits: ({ scenario, share }, n) =>
    `${n.share(share)} всех сегментов TCP пришлось отправлять повторно${n.inScenario(scenario)}. Потерянный сегмент задерживает свой ответ, а если за ним ничего не идёт, то на ${n.seconds(0.2)}: виновата сеть, а не сервис.`,
  'power-saving': ({ governor, battery }, n) => {
    const why = [
      battery ? 'она работала от батареи' : null,
      governor === null ? null : `режим управления частотой — ${n.name(governor)}`,
    ].filter((part) => part !== null);
    return `Машина экономит энергию: ${n.list(why)}. Когда делать почти нечего, её ядра замедляются, поэтому первые запросы после паузы медленнее, чем на сервере, а два прогона различаются сильнее.`;
  },
  'throttled-cpu': ({ times, during }, n) => {
    const often = counted(times, TIMES, n);
    return during
      ? `Под нагрузкой процессор снизил частоту из-за перегрева ${often}. В эти моменты сервис работал медленно не по своей вине.`
      : `С момента загрузки машины процессор снижал частоту из-за перегрева ${often}. Когда именно, неизвестно; если во время этого прогона, сервис работал медленно не по своей вине.`;
  },
  unread: ({ items }, n) => unreadOf(items, n),
  'cpu-limit': ({ scenario, container, limit, periods, throttled }, n) => {
    const whose = container === null ? 'сервис' : `контейнер ${n.name(container)}`;
    const held = limit === null ? 'Лимит процессора' : `Лимит в ${coresOf(limit, CORES_ACCUSATIVE, n)}`;
    const stood =
      throttled === null ? '' : ` Его потоки простаивали ${perSecond(throttled, n)} каждой секунды.`;
    return `${held} сдерживал ${whose}${n.inScenario(scenario)}: процессор отключали в ${n.share(periods)} расчётных периодов.${stood} Больше этого он не получит, сколько бы ядер ни было у машины.`;
  },
  'memory-pressure': ({ scenario, pressure, limitHits, kills, limit }, n) => {
    const within = limit === null ? 'лимит' : `лимит ${n.bytes(limit)}`;
    const seen = [
      kills === 0 ? null : `система ${counted(kills, TIMES, n)} завершала из-за этого процесс`,
      limitHits === 0 ? null : `в ${within} сервис упирался ${counted(limitHits, TIMES, n)}`,
      pressure === null ? null : `хотя бы одна задача ждала памяти ${n.share(pressure)} времени`,
    ].filter((part) => part !== null);
    return `Памяти не хватало${n.inScenario(scenario)}: ${n.list(seen)}. Часть времени отклика — ожидание страниц памяти.`;
  },
  'short-leak': ({ scenario, seconds, anonymous, live }, n) => {
    const from = (growth: { readonly from: number; readonly to: number }): string =>
      `за ${n.seconds(seconds)} с ${n.bytes(growth.from)} до ${n.bytes(growth.to)} при неизменной нагрузке${n.inScenario(scenario)}`;
    if (live !== null)
      return `То, чего не освободили полные сборки мусора, выросло ${from(live)}. Так выглядит утечка или кэш, который ещё заполняется. Чем полнее память, тем чаще идут сборки, а затем она кончается.`;
    return `Память выросла ${from(anonymous ?? { from: 0, to: 0 })}, и рост не прекратился. Так выглядит утечка, но так же выглядят и ещё не заполненный кэш, и ещё не собранный мусор.`;
  },
  collection: ({ scenario, share, longest, minor, major }, n) =>
    `Сборка мусора занимала ${n.share(share)} времени${n.inScenario(scenario)}, до ${n.ms(longest)} за раз (малых сборок — ${n.count(minor)}, полных — ${n.count(major)}). Запросы при этом стоят: сервис занят памятью, которую они после себя оставили.`,
  'n-plus-one': ({ scenario, database, statement, calls, perCall, queries }, n) =>
    `Один и тот же запрос к базе выполняется ${n.strong(`${amountWith(calls, TIMES, n)} на HTTP-запрос`)}${n.inScenario(scenario)}, а всего их ${amountOf(queries, n)}: ${excerptOf(statement, n)} в ${n.name(database)}. В базе каждый занимает всего ${n.ms(perCall)}, но на каждый уходит ещё путь до базы и обратно, и всё это время HTTP-запрос ждёт. Так выглядит отдельный запрос на каждую строку списка (N+1).`,
  'missing-index': (evidence, n) => scanOf(evidence, n),
  'slow-command': ({ scenario, database, command, perCall, share, busy }, n) =>
    `${n.name(command)} занимает ${n.ms(perCall)} за вызов${n.inScenario(scenario)} и забирает ${n.share(share)} рабочего времени ${n.name(database)} (занятость — ${n.share(busy)}). Команды там выполняются по одной, поэтому остальные ждут эту.`,
  'lock-waits': ({ scenario, database, sessions, perAnswer, mean }, n) =>
    `В каждый момент блокировки ${noun(rounded(sessions), WAITED, n)} в среднем ${amountWith(sessions, SESSIONS, n)} ${n.name(database)}${n.inScenario(scenario)}: это ${n.ms(perAnswer)} на запрос, который занимает ${n.ms(mean)}. Сеансы ждут чужих транзакций, и при большем числе пользователей ждали бы только дольше.`,
  'small-pool': ({ scenario, database, connections, active, concurrency, perAnswer, mean }, n) =>
    `Все соединения с ${n.name(database)} были заняты (${n.count(connections)}, в среднем ${amountOf(active, n)})${n.inScenario(scenario)}, а в работе было ${amountWith(concurrency, REQUESTS, n)}. Запрос занимал ${n.ms(mean)}, из которых база нужна ему лишь ${n.ms(perAnswer)}: остальное — ожидание соединения.`,
  'connection-limit': ({ scenario, database, most, limit }, n) =>
    `Соединений с ${n.name(database)} открыто ${n.count(most)} из ${n.count(limit)} возможных${n.inScenario(scenario)}. Ещё один экземпляр сервиса получил бы отказ.`,
  'database-dominant': ({ scenario, database, statement, share, perAnswer, mean }, n) =>
    `${n.name(database)} тратит ${n.ms(perAnswer)} на запрос, который занимает ${n.ms(mean)}${n.inScenario(scenario)}, и ${n.share(share)} из них уходит на один запрос: ${excerptOf(statement, n)}. Ускорьте его, и быстрее станет весь сервис.`,
  'cache-misses': ({ scenario, database, misses }, n) =>
    `${n.share(misses)} блоков, запрошенных у ${n.name(database)}, не оказалось в её памяти${n.inScenario(scenario)}, и их пришлось читать. Запросы обращаются к большему объёму данных, чем она может держать.`,
  'database-bound': ({ scenario, database, perAnswer, mean }, n) =>
    `${n.name(database)} тратит ${n.ms(perAnswer)} на запрос, который занимает ${n.ms(mean)}${n.inScenario(scenario)}: сервис в основном ждёт свою базу данных.`,
  'disk-bound': (evidence, n) => diskOf(evidence, n),
  'event-loop-blocked': ({ scenario, delayP99, delayMax, eventLoop, thread }, n) =>
    `Цикл событий задерживался${n.inScenario(scenario)}: один такт из ста опаздывал на ${n.ms(delayP99)} или больше, самый поздний — на ${n.ms(delayMax)}. Он был занят ${n.share(eventLoop)} времени, а его поток вычислял ${perSecond(thread, n)} каждой секунды. Пока его держит один кусок работы или блокирующий вызов, ждут все запросы.`,
  'uneven-workers': ({ scenario, workers, busiest, idlest }, n) =>
    `Работа распределена неравномерно по ${counted(workers, PROCESSES_DATIVE, n)}${n.inScenario(scenario)}: один занимал ${n.cores(busiest)} ядра, другой — ${n.cores(idlest)}. Время отклика определяет загруженный, а у остальных есть запас.`,
  'service-one-core': ({ scenario, serviceCores, cores, thread }, n) => {
    const used = `Сервис занимал ${n.cores(serviceCores)} из ${coresOf(cores, CORES_GENITIVE, n)}${n.inScenario(scenario)}`;
    return thread === null
      ? `${used}. Похоже, он работал в одном потоке и этот поток был загружен полностью: вероятно, он и ограничил пропускную способность.`
      : `${used}, из них ${n.cores(thread)} — один поток. Он загружен полностью и ограничил пропускную способность: дополнительные ядра ему не помогут.`;
  },
  headroom: (evidence, n) => headroomOf(evidence, n),
  'memory-limit-near': ({ scenario, container, used, limit }, n) =>
    `${container === null ? 'Сервис занимал' : `Контейнер ${n.name(container)} занимал`} ${n.bytes(used)} из разрешённых ${n.bytes(limit)}${n.inScenario(scenario)}, считая файлы, которые система держит для него в памяти. Следующей может кончиться память.`,
  'open-files-near': ({ scenario, most, limit }, n) =>
    `Процесс сервиса держал открытыми ${n.count(most)} файлов и соединений${n.inScenario(scenario)} из разрешённых ${n.count(limit)}. Сверх этого он не примет ни одного соединения.`,
  relieve: ({ bottleneck }, n) => reliefOf(bottleneck, n),
};

/** Titles of findings about resources. */
export const resourceTitles: Readonly<Record<keyof ResourceEvidence, string>> = {
  'background-activity': 'Другие программы',
  neighbour: 'Процессор занимала другая программа',
  retransmits: 'Потери в сети',
  'power-saving': 'Экономия энергии',
  'throttled-cpu': 'Перегрев',
  unread: 'Не измерено',
  'cpu-limit': 'Лимит процессора',
  'memory-pressure': 'Нехватка памяти',
  'short-leak': 'Память продолжает расти',
  collection: 'Сборка мусора',
  'n-plus-one': 'Много обращений к базе на один запрос',
  'missing-index': 'Читает намного больше, чем нужно',
  'slow-command': 'Одна медленная команда',
  'lock-waits': 'Ожидание блокировок',
  'small-pool': 'Мало соединений',
  'connection-limit': 'Соединения почти исчерпаны',
  'database-dominant': 'Один запрос к базе',
  'cache-misses': 'База читает с диска',
  'database-bound': 'Ожидание базы данных',
  'disk-bound': 'Ожидание диска',
  'event-loop-blocked': 'Цикл событий задерживается',
  'uneven-workers': 'Неравномерная загрузка процессов',
  'service-one-core': 'Занято одно ядро',
  headroom: 'Запас при этой нагрузке',
  'memory-limit-near': 'Память почти исчерпана',
  'open-files-near': 'Открытые файлы почти исчерпаны',
  relieve: 'Устраните узкое место',
};

const CORES_ACCUSATIVE = ['ядро', 'ядра', 'ядер'] as const;

/** Cores' worth of time, as a part of every second. */
const perSecond = (cores: number, n: Pen): string => n.ms(1_000 * cores);

function scanOf(evidence: FindingEvidence['missing-index'], n: Pen): string {
  const { scenario, database, statement, perCall, rows, examined, blocks } = evidence;
  const read =
    examined === null
      ? `затрагивает ${counted(blocks ?? 0, PAGES, n)}`
      : `просматривает ${counted(examined, ROWS, n)}`;
  const given = rows === null ? '' : `, чтобы отдать ${rowsOf(rows, examined !== null, n)}`;
  return `Больше всего времени ${n.name(database)} уходит на один запрос${n.inScenario(scenario)}: ${excerptOf(statement, n)}. Он длится ${n.ms(perCall)} и ${read}${given}. Так выглядит таблица, которую из-за отсутствия индекса читают целиком.`;
}

/** `одну`, `20 строк`; the word is left out where it stands just before. */
function rowsOf(rows: number, known: boolean, n: Pen): string {
  const amount = amountOf(rows, n);
  if (amount === '0') return 'ноль строк';
  if (amount === '1') return known ? 'одну' : 'одну строку';
  return known ? amount : amountWith(rows, ROWS, n);
}

function diskOf(evidence: FindingEvidence['disk-bound'], n: Pen): string {
  const { scenario, mode, database, waiters, pressure, rate } = evidence;
  const whose = database === null ? 'Сервис' : n.name(database);
  const what = mode === 'write' ? 'ждёт записи на диск' : 'ждёт чтения с диска';
  const seen = [
    waiters === null || waiters === 0
      ? null
      : `в каждый момент диска ${noun(rounded(waiters), WAITED, n)} в среднем ${amountWith(waiters, database === null ? THREADS : SESSIONS, n)}`,
    rate === null ? null : `${mode === 'write' ? 'записывалось' : 'читалось'} ${n.bytes(rate)} в секунду`,
    pressure === null ? null : `хотя бы одна задача машины ждала диска ${n.share(pressure)} времени`,
  ].filter((part) => part !== null);
  return `${whose} ${what}${n.inScenario(scenario)}: ${n.list(seen)}. Процессор здесь не поможет, и больше пользователей тоже.`;
}

const THREADS = ['поток', 'потока', 'потоков'] as const;

function headroomOf(evidence: FindingEvidence['headroom'], n: Pen): string {
  const { scenario, idleCores, cores, thread, connections, memory } = evidence;
  const free = [
    `простаивало ${n.cores(idleCores)} из ${coresOf(cores, CORES_GENITIVE, n)}`,
    thread === null
      ? null
      : `самый загруженный поток сервиса был занят ${n.share(Math.min(1, thread))} времени`,
    connections === null
      ? null
      : `открыто ${n.count(connections.most)} из ${counted(connections.limit, CONNECTIONS_GENITIVE, n)} с ${n.name(connections.database)}`,
    memory === null ? null : `занято ${n.bytes(memory.used)} памяти из ${n.bytes(memory.limit)}`,
  ].filter((part) => part !== null);
  return `Ничего не было исчерпано${n.inScenario(scenario)}: ${n.list(free)}. Столько оставалось свободно при этой нагрузке; о большей это ничего не обещает.`;
}

const PROBES = {
  service: 'процессами сервиса',
  cgroup: 'контрольными группами',
  runtime: 'средой Node.js сервиса',
  database: 'базой данных',
  container: 'контейнером',
} as const;

function unreadOf(items: FindingEvidence['unread']['items'], n: Pen): string {
  const told = items.slice(0, UNREAD_MAX).map(({ name, probe, part, reason, remedy, said }) => {
    const whose = name === null ? PROBES[probe] : `${PROBES[probe]} ${n.name(name)}`;
    const what = part === 'all' || part === 'lost' ? whose : `${whose} (${n.name(part)})`;
    const end = part === 'lost' ? ' до конца' : '';
    const then = remedy === null ? '' : ` Что делать: ${toldOr(said?.remedy ?? null, remedy, n)}.`;
    return `Наблюдать за ${what}${end} не удалось: ${toldOr(said?.reason ?? null, reason, n)}.${then}`;
  });
  const more = items.length > UNREAD_MAX ? [`И ещё ${n.count(items.length - UNREAD_MAX)}.`] : [];
  return [...told, ...more, 'Догадок о том, чего не было видно, мы не строим.'].join(' ');
}
