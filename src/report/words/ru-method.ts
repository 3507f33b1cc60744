/** Russian: how it was measured, and what each scenario was. */
import { isThinking } from '../../domain/executor.ts';
import type { EngineUse } from '../../domain/measurement.ts';
import type { Method } from '../report.ts';
import { shellWord } from '../reproduce.ts';
import type { ScenarioReport } from '../results.ts';
import {
  BLOCKS,
  BLOCKS_GENITIVE,
  CORES_GENITIVE,
  coresOf as coreCount,
  counted,
  ERRORS,
  REQUESTS,
  REQUESTS_GENITIVE,
  USERS,
  USERS_GENITIVE,
} from './ru-counts.ts';
import { search } from './ru-search.ts';
import type { Pen, Words } from './words.ts';

/** `10 пользователей, 20 с, 24 310 запросов (autocannon), без ошибок`. */
export function facts(scenario: ScenarioReport, n: Pen): string {
  const { engine } = scenario;
  const { seconds, attempts, failed } = scenario.search ?? scenario;
  const who = scenario.search === null ? loadOf(scenario, n) : search.facts(scenario.search, n);
  const fate = failed === 0 ? 'без ошибок' : counted(failed, ERRORS, n);
  const during = who === null ? '' : `${who}, `;
  return `${during}${n.seconds(seconds)}, ${counted(attempts, REQUESTS, n)} (${engineOf(engine, n)}), ${fate}`;
}

/** Locust and k6 are the user's own, and of any version. */
const engineOf = ({ name, version }: ScenarioReport['engine'], n: Pen): string =>
  (name === 'locust' || name === 'k6') && version !== ''
    ? `${name === 'k6' ? name : 'Locust'} ${n.name(version)}`
    : name;

/** `10 пользователей`, `50 пользователей с паузами`, `40 зап./с`, `от 1 до 50 пользователей`; null where nobody knows. */
function loadOf({ executor, users }: ScenarioReport, n: Pen): string | null {
  const thinking = executor !== null && isThinking(executor) ? ' с паузами' : '';
  const rate = (value: number): string => n.bound('throughput', value);
  switch (executor?.kind) {
    case undefined:
    case 'constant-users':
      return users === null ? null : `${counted(users, USERS, n)}${thinking}`;
    case 'ramping-users': {
      const levels = [executor.startUsers, ...executor.stages.map(({ target }) => target)];
      return `от ${n.count(Math.min(...levels))} до ${counted(Math.max(...levels), USERS_GENITIVE, n)}${thinking}`;
    }
    case 'constant-arrival-rate':
      return rate(executor.rate);
    case 'ramping-arrival-rate': {
      const levels = [executor.startRate, ...executor.stages.map(({ target }) => target)];
      return `от ${n.count(Math.min(...levels))} до ${rate(Math.max(...levels))}`;
    }
  }
}

/** Why this engine measured. */
export const ENGINE_WHY: Words['engineWhy'] = {
  asked: 'задан в конфигурации',
  default: 'по умолчанию',
  'closing-connections': 'сервис закрывает соединения',
  'lost-answers': 'autocannon терял ответы',
  executor: 'autocannon не умеет подавать такую нагрузку',
  'http-2': 'нужен HTTP/2',
  imported: 'прочитан его вывод',
  unsupported:
    'autocannon искажает замер запросов HEAD и TLS с проверкой сертификата и не даёт проверять содержимое ответов',
} satisfies Record<EngineUse['why'], string>;

/** How it was measured, one sentence a line. */
export function method(how: Method, n: Pen): readonly string[] {
  const { occasion, target, machine } = how;
  if (target === null || machine === null) return methodOfImported(how, n);
  return [
    `Loadgate ${n.name(how.loadgate)}, ${n.name(how.startedAt)}, начальное число генератора случайных чисел ${n.name(String(how.seed))}${commitOf(how, n)}${pullRequestOf(how, n)}.`,
    `Нагружали ${n.name(target.url)}${readyOf(how, n)}. ${sendingOf(how)}`,
    ...(how.baseline === null ? [] : [baselineOf(how.baseline, n)]),
    ...judgedOf(how, n),
    `Отпечаток машины ${n.name(machine.fingerprint)}, ${n.name(machine.architecture)}, Node.js ${n.name(machine.node)}.`,
    `Чтобы заново оценить эти же числа: ${n.command(`npx loadgate judge ${shellWord(`${how.directory}/run.json`)}`)}.`,
    ...(occasion.runUrl === null ? [] : [`${n.link('Запуск рабочего процесса', occasion.runUrl)}.`]),
  ];
}

/** Of results that were read, little is known. */
function methodOfImported(how: Method, n: Pen): readonly string[] {
  const { occasion } = how;
  return [
    `Loadgate ${n.name(how.loadgate)} прочитал эти результаты (от ${n.name(how.startedAt)})${commitOf(how, n)}${pullRequestOf(how, n)}. Сам он ничего не отправлял.`,
    ...(how.baseline === null ? [] : [baselineOf(how.baseline, n)]),
    ...judgedOf(how, n),
    `Чтобы заново оценить эти же числа: ${n.command(`npx loadgate judge ${shellWord(`${how.directory}/run.json`)}`)}.`,
    ...(occasion.runUrl === null ? [] : [`${n.link('Запуск рабочего процесса', occasion.runUrl)}.`]),
  ];
}

/** When requests are sent, and what their latency is. */
function sendingOf({ loops }: Method): string {
  const then = loops.thinking ? ' и выдержав паузу' : '';
  const users = `Пользователь отправляет следующий запрос, получив ответ на предыдущий${then}. `;
  const arrivals = `${loops.users ? 'При заданной интенсивности запросы' : 'Запросы'} отправляются по расписанию, что бы ни стало с предыдущими. `;
  const from = loops.arrivals ? 'этого момента' : 'отправки запроса';
  return `${loops.users ? users : ''}${loops.arrivals ? arrivals : ''}Время отклика считается от ${from} до конца ответа, с точностью до микросекунды; тайм-аут входит в расчёт с тем временем, которое запрос прождал.`;
}

/** How it was compared and judged. */
function judgedOf({ beside, cores }: Method, n: Pen): readonly string[] {
  const INTERVALS = `Истинное изменение лежит в указанном интервале с вероятностью ${n.share(0.9)}.`;
  if (beside === null) {
    return [
      `Регрессия — это ухудшение, которое выходит и за порог, и за пределы шума между принятыми прогонами (одно ложное срабатывание на тысячу сравнений). ${INTERVALS}`,
    ];
  }
  const { commit, blocks, confirmBlocks, load } = beside;
  const against = commit === null ? 'базой' : `базовым коммитом ${n.name(short(commit))}`;
  const confirmed =
    confirmBlocks === 0 ? '' : `, из них ${n.count(confirmBlocks)} для перепроверки срабатывания`;
  return [
    `Изменение измерено рядом с ${against}: ${blocksOf(blocks, n)}${confirmed}, ${n.seconds(load / 1000)} под нагрузкой. В каждом блоке обе сборки заново запускались, прогревались и работали по очереди короткими отрезками, в уравновешенном случайном порядке и каждый раз на новых соединениях. Решают спокойные отрезки, лучшая четверть у каждой сборки; по всем отрезкам вместе видно то, что случается лишь в некоторых.`,
    cores === null
      ? 'Генератор и сервис делили все ядра.'
      : `Сервису отведены ${coresOf(cores.service, n)}, генератору — ${coresOf(cores.generator, n)}.`,
    `Регрессия — это ухудшение, которое превышает наименьший заслуживающий внимания эффект, достигает порога и подтверждено новыми блоками. Вероятность ошибки — ${n.share(0.005)}, одна на все промежуточные оценки и все показатели с порогами. ${INTERVALS}`,
  ];
}

/** `1 блок`, `14 блоков`. */
const blocksOf = (count: number, n: Pen): string => counted(count, BLOCKS, n);

/** `из 14 блоков`. */
export const fromBlocks = (count: number, n: Pen): string => `из ${counted(count, BLOCKS_GENITIVE, n)}`;

const coresOf = (cores: readonly number[], n: Pen): string =>
  `${cores.length === 1 ? 'ядро' : 'ядра'} ${n.list(cores.map(String))}`;

function commitOf({ commit, dirty }: Method, n: Pen): string {
  if (commit === null) return '';
  return `, коммит ${n.name(short(commit))}${dirty ? ' с незафиксированными изменениями' : ''}`;
}

const pullRequestOf = ({ occasion: { pullRequest } }: Method, n: Pen): string =>
  pullRequest === null ? '' : `, пул-реквест ${n.name(String(pullRequest.number))}`;

function readyOf({ readyAfter }: Method, n: Pen): string {
  const [first] = readyAfter;
  return first === undefined ? ', сервис уже работал' : `, готовность через ${n.ms(first)} после запуска`;
}

function baselineOf({ path, commit, branch }: NonNullable<Method['baseline']>, n: Pen): string {
  if (branch !== undefined) return onBranch(path, branch, commit, n);
  const where = commit === null ? 'из рабочей копии' : `из базового коммита ${n.name(short(commit))}`;
  return `Эталон: ${n.name(path)} ${where}.`;
}

function onBranch(path: string, branch: string, commit: string | null, n: Pen): string {
  if (commit === null) return `Эталон: ветка ${n.name(branch)}, которой ещё нет.`;
  return `Эталон: ${n.name(path)} из ветки ${n.name(branch)}, коммит ${n.name(short(commit))}.`;
}

const short = (commit: string): string => commit.slice(0, 12);

/** Engine, generator and machine during one scenario. */
export function measured(scenario: ScenarioReport, n: Pen): string {
  const { engine, generator, host, warmUp, name, configHash, arrivals, imported } = scenario;
  const use = [
    imported === null ? `прогрев ${n.seconds(warmUp)}` : null,
    `движок ${n.name(`${engine.name} ${engine.version}`.trim())} (${ENGINE_WHY[engine.why]})`,
    generator === null
      ? null
      : `генератор: ${n.share(generator.cpu)} ядра, цикл событий занят ${n.share(generator.eventLoop)} времени, p99 его задержки ${n.ms(generator.eventLoopDelayP99)}, память ${n.bytes(generator.memory)}`,
    arrivals === null ? null : arrivalsOf(arrivals, n),
    host === null
      ? null
      : `машина: занято ${n.cores(host.busyCores)} из ${coreCount(host.cores, CORES_GENITIVE, n)}${host.serviceCores === null ? '' : `, из них сервисом ${n.cores(host.serviceCores)}`}`,
    host === null || host.serviceMemory === null ? null : `память сервиса ${n.bytes(host.serviceMemory)}`,
    configHash === null ? null : `конфигурация ${n.name(configHash)}`,
  ].filter((part) => part !== null);
  return `${n.name(name)}: ${use.join('; ')}.`;
}

function arrivalsOf(arrivals: NonNullable<ScenarioReport['arrivals']>, n: Pen): string {
  const { planned, late, dropped, waiting, lagP99 } = arrivals;
  const lag = lagP99 === null ? '' : ` (99 из 100 отправлены с опозданием не больше ${n.ms(lagP99)})`;
  return `из ${counted(planned, REQUESTS_GENITIVE, n)} по расписанию с опозданием отправлено ${n.count(late)}, не отправлено ${n.count(dropped)}, ждало отправки в конце ${n.count(waiting)}${lag}`;
}
