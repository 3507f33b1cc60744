/** Russian: accepted runs on a branch of their own. */
import type { BranchWords } from './branch-words.ts';
import { counted, RUNS_GENITIVE } from './ru-counts.ts';

/** Russian. */
export const branch: BranchWords = {
  fixOrAccept: (name, command, n) =>
    `Если изменение того стоит, влейте его и примите его прогон: ${n.command(command)}. Эталон лежит в ветке ${n.name(name)}, поэтому пул-реквест не может принять сам себя.`,
  takeBaseline: (name, n) =>
    `Успешные прогоны основной ветки попадают в ветку ${n.name(name)} сами, если у их задания есть право ${n.code('permissions: contents: write')}. Сравниваются только прогоны с одинаковых машин.`,
  moreRuns: (name, runs, wanted, n) =>
    `Успешные прогоны основной ветки попадают в ветку ${n.name(name)} сами; с запуском по расписанию они накопятся быстрее. Примерно с ${counted(wanted, RUNS_GENITIVE, n)} (сейчас ${n.count(runs)}) измеренный шум значит больше, чем предполагаемый.`,
};
