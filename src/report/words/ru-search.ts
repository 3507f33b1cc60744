/** Russian: what a search found. */
import type { FindingEvidence } from '../../domain/finding.ts';
import {
  type Break,
  type Fitted,
  type Objective,
  OBJECTIVE_LATENCIES,
  type Scaling,
  type SearchKind,
} from '../../domain/search.ts';
import { isOtherKnee } from '../worth-telling.ts';
import {
  counted,
  noun,
  REQUESTS_GENITIVE,
  STEPS,
  USERS,
  USERS_GENITIVE,
  USERS_PREPOSITIONAL,
} from './ru-counts.ts';
import type { FindingWords, Pen, SearchWords } from './words.ts';

type SearchFinding = 'capacity' | 'scaling' | 'capacity-beyond' | 'recovers' | 'stays-broken';

/** `24 пользователя`, `410 зап./с`: behind `при нагрузке`. */
export const levelOf = (kind: SearchKind, level: number, n: Pen): string =>
  kind === 'capacity' ? rateOf(level, n) : counted(level, USERS, n);

/** Rates that are asked for are whole numbers. */
const rateOf = (level: number, n: Pen): string => n.bound('throughput', level);

/** The same behind `до` and `от`. */
const levelFrom = (kind: SearchKind, level: number, n: Pen): string =>
  kind === 'capacity' ? rateOf(level, n) : counted(level, USERS_GENITIVE, n);

/** `p95 не больше 200 мс и доля ошибок не больше 1 %`. */
function objectiveOf(objective: Objective, n: Pen): string {
  const latencies = OBJECTIVE_LATENCIES.flatMap((metric) => {
    const bound = objective[metric];
    return bound === null ? [] : [`${metric} не больше ${n.ms(bound)}`];
  });
  return n.list([...latencies, `доля ошибок не больше ${n.share(objective.errorRate)}`]);
}

/** What was wrong with a level, as the end of a sentence. */
export function breakPhrase(reason: Break, n: Pen): string {
  switch (reason.kind) {
    case 'errors':
      return `доля ошибок составила ${n.share(reason.rate)}`;
    case 'latency':
      return `${reason.metric} составил ${n.ms(reason.value)} при целевом значении ${n.ms(reason.bound)}`;
    case 'behind':
      return `вовремя отвечено лишь на ${n.count(reason.answered)} из ${counted(reason.planned, REQUESTS_GENITIVE, n)}, и очередь только росла`;
    case 'no-answers':
      return 'не пришло ни одного ожидаемого ответа';
  }
}

function degradationOf({ kind, degradation }: FindingEvidence['capacity'], n: Pen): string {
  const { level, carried, reason } = degradation;
  if (reason.kind === 'plateau')
    return `Начиная с ${levelFrom(kind, level, n)} прирост нагрузки почти не увеличивает пропускную способность, растёт только ожидание.`;
  const before = carried === null ? '' : `; нагрузку ${levelOf(kind, carried, n)} сервис ещё выдерживал`;
  return `При нагрузке ${levelOf(kind, level, n)} ${breakPhrase(reason, n)}${before}.`;
}

/** `от 47,1 до 52,3`; an end that cannot be known is left open. */
const between = ({ low, high }: Fitted, write: (value: number) => string): string =>
  high === Infinity ? `не меньше ${write(low)}` : `от ${write(low)} до ${write(high)}`;

const FITS = { good: 'хорошо описывает эти ступени', fair: 'описывает эти ступени приблизительно' } as const;

function lawOf({ scenario, usl }: FindingEvidence['scaling'], n: Pen): string {
  const { lambda, sigma, kappa, quality, worst, r2 } = usl;
  const share = (value: number): string => n.share(value);
  const distance = `R² ${n.fixed(r2, 3)}, наибольшее отклонение ступени ${n.share(worst)}`;
  if (quality === 'poor')
    return `Универсальный закон масштабируемости эти ступени не описывает${n.inScenario(scenario)} (${distance}), поэтому никаких выводов из него не сделано.`;
  const parts = [
    `один пользователь получает ${n.rate(lambda.value)}`,
    `${share(sigma.value)} работы ждёт своей очереди (σ, 90%-й интервал ${between(sigma, share)})`,
    `каждый дополнительный пользователь замедляет остальных на ${share(kappa.value)} (κ, ${between(kappa, share)})`,
  ];
  return `Универсальный закон масштабируемости ${FITS[quality]}${n.inScenario(scenario)} (${distance}): ${n.list(parts)}.${peakOf(usl, n)}`;
}

function peakOf({ peakUsers, peakThroughput }: Scaling['usl'], n: Pen): string {
  if (peakThroughput === null) return ' Предела роста он не показывает.';
  const rate = `${n.rate(peakThroughput.value)} (${between(peakThroughput, (value) => n.rate(value))})`;
  if (peakUsers === null)
    return ` По нему пропускная способность, не достигая максимума, приближается к ${rate}.`;
  const count = (value: number): string => n.count(Math.round(value));
  const users = `${count(peakUsers.value)} ${noun(Math.round(peakUsers.value), USERS_PREPOSITIONAL, n)}`;
  return ` По нему пропускная способность максимальна при ${users} (${between(peakUsers, count)}) и составляет ${rate}.`;
}

/** Told where it describes the steps better than the law. */
function boundsOf({ usl, bounds }: FindingEvidence['scaling'], n: Pen): string {
  if (bounds === null || bounds.knee === null || bounds.worst >= usl.worst) return '';
  const { response, ceiling, knee } = bounds;
  return `Точнее описывают их две прямые (наибольшее отклонение ступени ${n.share(bounds.worst)}), как бывает при фиксированном числе обработчиков или одной блокировке: пока никто не ждёт, ответ занимает ${n.ms(response ?? 0)}, а начиная с ${counted(Math.round(knee), USERS_GENITIVE, n)} больше ${n.rate(ceiling ?? 0)} не получить.`;
}

function kneeOf({ knee }: FindingEvidence['scaling'], n: Pen): string {
  const users = Math.round(knee.users);
  const beyond =
    knee.end === null
      ? ''
      : ` или ${knee.end === 'lowest' ? 'меньше' : 'больше'}: это край измеренного диапазона`;
  const { second } = knee;
  const other =
    second === null || !isOtherKnee(second, users)
      ? ''
      : ` (алгоритм Kneedle, который смотрит только на пропускную способность, видит её при ${n.count(Math.round(second))})`;
  return `Лучшее соотношение пропускной способности и времени отклика (точка перегиба) — примерно при ${counted(users, USERS_PREPOSITIONAL, n)}${beyond}${other}.`;
}

/** Sentences of findings. */
export const searchFindings: Pick<FindingWords, SearchFinding> = {
  capacity: (evidence, n) =>
    `Сервис выдерживает не больше ${n.strong(n.rate(evidence.capacity))}${n.inScenario(evidence.scenario)} при соблюдении целевых показателей (${objectiveOf(evidence.objective, n)}). ${degradationOf(evidence, n)}`,
  scaling: (evidence, n) =>
    [lawOf(evidence, n), boundsOf(evidence, n), kneeOf(evidence, n)].filter(Boolean).join(' '),
  'capacity-beyond': ({ scenario, kind, capacity, level, because }, n) => {
    const key = kind === 'stress' ? 'max-users' : 'max-rate';
    const remedy =
      because === 'time'
        ? `На этом время вышло: увеличьте ${n.code('max-duration')} или начните с большей нагрузки.`
        : `Больше не пробовали: увеличьте ${n.code(key)}.`;
    return `Сервис выдержал всю заданную нагрузку${n.inScenario(scenario)}, до ${levelFrom(kind, level, n)}. ${remedy} Максимальная производительность не меньше ${n.rate(capacity)}.`;
  },
  recovers: ({ scenario, kind, recovery }, n) =>
    `Когда после перегрузки нагрузка упала до ${levelFrom(kind, recovery.level, n)}, половины выдержанной, сервис вернулся к прежней работе за ${n.seconds(recovery.after / 1_000)}${n.inScenario(scenario)}.`,
  'stays-broken': ({ scenario, kind, recovery }, n) => {
    const { before, now, level, after } = recovery;
    const p95 = (value: number | null): string =>
      value === null ? 'ни одного ответа' : `p95 ${n.ms(value)}`;
    return `Когда после перегрузки нагрузка упала до половины выдержанной, сервис не восстановился${n.inScenario(scenario)}: за ${n.seconds(after / 1_000)} при нагрузке ${levelOf(kind, level, n)} получено ${n.rate(now.throughput)} и ${p95(now.p95)}, а на подъёме было ${n.rate(before.throughput)} и ${p95(before.p95)}. Такой отказ поддерживает сам себя (повторные запросы, холодные кэши, очереди запросов, которых уже никто не ждёт): снижение нагрузки его не прекращает, и в рабочей среде сервис пришлось бы перезапускать.`;
  },
};

/** Titles of findings. */
export const searchTitles: Readonly<Record<SearchFinding, string>> = {
  capacity: 'Максимальная производительность',
  scaling: 'Масштабирование',
  'capacity-beyond': 'Предел не достигнут',
  recovers: 'Восстанавливается',
  'stays-broken': 'Не восстанавливается',
};

/** Headings, facts and captions. */
export const search: SearchWords = {
  steps: 'Ступени нагрузки',
  columns: {
    level: (kind) => (kind === 'stress' ? 'Пользователи' : 'Задано'),
    throughput: 'Пропускная способность',
    baseThroughput: 'База',
    p50: 'p50',
    p95: 'p95',
    failed: 'Доля ошибок',
    little: 'Закон Литтла',
    carried: 'Выдержано',
  },
  level: (kind, level, n) => (kind === 'stress' ? n.count(level) : rateOf(level, n)),
  little: (gap, n) => (gap === null ? '–' : `расхождение ${n.share(gap)}`),
  carried: (broken) => {
    switch (broken?.kind) {
      case undefined:
        return 'да';
      case 'errors':
        return 'нет: ошибки';
      case 'latency':
        return `нет: ${broken.metric}`;
      case 'behind':
        return 'нет: отстаёт';
      case 'no-answers':
        return 'нет: нет ответов';
    }
  },
  facts: ({ kind, rows, steps }, n) => {
    const levels = rows.map(({ level }) => level);
    const [low, high] = [Math.min(...levels), Math.max(...levels)];
    const range = low === high ? levelOf(kind, low, n) : `от ${n.count(low)} до ${levelFrom(kind, high, n)}`;
    return `${range}, ${counted(steps, STEPS, n)}`;
  },
  axis: (kind) => (kind === 'stress' ? 'пользователи' : 'заданная интенсивность, запросов в секунду'),
  throughputChart: 'Пропускная способность в зависимости от нагрузки',
  latencyChart: 'Время отклика в зависимости от нагрузки',
  throughputCaption: (kind, withBase) =>
    `Одна точка — одна ступень нагрузки, от меньшей к большей${withBase ? ': 🟦 сейчас, 🟧 базовый коммит' : ''}. ${kind === 'stress' ? 'После перегиба новые пользователи только дольше ждут.' : 'Там, где кривая ниже заданной интенсивности, сервис за ней уже не успевает.'}`,
  latencyCaption: '🟦 p50, 🟧 p95, в миллисекундах.',
  littleNote:
    'Закон Литтла: число пользователей = пропускная способность × (время отклика + пауза). Он выполняется в любой системе, поэтому ступень с большим расхождением измерена неверно.',
};
