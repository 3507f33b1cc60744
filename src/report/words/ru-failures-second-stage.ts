/** Russian of what goes wrong with a step of a workflow beside the measuring itself: its inputs, its event, what another workflow left. */
import type { SECOND_STAGE_PHRASES } from '../../domain/phrases/second-stage.ts';

/** As `domain/phrases/second-stage.ts`, slot by slot. */
export const secondStagePhrases: Readonly<Record<keyof typeof SECOND_STAGE_PHRASES, string>> = {
  'input-invalid': 'Входы шага заданы неверно: ‹problems›.',
  'input-invalid-advice':
    'Исправьте их в рабочем процессе; что можно указать в каждом, перечислено в `README.md`.',
  'input-problem': '‹name›: ‹problem›',
  'input-problems': '‹some›; ‹other›',
  'input-word': 'нужно одно из значений ‹words›, а не ‹got›',
  'input-line': 'нужна одна строка не длиннее ‹max› символов',
  'input-needs-artifacts': 'при `mode: publish` нужна папка, в которую скачаны артефакты',
  'input-idle-artifacts': 'действует только при `mode: publish`',

  'publish-event':
    'Режим `mode: publish` работает при событии `workflow_run`, а это событие называется ‹event›.',
  'publish-event-advice':
    'Публикуйте из отдельного рабочего процесса, который запускается после измеряющего (`on: workflow_run`): оба приведены в `docs/forks.md`.',
  'publish-other-event': 'Измеренный запуск относится к событию ‹event›, а не к пул-реквесту.',
  'publish-other-event-advice':
    "Добавьте заданию условие `if: github.event.workflow_run.event == 'pull_request'`.",
  'pull-request-unknown': 'GitHub не сообщил, какой пул-реквест измерен (‹refusal›).',
  'pull-request-unknown-advice':
    'Дайте заданию права `permissions: pull-requests: write` или запустите его снова, когда GitHub заработает.',
  'pull-request-ambiguous':
    'Коммит ‹sha› стоит последним сразу в нескольких открытых пул-реквестах (их ‹count›: ‹pulls›), и какой из них измерен, неизвестно.',
  'pull-request-ambiguous-advice':
    'Закройте все, кроме одного, или добавьте в каждый по собственному коммиту.',
  'suite-twice': 'У двух конфигураций один и тот же набор ‹suite›.',
  'suite-twice-advice': 'Дайте каждой собственное имя в `suite`.',
  'nothing-left': 'Измеряющий рабочий процесс не оставил ни одного прогона набора ‹suite›.',
  'nothing-left-advice':
    'Посмотрите журнал измеряющего запуска; его задание должно выгружать папку отчёта и тогда, когда завершается неудачей (`if: always()`).',

  'artifact-refused': 'То, что оставил измеряющий рабочий процесс, не прочитано: ‹why›.',
  'artifact-run-advice':
    'Скачивайте артефакты только того запуска, который указан в событии: `run-id: github.event.workflow_run.id`.',
  'artifact-folder-advice':
    'Выгружайте только папку отчёта Loadgate, скачивайте её в пустую папку и указывайте эту папку во входе `artifacts`.',
  'left-runs-many': 'прогонов ‹count›, а допускается не больше ‹max›',
  'left-other-commit': 'файл ‹path› относится не к коммиту ‹sha›',
  'left-other-time': 'в файле ‹path› дата замера ‹date›, а измеряющий рабочий процесс шёл в другое время',
  'left-no-folder': 'это не папка',
  'left-bytes-many': 'вместе файлы занимают больше ‹max› байт',
  'left-files-many': 'файлов больше ‹max›',
  'left-deep': 'уровней вложенности папок больше ‹max›',
  'left-neither': 'по пути ‹path› лежит не файл и не папка',
  'left-unopened': 'не удалось открыть файл ‹path› (‹error›)',
  'left-no-file': 'по пути ‹path› лежит не файл',
  'left-large': 'файл ‹path› больше ‹max› байт',
  'left-no-text': 'файл ‹path› не в кодировке UTF-8',
};
