/** Russian of what goes wrong with the branch of accepted runs. */
import type { BRANCH_PHRASES } from '../../domain/phrases/branch.ts';

/** As `domain/phrases/branch.ts`, slot by slot. */
export const branchPhrases: Readonly<Record<keyof typeof BRANCH_PHRASES, string>> = {
  'file-of-branch': '‹path› из ветки ‹branch›',
  'be-branch': 'имя ветки: до 100 латинских букв, цифр, точек, дефисов, подчёркиваний и косых черт',
  'say-branch': 'напишите, например, `loadgate`',
  'pull-request-needs-file':
    'для `pull-request` нужен `baseline.store: file`: в отдельную ветку прогоны попадают сами; напишите `publish: commit` или уберите этот ключ',
  'git-branch': 'содержимое ветки ‹branch›',

  'branch-nowhere':
    'Эталон должен лежать в ветке ‹branch›, но у репозитория в рабочем каталоге нет удалённого репозитория `origin`, а токена для GitHub тоже нет.',
  'branch-nowhere-advice':
    'Получайте репозиторий вместе с его `origin` или храните эталон в файле: `baseline: { store: file }`.',
  'baseline-branch':
    'Этот прогон запущен веткой ‹branch›, а она хранит принятые прогоны, и сервиса в ней нет.',
  'baseline-branch-advice':
    'Исключите эту ветку из рабочего процесса: `on: push: branches-ignore: [‹branch›]`. Если имелась в виду другая, укажите её: `baseline: { branch: … }`.',
  'branch-unreachable': 'Не удалось обратиться к ветке ‹branch› в `origin`, где хранится эталон.',
  'branch-unreachable-advice':
    'Откройте git доступ к `origin`: `actions/checkout` сохраняет для этого учётные данные, если не запретить (`persist-credentials`). Или храните эталон в файле: `baseline: { store: file }`.',
  'branch-unread': 'Не удалось прочитать с GitHub ветку ‹branch›, где хранится эталон.',
  'branch-unread-advice':
    'Дайте заданию хотя бы `permissions: contents: read` и посмотрите строку ниже. Или храните эталон в файле: `baseline: { store: file }`.',
  'branch-file-invalid': 'Файл ‹path› из ветки ‹branch› нельзя прочитать как эталон: ‹why›.',
  'branch-file-invalid-advice':
    'Посмотрите, что туда положили вручную, и уберите это; прежнее содержимое есть в более ранних коммитах ветки.',
  'branch-file-crowded': 'он лежит в папке, где слишком много файлов',
  'branch-file-not-plain': 'это не обычный файл',
  'branch-file-large': 'он занимает ‹bytes› байт',
  'branch-file-unfit': 'это не обычный файл допустимого размера',

  'branch-refused': 'Не удалось записать в ветку ‹branch›: ‹why›.',
  'branch-read-only': 'эти учётные данные не дают права на запись в репозиторий, или он находится в архиве',
  'branch-read-only-advice':
    'Дайте заданию `permissions: contents: write` или настройте для git учётные данные с правом на отправку; если задание должно только читать, укажите `baseline: { publish: none }`.',
  'branch-unauthorised': 'учётные данные не приняты',
  'branch-unauthorised-advice':
    'Проверьте вход `github-token` или учётные данные, с которыми git обращается к `origin`.',
  'branch-missing': 'ветки или её репозитория нет, или они недоступны с этими учётными данными',
  'branch-missing-advice': 'Проверьте адрес `origin` и то, что токен выдан для этого репозитория.',
  'branch-protected': 'её защищает правило репозитория',
  'branch-protected-advice':
    'Разрешите отправку в эту ветку: исключите её из правила или дайте право обходить правило тому, кто пишет в эту ветку. Или укажите другую: `baseline: { branch: … }`.',
  'branch-turned-down': 'получен отказ',
  'branch-turned-down-advice': 'Посмотрите строку ниже.',
  'branch-busy': 'Не удалось вовремя записать в ветку ‹branch›.',
  'branch-busy-advice':
    'В эталон попадёт следующий успешный прогон; команду выполните ещё раз. Если так будет и дальше, посмотрите строку ниже.',
  'no-branch': 'Ветки ‹branch› нет.',
  'branch-moved': 'Каждый раз кто-то успевал записать в неё раньше.',
  'branch-vanished': 'Созданной ветки нет на месте.',
  'branch-unseen': '‹message› ‹lines›',
  'not-of-github': 'GitHub таких ответов не присылает.',
  'git-silent': 'git ничего не сообщил',

  'no-github': 'Для `baseline: publish: pull-request` нужен GitHub, а токена для него нет.',
  'no-github-advice': 'Оставьте вход `github-token` как есть или укажите `publish: commit`.',
  'pull-request-refused': 'Не удалось открыть пул-реквест, который добавляет принятые прогоны в эталон.',
  'pull-request-refused-advice':
    'Дайте заданию `permissions: contents: write` и `pull-requests: write` и разрешите GitHub Actions создавать пул-реквесты (`Settings`, `Actions`, `General`).',
};
