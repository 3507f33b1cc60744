/** Russian: workers of a load that other machines sent. */
import { counted, noun, type Noun } from './ru-counts.ts';
import type { Pen } from './words.ts';
import type { WorkerWords } from './worker-words.ts';

const NODES: Noun = ['рабочий узел', 'рабочих узла', 'рабочих узлов'];
/** `потерян 1 рабочий узел`, `потеряно 2 рабочих узла`. */
const LOST: Noun = ['потерян', 'потеряно', 'потеряно'];
const NODES_GENITIVE: Noun = ['рабочего узла', 'рабочих узлов', 'рабочих узлов'];

/** What is said of workers. */
export const workers: WorkerWords = {
  titles: {
    workers: 'Распределённая нагрузка',
    'workers-unsteady': 'Потерянные и опоздавшие рабочие узлы',
    'worker-clocks': 'Часы рабочих узлов',
  },
  findings: {
    workers: ({ scenario, workers: all, count, error }, n) =>
      `Источники нагрузки${n.inScenario(scenario)} — ${counted(count, NODES, n)}: ${namesOf(all, count, n)}. Время отклика измерено там же, и в него входит сеть между рабочими узлами и сервисом. Часы узлов сверены со здешними: момент каждого запроса известен с точностью до ${n.ms(error)}. Чем ещё были заняты машины рабочих узлов, не измерялось.`,
    'workers-unsteady': ({ scenario, lost, late, of, allowed }, n) => {
      const parts = [
        lost.length === 0 ? null : `потеряны: ${n.list(lost.map((each) => lostAt(each, n)))}`,
        late.length === 0
          ? null
          : `подключились, когда нагрузка уже шла: ${n.list(late.map((each) => n.name(each)))}`,
      ].filter((part) => part !== null);
      const fate = allowed
        ? `Параметр ${n.code('may-lose')} это допускает: пользователей взяли на себя остальные узлы, но до этого нагрузка была меньше, а запросы, отправленные потерянным узлом после его последнего сообщения, не учтены нигде.`
        : 'Нагрузка была не той, что задана.';
      return `Из ${counted(of, NODES_GENITIVE, n)}${n.inScenario(scenario)} ${parts.join('; ')}. ${fate}`;
    },
    'worker-clocks': ({ scenario, worker, offset, error }, n) =>
      `Часы рабочего узла ${n.name(worker)}${n.inScenario(scenario)} ${offset < 0 ? 'отстают от здешних' : 'спешат относительно здешних'} на ${n.ms(Math.abs(offset))} (с точностью до ${n.ms(error)}). На замер это не влияет, но в журнале узла и во всём, что ищут по времени суток, время сдвинуто на столько же. Исправить это можно, настроив на обеих машинах NTP.`,
  },
  voidPhrase: ({ lost, late }, n) =>
    late === 0
      ? `${noun(lost, LOST, n)} ${counted(lost, NODES, n)}`
      : `рабочие узлы потеряны или опоздали (${n.count(lost + late)})`,
  voidSentence: ({ lost, late, of, mayLose }, n) =>
    `Рабочих узлов — ${n.count(of)}, из них потеряно ${n.count(lost)}, опоздало ${n.count(late)}, а ${mayLose === 0 ? 'не допускается ни того ни другого' : `допускается не больше ${n.count(mayLose)}`}: нагрузка была не той, что задана.`,
  remedy: (n) =>
    `Посмотрите журналы рабочих узлов, проверьте сеть до них и повторите замер; ${n.code('locust: { workers: { may-lose: … } }')} допускает потери.`,
};

/** Of many, the first ones. */
const namesOf = (all: readonly string[], count: number, n: Pen): string =>
  n.list([
    ...all.map((each) => n.name(each)),
    ...(count > all.length ? [`ещё ${n.count(count - all.length)}`] : []),
  ]);

const lostAt = ({ worker, at }: { readonly worker: string; readonly at: number }, n: Pen): string =>
  `${n.name(worker)} (последнее сообщение — через ${n.seconds(at)} после начала измерения)`;
