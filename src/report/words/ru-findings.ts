/** Russian: a sentence or two for each finding. What was seen, what it means, nothing else. */
import { toldOr } from './ru-told.ts';
import type { FindingEvidence, FindingName } from '../../domain/finding.ts';
import { METRICS } from '../../domain/metric.ts';
import { acceptanceFindings } from './ru-acceptance.ts';
import { advice } from './ru-advice.ts';
import { attribution } from './ru-attribution.ts';
import {
  CORES,
  CORES_GENITIVE,
  coresOf,
  counted,
  noun,
  REQUESTS_GENITIVE,
  RUNS,
  SECONDS_GENITIVE,
  TIMES,
  USERS,
} from './ru-counts.ts';
import { agreeing, genitive, METRIC_WORDS, started, timeWentBy, wentBy } from './ru-metrics.ts';
import { resourceFindings } from './ru-resources.ts';
import { searchFindings } from './ru-search.ts';
import { engines } from './ru-engines.ts';
import { soak } from './ru-soak.ts';
import { k6 } from './ru-k6.ts';
import { workers } from './ru-workers.ts';
import { target } from './ru-target.ts';
import { around } from './ru-around.ts';
import { imported } from './ru-imported.ts';
import type { FindingWords, Pen } from './words.ts';

/** Said once, after the sentences of all scenarios. */
export const findingCodas: Partial<Readonly<Record<FindingName, string>>> = {
  detectable: 'Меньшее изменение могло остаться незамеченным.',
  leak: 'С порогом сравнивается нижняя граница интервала.',
};

/** All sentences of findings. */
export const findings: FindingWords = {
  'generator-bound': ({ scenario, cpu, eventLoop, beyond }, n) => {
    const use = `${n.share(cpu)} ядра, цикл событий занят ${n.share(eventLoop)} времени`;
    return beyond
      ? `Генератор нагрузки не успевал${n.inScenario(scenario)} (${use}). В измеренное время отклика вошла его собственная очередь, поэтому о сервисе оно говорит мало.`
      : `Генератор нагрузки приблизился к своему пределу${n.inScenario(scenario)} (${use}). В самое большое время отклика могла отчасти войти его собственная очередь.`;
  },
  loopback: ({ address }, n) =>
    `Сервис нагружали по адресу ${n.name(address)}, принадлежащему этой же машине. Сети между ними не было, поэтому время отклика занижено, а пропускная способность завышена. Сравнивайте эти числа между собой, а не с рабочей средой.`,
  'certificate-not-verified': ({ url }, n) =>
    `Сертификат сервиса не проверялся, как и задано в ${n.code('tls: { verify: false }')}: сервисом считался любой, кто ответил по адресу ${n.name(url)}. С ${n.code('tls: { ca: … }')} можно проверить и собственный сертификат.`,
  'shared-machine': ({ serviceCores, generatorCores, otherCores, cores }, n) => {
    const service = serviceCores === null ? '' : `сервис занимал ${n.cores(serviceCores)}, `;
    return `Сервис и генератор нагрузки делили ${coresOf(cores, CORES, n)}: ${service}генератор — ${n.cores(generatorCores)}, всё остальное — ${n.cores(otherCores)}. Признаков того, что они ждали друг друга, нет.`;
  },
  competition: (evidence, n) =>
    `Процессора не хватало${n.inScenario(evidence.scenario)}: ${competitionOf(evidence, n)}. Часть времени отклика — ожидание свободного ядра.`,
  machine: (evidence, n) => machineOf(evidence, n),
  'stolen-cpu': ({ scenario, steal }, n) =>
    `Гипервизор отдал ${n.share(steal)} процессорного времени другим виртуальным машинам${n.inScenario(scenario)}. В эти моменты сервис работал медленно не по своей вине.`,
  'not-watched': (_, n) =>
    `На этой системе загрузку процессора прочитать нельзя (нет ${n.name('/proc')}), поэтому борьба за процессор и узкие места, заметные только по нему, остались вне наблюдения.`,
  'closed-loop': ({ users }, n) =>
    `${users === 1 ? 'Единственный пользователь ждёт' : `Каждый пользователь (всего ${n.count(users)}) ждёт`} ответа, прежде чем отправить следующий запрос. Если сервис замедляется, здесь снижается и нагрузка, а настоящие посетители продолжали бы приходить: перегрузка выглядит мягче, чем была бы на деле.`,
  'too-few-answers': ({ scenario, metric, answers, needed }, n) =>
    `${started(metric)} ${agreeing(metric, 'рассчитан', 'рассчитана', 'рассчитано')} всего по ${n.count(answers)} ${noun(answers, ['ответу', 'ответам', 'ответам'], n)}${n.inScenario(scenario)}. Чтобы это число было надёжным, нужно около ${n.count(needed)}.`,
  'short-run': ({ scenario, seconds }, n) =>
    `Измерено всего ${n.seconds(seconds)}${n.inScenario(scenario)}. То, что случается раз в несколько секунд или нарастает медленно (сборка мусора, устаревание кэшей, утечки), могло не проявиться.`,
  'other-machine': ({ scenarios, known, here }, n) =>
    `Эталон${ofScenarios(scenarios, n)} снят на другой машине (отпечаток ${namesOf(known, n)}; у этой машины ${n.name(here)}). Числа с разных машин не сравниваются.`,
  'other-config': ({ scenarios }, n) =>
    `Эталон${ofScenarios(scenarios, n)} снят с другой конфигурацией: с тех пор изменились запросы, нагрузка или команда запуска. Числа, полученные при разной нагрузке, не сравниваются.`,
  'first-run': ({ scenarios, path }, n) =>
    `В ${n.name(path)} ещё нет принятых прогонов${ofScenarios(scenarios, n)}, поэтому сравнивать не с чем. Проверены только абсолютные пороги.`,
  'thin-history': ({ scenario, runs, metric, limit, tolerance, advisory }, n) => {
    const few = `Эталон${ofScenarios([scenario], n)} опирается всего на ${counted(runs, RUNS, n)}.`;
    const assumed =
      tolerance > limit
        ? ` При таком числе прогонов их случайный разброс отчасти приходится предполагать, поэтому порог для ${genitive(metric)} расширен (был ${n.extent(metric, limit)}, стал ${n.extent(metric, tolerance)}).`
        : '';
    const weight = advisory
      ? ` Регрессия относительно такого эталона — лишь предупреждение; с какого числа прогонов она останавливает проверку, задаёт ${n.code('baseline: min-runs')}.`
      : '';
    return `${few}${assumed}${weight}`;
  },
  ...engines,
  ...k6.findings,
  ...workers.findings,
  screened: ({ scenario, outcome, changes }, n) => {
    const doubts =
      changes.length === 0
        ? 'Сравнение с эталоном не дало однозначного вывода'
        : `Сравнение с эталоном показало изменения (${n.list(changes.map(({ metric, change }) => `${METRIC_WORDS[metric]} ${n.change(metric, change)}`))})`;
    const was = outcome === 'no-baseline' ? 'Сравнить с эталоном было не с чем' : doubts;
    return `${was}${n.inScenario(scenario)}, поэтому базовый коммит измерен на этой же машине рядом с изменением, и решает он. В таблице показано это сравнение.`;
  },
  'base-failed': ({ failure, decided }, n) =>
    `${toldOr(failure.said?.message ?? null, failure.message, n)} Изменению это в вину не ставится. Базовый коммит собирается и запускается теми же командами в отдельной папке, поэтому команда ${n.code('build')} должна делать всё, что нужно только что полученной копии репозитория. ${decided === 'baseline' ? 'Решал только сохранённый эталон.' : 'Сравнения не было, проверены только абсолютные пороги.'}`,
  detectable: ({ scenario, changes, blind }, n) => {
    const caught =
      changes.length === 0
        ? `Измерено слишком мало${n.inScenario(scenario)}, чтобы отличить от шума хоть какое-то изменение.`
        : `В девяти случаях из десяти этот прогон заметил бы ${n.list(changes.map(({ metric, change }) => worseBy(metric, change, n)))}${n.inScenario(scenario)}.`;
    const longest = Math.max(...blind.map(({ seconds }) => seconds));
    return blind.length === 0
      ? caught
      : `${caught} Чтобы различать изменения величиной с порог (${n.list(blind.map(({ metric, limit }) => `${n.extent(metric, limit)} для ${genitive(metric)}`))}), при таком же шуме нужно ${n.seconds(longest)} под нагрузкой.`;
  },
  'baseline-drift': ({ scenario, metric, change, runs }, n) =>
    `Дрейфуют сами принятые прогоны${n.inScenario(scenario)}: за ${counted(runs, RUNS, n)} изменение ${genitive(metric)} составило ${n.change(metric, change)}, и каждый отдельный шаг был слишком мал, чтобы остановить проверку. Винить в этом какое-то одно изменение, в том числе это, нельзя.`,
  'cost-in-cpu': ({ scenario, cpu, latency }, n) =>
    `Процессорное время на запрос ${wentBy('cpu-per-request', cpu, n)}${n.inScenario(scenario)}, время отклика ${timeWentBy(latency, n)}: сервис вычисляет больше, чем раньше. Посмотрите, что теперь делает каждый запрос: сериализация, проверка данных, циклы, запись в журнал.`,
  'cost-in-waiting': ({ scenario, cpu, latency }, n) =>
    `Время отклика ${timeWentBy(latency, n)}${n.inScenario(scenario)}, а процессорное время на запрос ${wentBy('cpu-per-request', cpu, n)}: сервис не вычисляет больше, он дольше ждёт. Ищите новый запрос к базе, вызов другого сервиса, блокировку, таймер.`,
  'larger-answers': ({ scenario, change, before, now }, n) =>
    `Размер ответа ${wentBy('answer-size', change, n)}${n.inScenario(scenario)}: ${n.value('answer-size', now)} вместо ${n.value('answer-size', before)}. Часть прироста затрат уходит на подготовку и отправку таких ответов.`,
  'whole-shift': ({ scenario, change, interval: [low, high] }, n) =>
    `От медианы до p95 время отклика в среднем ${timeWentBy(change, n)}${n.inScenario(scenario)}, с вероятностью ${n.share(0.9)} ${n.range('p50', low, high)}: сместилось всё распределение, а не один перцентиль.`,
  'no-errors': ({ scenario, sent, upperBound }, n) =>
    `Ни один из ${counted(sent, REQUESTS_GENITIVE, n)} не завершился ошибкой${n.inScenario(scenario)}; с вероятностью ${n.share(0.95)} истинная доля ошибок меньше ${n.share(upperBound)}.`,
  errors: ({ scenario, rate, failed, attempts, kinds, messages }, n) => {
    const how = n.list(kinds.map(({ kind, count }) => `${ERROR_KINDS[kind]} — ${n.count(count)}`));
    const most = messages.map(({ message, count }) => `${n.name(message)} (${n.count(count)})`);
    const words = most.length === 0 ? '' : ` Чаще всего: ${most.join(', ')}.`;
    return `Ошибкой ${noun(failed, ['завершился', 'завершились', 'завершились'], n)} ${n.count(failed)} из ${counted(attempts, REQUESTS_GENITIVE, n)}${n.inScenario(scenario)}, это ${n.share(rate)}: ${how}.${words}`;
  },
  'objective-met': ({ scenario, metric, value, bound, headroom }, n) =>
    `${started(metric)} ${n.value(metric, value)}${n.inScenario(scenario)} укладывается в порог ${n.bound(metric, bound)} с запасом ${n.share(headroom)}.`,
  'objective-missed': ({ scenario, metric, value, bound }, n) =>
    `${started(metric)} ${n.value(metric, value)}${n.inScenario(scenario)} не укладывается в порог ${n.bound(metric, bound)}.`,
  slower: ({ scenario, shape, shift }, n) =>
    shape === 'whole'
      ? `Сместилось всё распределение${n.inScenario(scenario)}: ${shiftOf(shift, n)}. Дороже стало то, что делает большинство запросов.`
      : `Медленнее стали только медленные ответы${n.inScenario(scenario)}: ${shiftOf(shift, n)}. Большинство запросов обслуживается как прежде, но некоторые что-то заставляет ждать.`,
  faster: ({ scenario, shape, shift }, n) =>
    shape === 'whole'
      ? `Сместилось всё распределение${n.inScenario(scenario)}: ${shiftOf(shift, n)}.`
      : `Быстрее стали медленные ответы${n.inScenario(scenario)}: ${shiftOf(shift, n)}. Обычный ответ прежний.`,
  stable: ({ scenario, variation, seconds }, n) =>
    `Пропускная способность держалась ровно${n.inScenario(scenario)}: за ${n.seconds(seconds)} разброс составил ${n.share(variation)}, без всплесков, провалов и дрейфа.`,
  spikes: ({ scenario, seconds, of, worst, typical }, n) =>
    `${secondsOf(seconds, of, n)}${n.inScenario(scenario)} p95 доходил до ${n.ms(worst)} при обычных ${n.ms(typical)}.`,
  dips: ({ scenario, seconds, of, worst, typical }, n) =>
    `${secondsOf(seconds, of, n)}${n.inScenario(scenario)} пропускная способность падала до ${n.rate(worst)} при обычных ${n.rate(typical)}.`,
  drift: ({ scenario, metric, change, seconds }, n) => {
    const worse = change > 0 === (METRICS[metric].better === 'lower');
    const steadily = `${started(metric)} равномерно ${change > 0 ? agreeing(metric, 'рос', 'росла', 'росло') : agreeing(metric, 'снижался', 'снижалась', 'снижалось')}${n.inScenario(scenario)}: ${n.change(metric, change)} за ${n.seconds(seconds)}`;
    return worse
      ? `${steadily}. Так выглядят утечки, растущие таблицы и заполняющиеся очереди; продолжается ли рост, покажет более длинный прогон.`
      : `${steadily}. Сервис ещё прогревался, и прогретый он быстрее, чем говорят эти числа.`;
  },
  'long-tail': ({ scenario, p50, p99 }, n) =>
    `Самый медленный ${n.share(0.01)} ответов занял не меньше ${n.ms(p99)}${n.inScenario(scenario)}, это ${inTimes(p99 / p50, n)} больше медианы (${n.ms(p50)}). Обычная очередь объясняет разницу примерно ${inTimes(6.6, n)}; остальное указывает на паузы, блокировки или несколько дорогих запросов.`,
  'slow-request': ({ scenario, request, p95, others }, n) =>
    `Выделяется ${n.name(request)}${n.inScenario(scenario)}: p95 ${n.ms(p95)}, а у всех остальных запросов вместе ${n.ms(others)}.`,
  saturated: ({ scenario, busyCores, cores, serviceCores }, n) =>
    `Процессор исчерпан${n.inScenario(scenario)}: занято ${n.cores(busyCores)} из ${coresOf(cores, CORES_GENITIVE, n)}, из них сервисом ${n.cores(serviceCores)}. Если пользователей станет больше, они будут дольше ждать, а не получать больше ответов.`,
  waiting: ({ scenario, serviceCores, p50, cpuPerAnswer }, n) =>
    `Обычный ответ занимал ${n.ms(p50)}${n.inScenario(scenario)}, но требовал всего ${n.ms(cpuPerAnswer)} процессорного времени, а сервис использовал ${coresOf(serviceCores, CORES, n)}. Он ждал: базу данных, блокировку, пул соединений, другой сервис или таймер.`,
  'capacity-unknown': ({ users }, n) =>
    `Нагрузка подавалась только одного уровня (${counted(users, USERS, n)}). Сколько ещё выдержит сервис, отсюда не видно, и догадок мы не строим.`,
  imported: imported.sentence,
  ...searchFindings,
  ...attribution,
  ...resourceFindings,
  ...soak,
  ...around.findings,
  ...target.findings,
  ...advice,
  ...acceptanceFindings,
};

function competitionOf(evidence: FindingEvidence['competition'], n: Pen): string {
  const { busyCores, cores, serviceCores, generatorCores, runQueueDelay, cpuPressure } = evidence;
  const service = serviceCores === null ? '' : `сервис ${n.cores(serviceCores)}, `;
  const parts = [
    `занято ${n.cores(busyCores)} из ${coresOf(cores, CORES_GENITIVE, n)} (${service}генератор ${n.cores(generatorCores)})`,
    runQueueDelay === null
      ? null
      : `генератор был готов работать, но ${n.share(runQueueDelay)} времени не имел ядра`,
    cpuPressure === null ? null : `хотя бы одна задача ждала ядра ${n.share(cpuPressure)} времени`,
  ];
  return n.list(parts.filter((part) => part !== null));
}

const RUNNERS = {
  'github-hosted': 'общее оборудование GitHub, где соседи меняются',
  'self-hosted': 'собственный раннер',
  local: 'локальная машина, а не сервер',
} as const;

const UNREAD = {
  governor: 'режим управления частотой',
  power: 'питание от сети или батареи',
  throttling: 'снижение частоты из-за перегрева',
} as const;

function machineOf({ machine, unread }: FindingEvidence['machine'], n: Pen): string {
  const { cpuModel, cores, memory, os, virtualisation, governor, power, thermalThrottles, runner } = machine;
  const layer = virtualisation === null ? 'признаков виртуализации нет' : n.name(virtualisation);
  const state = [
    governor === null ? null : `режим управления частотой ${n.name(governor)}`,
    power === null ? null : power === 'battery' ? 'питание от батареи' : 'питание от сети',
    thermalThrottles === null || thermalThrottles === 0
      ? null
      : `с момента загрузки снижал частоту из-за перегрева ${counted(thermalThrottles, TIMES, n)}`,
  ].filter((part) => part !== null);
  const known = state.length === 0 ? '' : ` Состояние: ${state.join(', ')}.`;
  const missing =
    unread.length === 0
      ? ''
      : ` Прочитать здесь нельзя: ${n.list(unread.map((name) => UNREAD[name]))}; исключить, что оборудование временами работало медленнее, мы не можем.`;
  return `${n.name(cpuModel)}, ${coresOf(cores, CORES, n)}, ${n.bytes(memory)}, ${n.name(os)}, ${layer}: ${RUNNERS[runner]}.${known}${missing}`;
}

/** `в 6,6 раза`, `в 12 раз`. */
const inTimes = (ratio: number, n: Pen): string => {
  const written = ratio < 10 ? Math.round(10 * ratio) / 10 : Math.round(ratio);
  return `в ${n.cores(written)} ${noun(written, TIMES, n)}`;
};

/** In front of a number. */
const ERROR_KINDS = {
  httpError: 'неожиданные ответы',
  connectionError: 'обрывы соединения',
  timeout: 'тайм-ауты',
  lost: 'закрытые без ответа',
  refused: 'отказы в соединении',
} as const;

/** `рост p95 на 14 %`. */
function worseBy(metric: keyof typeof METRICS, change: number, n: Pen): string {
  const way = METRICS[metric].better === 'lower' ? 'рост' : 'снижение';
  return `${way} ${genitive(metric)} на ${n.extent(metric, change)}`;
}

const shiftOf = ({ p50, p95, p99 }: FindingEvidence['slower']['shift'], n: Pen): string =>
  `p50 ${n.change('p50', p50)}, p95 ${n.change('p95', p95)}, p99 ${n.change('p99', p99)}`;

/** When, while the seconds are few; they count from 1 for people. */
function secondsOf(seconds: readonly number[], of: number, n: Pen): string {
  const few = 4;
  if (seconds.length > few) return `В ${n.count(seconds.length)} из ${counted(of, SECONDS_GENITIVE, n)}`;
  const which = n.list(seconds.map((second) => n.count(second + 1)));
  return seconds.length === 1 ? `На ${which}-й секунде` : `На секундах ${which}`;
}

function namesOf(names: readonly string[], n: Pen): string {
  const few = 3;
  const shown = names.slice(0, few).map((name) => n.name(name));
  return n.list(names.length > few ? [...shown, `ещё ${n.count(names.length - few)}`] : shown);
}

/** Of several scenarios, which; of the only one, nothing. */
function ofScenarios(scenarios: readonly string[], n: Pen): string {
  const [only] = scenarios;
  if (only === undefined) return '';
  return scenarios.length === 1
    ? n.inScenario(only).replace(/^ в сценарии /u, ' для сценария ')
    : ` для сценариев ${namesOf(scenarios, n)}`;
}
