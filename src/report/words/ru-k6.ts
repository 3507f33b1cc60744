/** Russian: a load that k6 sent. */
import type { K6Words } from './k6-words.ts';
import { counted, type Noun } from './ru-counts.ts';
import type { Pen } from './words.ts';

const ITERATIONS: Noun = ['итерацию', 'итерации', 'итераций'];
const DUE: Noun = ['очередной итерации', 'очередных итераций', 'очередных итераций'];
const THRESHOLDS: Noun = ['собственный порог', 'собственных порога', 'собственных порогов'];

/** What is said of k6. */
export const k6: K6Words = {
  titles: { k6: 'k6', 'k6-thresholds': 'Пороги скрипта k6' },
  findings: {
    k6: ({ scenario, version, checks, iterations, dropped }, n) => {
      const { passed, failed } = checks;
      const checked =
        passed + failed === 0
          ? ''
          : ` Проверок в скрипте — ${n.count(passed + failed)}, не прошло — ${n.count(failed)}; ошибками здесь они не считаются.`;
      const late =
        dropped === 0
          ? ''
          : ` Для ${counted(dropped, DUE, n)} не нашлось свободного пользователя, и k6 их пропустил: нагрузка была меньше той, что задана в скрипте.`;
      const name = version === '' ? '' : ` ${n.name(version)}`;
      return `Нагрузку${n.inScenario(scenario)} подавал k6${name}, выполнив ${counted(iterations, ITERATIONS, n)}: что делают пользователи, какие паузы выдерживают и какие ответы считать ожидаемыми, определяет скрипт. Время отклика измерено самим k6: от отправки первого байта до конца чтения ответа, без установки соединения. Каждое перенаправление считается отдельным запросом.${checked}${late}`;
    },
    'k6-thresholds': ({ scenario, count, held, crossed, untold }, n) => {
      const parts = [
        part('превышены', crossed, n),
        part('соблюдены', held, n),
        part('результат не сообщён', untold, n),
      ].filter((each) => each !== null);
      return `В скрипте${n.inScenario(scenario)} ${counted(count, THRESHOLDS, n)}; k6 проверил их по всему прогону вместе с прогревом: ${parts.join('; ')}. Они приведены рядом с порогами из конфигурации, но на вердикт не влияют.`;
    },
  },
};

const part = (what: string, all: readonly string[], n: Pen): string | null =>
  all.length === 0 ? null : `${what}: ${n.list(all.map((each) => n.name(each)))}`;
