/** Russian: a load that k6 sent. */
import type { K6Words } from './k6-words.ts';
import { counted, type Noun } from './ru-counts.ts';

const ITERATIONS: Noun = ['итерацию', 'итерации', 'итераций'];
const DUE: Noun = ['очередной итерации', 'очередных итераций', 'очередных итераций'];

/** What is said of k6. */
export const k6: K6Words = {
  titles: { k6: 'k6', 'k6-thresholds': 'Нарушенные пороги скрипта k6' },
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
    'k6-thresholds': ({ scenario, of, count, crossed }, n) => {
      const more = count > crossed.length ? [`ещё ${n.count(count - crossed.length)}`] : [];
      const which = n.list([...crossed.map((each) => n.name(each)), ...more]);
      const many =
        of === 1
          ? `По данным k6${n.inScenario(scenario)} нарушен единственный порог скрипта`
          : `По данным k6${n.inScenario(scenario)} нарушено порогов скрипта: ${n.count(count)} из ${n.count(of)}`;
      return `${many} — ${which}. На вердикт это не влияет; чтобы влияло, задайте порог того же показателя в конфигурации.`;
    },
  },
};
