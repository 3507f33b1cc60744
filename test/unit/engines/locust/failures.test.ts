/** Why a run of Locust is no measurement, as it is told in both languages. */
import { describe, expect, it } from 'vitest';
import type { LocustPlan, LocustWorkers } from '../../../../src/domain/engine-plan.ts';
import type { Failure } from '../../../../src/domain/failure.ts';
import { phrase } from '../../../../src/domain/phrase.ts';
import { millis } from '../../../../src/domain/units.ts';
import {
  endingOf,
  locustEnded,
  locustExitCode,
  locustOld,
  locustSilent,
  locustUntrue,
  workerNotStarted,
  workersDeaf,
  workersMissing,
} from '../../../../src/engines/locust/failures.ts';
import { Untrue } from '../../../../src/engines/programs/untrue.ts';
import { failureText } from '../../../../src/report/failure.ts';
import { terminalMarks } from '../../../../src/report/terminal.ts';

const MARKS = terminalMarks({ colour: false });
const WORKERS: LocustWorkers = {
  count: 3,
  joinWithin: millis(20_000),
  bind: '127.0.0.1',
  port: 5557,
  start: [],
  mayLose: 0,
};
const PLAN: LocustPlan = {
  file: 'load/locustfile.py',
  command: 'locust',
  spawnRate: 10,
  tags: [],
  excludeTags: [],
  processes: 1,
  workers: null,
  env: {},
  hashes: {},
};
const ended = (code: number | null, signal: NodeJS.Signals | null = null) => ({ code, signal, error: null });
const missing = Object.assign(new Error('spawn locust ENOENT'), { code: 'ENOENT' });

/** What is thrown, with its message in English and in Russian. */
const CASES: readonly (readonly [Failure, string, string])[] = [
  [
    locustEnded(PLAN, ended(2), []),
    'Locust ended with exit code 2 before the measured time was over.',
    'Locust завершился раньше, чем закончилось измерение (код `2`).',
  ],
  [
    locustEnded(PLAN, ended(null, 'SIGKILL'), []),
    'Locust ended with SIGKILL before the measured time was over.',
    'Locust завершился раньше, чем закончилось измерение (сигнал `SIGKILL`).',
  ],
  [
    locustEnded(PLAN, ended(1), ["ModuleNotFoundError: No module named 'shop'"]),
    'The locustfile load/locustfile.py imports shop, which the Python of `locust` does not have.',
    'Файл Locust `load/locustfile.py` импортирует `shop`, а в том Python, с которым работает `locust`, этого нет.',
  ],
  [
    locustEnded(PLAN, { ...ended(null), error: missing }, []),
    'Locust could not be started as `locust`: there is no such command.',
    'Не удалось запустить Locust командой `locust`: такой команды нет.',
  ],
  [
    locustExitCode(ended(3), []),
    'Locust ended with exit code 3: 0 and 1 (there were failures) are those of a run that was complete.',
    'Locust завершился неудачно (код `3`): после полного прогона код равен 0 или, если были ошибки, 1.',
  ],
  [
    locustOld({ what: 'locust-old', release: '2.8.6', oldest: '2.11.0' }, []),
    'Locust 2.8.6 is older than 2.11.0, the first that can be measured.',
    'Locust `2.8.6` старше, чем `2.11.0`, а измерять можно только начиная с этой версии.',
  ],
  [
    locustOld({ what: 'locust-old-unheard', release: null, oldest: '2.37.0' }, []),
    'Locust of an unknown version cannot be listened to, and it is older than 2.37.0, the first that can be measured without.',
    'Прослушивать Locust неизвестной версии не удалось, а без этого измерять можно только начиная с версии `2.37.0`.',
  ],
  [
    locustSilent(phrase('locust-says-nothing', { seconds: 30 }), []),
    'Locust has said nothing for 30 s.',
    'От Locust ничего не слышно уже 30 с.',
  ],
  [
    locustUntrue(new Untrue(phrase('locust-miscounted', { said: 5, told: 0 })).why, []),
    'What was told from within Locust cannot be believed: a process says that it told of 5 requests, and told of 0.',
    'Сведения, полученные изнутри Locust, недостоверны: по счёту процесса запросов 5, а сообщил он о 0.',
  ],
  [
    workersMissing(WORKERS, [], []),
    'Only 0 of 3 workers of Locust joined within 20 s.',
    'За 20 с не подключился ни один рабочий узел Locust (нужно 3).',
  ],
  [
    workersMissing(WORKERS, ['load-1 (10.0.0.3)'], []),
    'Only 1 of 3 workers of Locust joined within 20 s: load-1 (10.0.0.3).',
    'За 20 с подключились не все рабочие узлы Locust: 1 из 3 (`load-1 (10.0.0.3)`).',
  ],
  [
    workerNotStarted({ command: 'ssh load-1', how: endingOf({ code: 255, signal: null }) }, []),
    'The command that starts a worker of Locust ended with exit code 255 before all workers had joined: `ssh load-1`.',
    'Команда, запускающая рабочий узел Locust, завершилась раньше, чем подключились все узлы (код `255`): `ssh load-1`.',
  ],
  [
    workersDeaf(['a', 'b'], []),
    'Workers of Locust joined that tell nothing of their requests: a, b.',
    'Подключились рабочие узлы Locust, которые не сообщают о своих запросах: `a, b`.',
  ],
];

describe('a run of Locust that is no measurement', () => {
  it.each(CASES)('%s', ({ detail }, english, russian) => {
    expect(detail.message).toBe(english);
    expect(failureText(detail, 'ru', MARKS).message).toBe(russian);
  });

  it('says the port as it is, not as a number that is counted', () => {
    const { detail } = workersMissing(WORKERS, [], []);
    expect(detail.advice).toContain('reach port 5557 of this machine');
    expect(failureText(detail, 'ru', MARKS).advice).toContain('порт `5557` этой машины');
  });
});
