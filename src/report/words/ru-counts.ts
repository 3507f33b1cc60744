/** Russian: nouns behind a number, in the form that the number and the sentence ask for. */
import { GLUE } from '../numbers.ts';
import type { Pen } from './words.ts';

/** A noun in one case: behind 1, 2, 5, and behind a number with a fraction (like behind 2 when it is not given). */
export type Noun = readonly [one: string, few: string, many: string, fraction?: string];

export const USERS: Noun = ['пользователь', 'пользователя', 'пользователей'];
export const USERS_GENITIVE: Noun = ['пользователя', 'пользователей', 'пользователей'];
export const USERS_PREPOSITIONAL: Noun = ['пользователе', 'пользователях', 'пользователях'];
export const REQUESTS: Noun = ['запрос', 'запроса', 'запросов'];
export const REQUESTS_GENITIVE: Noun = ['запроса', 'запросов', 'запросов'];
export const ANSWERS: Noun = ['ответ', 'ответа', 'ответов'];
export const ERRORS: Noun = ['ошибка', 'ошибки', 'ошибок'];
export const SCENARIOS: Noun = ['сценарий', 'сценария', 'сценариев'];
export const SCENARIOS_GENITIVE: Noun = ['сценария', 'сценариев', 'сценариев'];
export const SCENARIOS_PREPOSITIONAL: Noun = ['сценарии', 'сценариях', 'сценариях'];
export const BLOCKS: Noun = ['блок', 'блока', 'блоков'];
export const BLOCKS_GENITIVE: Noun = ['блока', 'блоков', 'блоков'];
export const RUNS: Noun = ['принятый прогон', 'принятых прогона', 'принятых прогонов'];
export const RUNS_GENITIVE: Noun = ['принятого прогона', 'принятых прогонов', 'принятых прогонов'];
export const SECONDS_GENITIVE: Noun = ['секунды', 'секунд', 'секунд'];
export const STEPS: Noun = ['ступень', 'ступени', 'ступеней'];
export const TIMES: Noun = ['раз', 'раза', 'раз'];
export const TIMES_GENITIVE: Noun = ['раза', 'раз', 'раз', 'раза'];
export const CONNECTIONS_GENITIVE: Noun = ['соединения', 'соединений', 'соединений'];
export const CORES: Noun = ['ядро', 'ядра', 'ядер'];
export const CORES_GENITIVE: Noun = ['ядра', 'ядер', 'ядер', 'ядра'];
/** `1 сеанс ждал`, `3,4 сеанса ждало`. */
export const WAITED: Noun = ['ждал', 'ждало', 'ждало'];
export const ROWS: Noun = ['строку', 'строки', 'строк'];
export const PAGES: Noun = ['блок данных', 'блока данных', 'блоков данных'];
export const PROCESSES_DATIVE: Noun = ['процессу', 'процессам', 'процессам'];
export const SESSIONS: Noun = ['сеанс', 'сеанса', 'сеансов'];

/** The word alone. */
export function noun(count: number, [one, few, many, fraction = few]: Noun, n: Pen): string {
  return n.plural(count, { one, few, many, other: fraction });
}

/** `21 запрос`: a whole number and its word. */
export const counted = (count: number, word: Noun, n: Pen): string =>
  `${n.count(count)}${GLUE}${noun(Math.round(count), word, n)}`;

/** `1,5 ядра`, `12 ядер`: cores, as exactly as they are written. */
export const coresOf = (cores: number, word: Noun, n: Pen): string =>
  `${n.cores(cores)}${GLUE}${noun(written(cores), word, n)}`;

/** A mean of things that are counted: `20`, `3,4`. */
export const amountOf = (amount: number, n: Pen): string => n.cores(rounded(amount));

/** The same with its word. */
export const amountWith = (amount: number, word: Noun, n: Pen): string => coresOf(rounded(amount), word, n);

/** As exactly as such a mean is written. */
export const rounded = (amount: number): number =>
  amount < 10 ? Math.round(10 * amount) / 10 : Math.round(amount);

/** From ten on, cores are written without digits after the point. */
const written = (cores: number): number => (cores < 10 ? cores : Math.round(cores));
