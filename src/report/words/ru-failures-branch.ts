/** Russian of what goes wrong with the branch of accepted runs. */
import type { BRANCH_PHRASES } from '../../domain/phrases/branch.ts';

/** As `domain/phrases/branch.ts`, slot by slot. */
export const branchPhrases: Readonly<Record<keyof typeof BRANCH_PHRASES, string>> = {
  'file-of-branch': '‹path› из ветки ‹branch›',
  'be-branch': 'имя ветки: до 100 латинских букв, цифр, точек, дефисов, подчёркиваний и косых черт',
  'say-branch': 'напишите `loadgate`',
  'pull-request-needs-file':
    'для `pull-request` нужен `baseline.store: file`: в отдельную ветку прогоны попадают сами; напишите `publish: commit` или уберите этот ключ',
};
