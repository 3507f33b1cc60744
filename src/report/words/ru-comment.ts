/** Russian: folds, charts of comparisons and ramps, and how to run it again. */
import type { CommentWords } from './comment-words.ts';
import { counted, SCENARIOS } from './ru-counts.ts';

/** Words of a comment. */
export const comment: CommentWords = {
  historyCaption: (runs) => `Столбики: последние принятые прогоны (${runs}), последним — этот.`,
  historyScale:
    'Столбики последних прогонов: разница между самым низким и самым высоким — не меньше удвоенного разброса, который объясняет шум, поэтому прогоны, различающиеся случайно, выглядят почти одинаково.',
  inScenarios: (names) => ` в сценариях ${names}`,
  more: (count, n) => `ещё ${n.count(count)}`,
  scenario: 'Сценарий',
  othersFolded: (count, n) => `Ещё ${counted(count, SCENARIOS, n)} подробно`,
  saysFolded: (titles) => `О чём ещё говорят результаты: ${titles.join(' · ')}`,
  learnMoreFolded: (titles) => `Чтобы узнать больше: ${titles.join(' · ')}`,
  distributionChart: 'Время отклика по перцентилям, мс',
  distributionAxis: 'столько ответов из 100 уложились в это время',
  distributionCaption: (against) => `🟦 сейчас, 🟧 ${against === 'base' ? 'базовый коммит' : 'эталон'}.`,
  baselineLine: 'эталон',
  loadChart: 'Время отклика в зависимости от нагрузки, мс',
  loadAxis: (of) => (of === 'users' ? 'пользователи' : 'заданная интенсивность, запросов в секунду'),
  loadCaption: (of) =>
    `🟦 p50, 🟧 p95: медиана по секундам примерно с ${of === 'users' ? 'таким числом пользователей' : 'такой интенсивностью'}. Там, где линия загибается вверх, дополнительная нагрузка только дольше ждёт.`,
  reproduce: 'Чтобы повторить замер',
};
