/** Russian: what a soak showed. */
import type { FindingName } from '../../domain/finding.ts';
import { started } from './ru-metrics.ts';
import type { FindingWords, Pen } from './words.ts';

type SoakName = Extract<
  FindingName,
  'leak' | 'memory-level' | 'memory-unwatched' | 'latency-drift' | 'errors-drift'
>;

/** Sentences of levels that grow, or do not. */
export const soak: Pick<FindingWords, SoakName> = {
  leak: ({ scenario, slope, interval: [low, high], from, to, seconds, left, collected }, n) =>
    `Память росла со скоростью ${n.strong(aMinute(slope, n))}${n.inScenario(scenario)} (с вероятностью ${n.share(0.95)} от ${aMinute(low, n)} до ${aMinute(high, n)}): за последние ${n.seconds(seconds)} с ${n.bytes(from)} до ${n.bytes(to)}, и рост не прекращался. С такой скоростью её объём удвоится за ${n.span(to / slope)} и займёт всю память машины за ${n.span(left)}. ${collected ? LEAK : PERHAPS}`,
  'memory-level': ({ scenario, level, seconds, detectable }, n) =>
    `За последние ${n.seconds(seconds)} память не росла${n.inScenario(scenario)}: в конце занято ${n.bytes(level)}. Устойчивый рост на ${aMinute(detectable, n)} был бы замечен.`,
  'latency-drift': ({ scenario, metric, from, to, seconds }, n) =>
    `${started(metric)} равномерно рос при неизменной нагрузке${n.inScenario(scenario)}: за последние ${n.seconds(seconds)} с ${n.ms(from)} до ${n.ms(to)} (${n.change(metric, to / from - 1)}), и рост не прекращался. Так выглядят растущие таблицы, списки, по которым идёт поиск, и заполняющиеся очереди.`,
  'errors-drift': ({ scenario, from, to, seconds }, n) =>
    `Ошибок при неизменной нагрузке становилось всё больше${n.inScenario(scenario)}: за последние ${n.seconds(seconds)} их доля выросла с ${n.share(from)} до ${n.share(to)}. Что-то исчерпывается: соединения, файловые дескрипторы, память.`,
  'memory-unwatched': ({ scenario, why, seconds, needed }, n) =>
    UNWATCHED[why](n.inScenario(scenario), seconds, needed, n),
};

const LEAK =
  'Так выглядит утечка или кэш, который ещё заполняется: в более длинном прогоне такой рост остановится.';
const PERHAPS =
  'Так выглядит утечка, но так же выглядят и ещё не заполненный кэш, и мусор, до которого пока не дошла полная сборка: данных слишком мало, чтобы их различить. В более длинном прогоне кэш и мусор перестанут расти, а утечка нет.';

/** `1,02 МБ/мин`, from bytes a second. */
const aMinute = (slope: number, n: Pen): string => n.value('memory-growth', 60 * slope);

const UNWATCHED = {
  short: (where: string, seconds: number, needed: number, n: Pen) =>
    `За ${n.seconds(seconds)} рост памяти не увидеть${where}: нужно не меньше ${n.seconds(needed)}, а для надёжного вывода — несколько минут.`,
  turns: (where: string, _: number, __: number, n: Pen) =>
    `Длительная нагрузка${where} подавалась короткими отрезками рядом с базовым коммитом, а в них роста не видно. С ${n.code('compare: baseline')} она идёт без перерывов.`,
  unread: (where: string) =>
    `Память сервиса прочитать не удалось${where}: его процессы неизвестны, или эта система таких сведений не даёт.`,
} as const;
