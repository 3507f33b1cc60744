/** Russian: what to do next, each with the line or command that does it. */
import { branch as BRANCH } from './ru-branch.ts';
import type { FindingName } from '../../domain/finding.ts';
import { coresOf, counted, CORES_GENITIVE, RUNS_GENITIVE } from './ru-counts.ts';
import type { FindingWords, Pen } from './words.ts';

type AdviceName = Extract<
  FindingName,
  | 'find-the-cause'
  | 'fix-or-accept'
  | 'take-baseline'
  | 'hold-the-gain'
  | 'larger-budget'
  | 'more-baseline-runs'
  | 'look-at-errors'
  | 'separate-machine'
  | 'quiet-machine'
  | 'run-longer'
  | 'warm-up-longer'
  | 'look-at-database'
  | 'ramp-to-limit'
>;

/** Sentences of recommendations. */
export const advice: Pick<FindingWords, AdviceName> = {
  'find-the-cause': ({ scenario, shape, request }, n) => {
    const first = request === null ? '' : ` Начните с ${n.name(request)}: этот запрос выделяется.`;
    const where =
      shape === 'whole'
        ? `Снимите профиль сервиса под этой нагрузкой на обоих коммитах${n.inScenario(scenario)} и сравните, что делает большинство запросов: обращения к базе, сериализация, промежуточные обработчики.`
        : `Ищите то, что случается лишь изредка${n.inScenario(scenario)}: сборка мусора, ожидание блокировок, исчерпанный пул соединений, промахи кэша.`;
    return `${where}${first}`;
  },
  'fix-or-accept': ({ command, path, branch, against, lines }, n) => {
    if (lines.length > 0)
      return `Если изменение того стоит, ухудшение может допустить любой, у кого есть право записи в репозиторий, — строкой в своём комментарии: ${n.list(lines.map((line) => n.command(`${line} почему это того стоит`)))}. После этого запустите проверку ещё раз. Действует это только в названных пределах и до названного срока.`;
    return against === 'base'
      ? 'Если изменение того стоит, влейте его несмотря на эту проверку, когда настройки репозитория это позволяют: дальше остальные изменения будут сравниваться уже с ним. Пороги читаются из базового коммита, поэтому пул-реквест не может смягчить их сам для себя.'
      : branch !== undefined
        ? BRANCH.fixOrAccept(branch, command, n)
        : `Если изменение того стоит, примите его: выполните ${n.command(command)} и закоммитьте ${n.name(path)} в базовую ветку. Эталон читается оттуда, а не из самого пул-реквеста.`;
  },
  'take-baseline': ({ command, path, branch }, n) =>
    branch !== undefined
      ? BRANCH.takeBaseline(branch, n)
      : `Примите этот прогон (${n.command(command)}) и закоммитьте ${n.name(path)} в базовую ветку. Снимайте эталон на той машине, где идёт проверка: сравниваются только прогоны с одинаковых машин.`,
  'hold-the-gain': ({ command, path }, n) =>
    `Примите этот прогон (${n.command(command)}) и закоммитьте ${n.name(path)}. Иначе выигрыш можно снова потерять, и проверка этого не заметит.`,
  'larger-budget': ({ seconds, now }, n) =>
    `Задайте ${n.code(`budget: ${Math.round(seconds / 60)}m`)} (сейчас ${n.seconds(now)}), чтобы блоков хватило для вывода.`,
  'more-baseline-runs': ({ runs, wanted, path, branch }, n) =>
    branch !== undefined
      ? BRANCH.moreRuns(branch, runs, wanted, n)
      : `Примите ещё прогоны на той машине, где идёт проверка (${n.code(`npx loadgate baseline update --runs ${wanted - runs}`)}), и закоммитьте ${n.name(path)}. Примерно с ${counted(wanted, RUNS_GENITIVE, n)} (сейчас ${n.count(runs)}) измеренный шум значит больше, чем предполагаемый.`,
  'look-at-errors': ({ scenario, log }, n) =>
    `Разберитесь с ошибками раньше, чем со временем отклика${n.inScenario(scenario)}: быстрые ошибки похожи на скорость.${log === null ? '' : ` Журнал сервиса — в ${n.name(log)}.`}`,
  'separate-machine': ({ because, cores, users }, n) => separation(because, cores, users, n),
  'quiet-machine': ({ because }, n) =>
    `Перед следующим прогоном ${n.list(because.map((reason) => QUIET[reason](n)))}.`,
  'run-longer': ({ scenario, seconds, now }, n) =>
    `Задайте ${n.code(`duration: ${seconds}s`)}${n.inScenario(scenario)} (сейчас ${n.seconds(now)}).`,
  'warm-up-longer': ({ scenario, seconds, now }, n) =>
    `Задайте ${n.code(`warm-up: ${seconds}s`)}${n.inScenario(scenario)} (сейчас ${n.seconds(now)}), чтобы замер начинался на прогретом сервисе.`,
  'look-at-database': ({ p50, cpuPerAnswer, watched }, n) =>
    `Выясните, чего сервис ждёт ${n.ms(Math.max(0, p50 - cpuPerAnswer))} из времени обычного ответа: медленные запросы к базе данных, размер пула соединений, вызовы других сервисов.${watched ? '' : ` Укажите его базу данных в разделе ${n.code('databases:')} конфигурации, и следующий отчёт покажет, что она делала.`}`,
  'ramp-to-limit': ({ users }, n) =>
    `Чтобы узнать, где сервис сдаётся, добавьте сценарий с теми же запросами, ${n.code('executor: stress')} и ${n.code(`start-users: ${users}`)}: число пользователей растёт по ступеням, пока не перестанет расти пропускная способность, и отчёт назовёт максимальную производительность.`,
};

function separation(
  because: 'loopback' | 'competition' | 'generator-bound',
  cores: number,
  users: number,
  n: Pen,
): string {
  const fewer =
    users > 1 ? `, или уменьшите число пользователей (${n.code(`users: ${Math.floor(users / 2)}`)})` : '';
  const larger = `раннер, где больше ${coresOf(cores, CORES_GENITIVE, n)} (${n.code('runs-on')})`;
  switch (because) {
    case 'generator-bound':
      return `Дайте генератору нагрузки больше ресурсов: возьмите ${larger}${fewer}. Затем повторите замер.`;
    case 'competition':
      return `Дайте сервису и генератору больше места: возьмите ${larger}${fewer}.`;
    case 'loopback':
      return `Чтобы получить числа, верные и для рабочей среды, нагружайте развёрнутый сервис с другой машины: ${n.code('target: { url: … }')} вместо ${n.code('service:')}, а его адрес — в ${n.code('allowed-addresses:')}.`;
  }
}

const QUIET = {
  background: () => 'остановите на машине другие программы',
  stolen: () => 'перейдите на раннер с выделенными ядрами',
  battery: () => 'подключите машину к сети',
  'power-saving': (n: Pen) => `включите режим управления частотой ${n.code('performance')}`,
} as const;
