/** Russian of what is wrong with a load by Locust: its keys in a configuration, its run, what was told of it, its workers. */
import type { LOCUST_PHRASES } from '../../domain/phrases/locust.ts';

/** As `domain/phrases/locust.ts`, slot by slot. */
export const locustPhrases: Readonly<Record<keyof typeof LOCUST_PHRASES, string>> = {
  'be-locust-tag': 'тег без пробелов, который не начинается с дефиса',
  'be-bind-address': 'адрес или имя этой машины либо `*`',
  'be-ssh-host':
    'имя машины в том виде, в каком его принимает ssh: `name`, `user@name` или псевдоним из `~/.ssh/config`',
  'be-workspace-file': 'путь к файлу в рабочем каталоге',
  'idle-locust': 'ключ `locust` не действует без `engine: locust`; укажите этот движок или уберите ключ',
  'needs-locust': 'для `engine: locust` нужен ключ `locust`; например, `locust: { file: locustfile.py }`',
  'idle-with-locust': 'ключ `‹key›` не действует при `engine: locust`: ‹remedy›',
  'locustfile-sends': 'что отправлять, определяет файл Locust; уберите ключ',
  'locustfile-variables': 'в файле Locust свои переменные; уберите ключ',
  'locustfile-order': 'веса задач задаёт файл Locust; уберите ключ',
  'locustfile-timeout': 'сколько могут длиться запросы, определяет файл Locust; уберите ключ',
  'locustfile-pauses': 'паузы задаёт `wait_time` в файле Locust; уберите ключ',
  'locust-cookies': 'у каждого пользователя Locust свои cookie; уберите ключ',
  'locust-protocol': 'Locust работает по HTTP/1.1; уберите ключ',
  'idle-processes':
    'ключ `processes` не действует вместе с `workers`: каждый рабочий узел — отдельный процесс; уберите один из ключей',
  'ssh-needs-target':
    '`ssh` запускает рабочие узлы на других машинах, а до сервиса на этой (`service`) им не дойти; задайте `target` или запускайте узлы здесь (`start`)',
  'may-lose-all': 'нужно число меньше `count`, ведь кто-то должен подавать нагрузку',
  'locust-without':
    'движок `engine: locust` здесь не умеет ‹what›; задайте `users` и `duration` или опишите `LoadTestShape` в файле Locust',

  'locust-exit': 'код ‹code›',
  'locust-signal': 'сигнал ‹signal›',
  'locust-ended': 'Locust завершился раньше, чем закончилось измерение (‹ending›).',
  'locust-ended-advice':
    'Последние строки его вывода приведены ниже. Форма нагрузки (`LoadTestShape`) должна длиться не меньше, чем прогрев и измерение вместе; `run-time` в `locust.conf` или `pyproject.toml` здесь не нужен.',
  'locust-module-missing':
    'Файл Locust ‹file› импортирует ‹module›, а в том Python, с которым работает `‹command›`, этого нет.',
  'locust-module-missing-advice':
    'Установите всё, что нужно файлу Locust, туда же, где установлен Locust, например командой `pip install -r requirements.txt` в предыдущем шаге.',
  'locust-missing': 'Не удалось запустить Locust командой `‹command›`: ‹why›.',
  'locust-no-command': 'такой команды нет',
  'locust-missing-advice':
    'Установите его (`pip install locust`) в предыдущем шаге или укажите в `locust: command`, где он находится.',
  'locust-exit-code':
    'Locust завершился неудачно (‹ending›): после полного прогона код равен 0 или, если были ошибки, 1.',
  'locust-exit-code-advice':
    'Последние строки его вывода приведены ниже. Значение `process_exit_code` в файле Locust может быть здесь только 0 или 1.',
  'locust-old': 'Locust ‹release› старше, чем ‹oldest›, а измерять можно только начиная с этой версии.',
  'locust-old-processes':
    'Locust ‹release› старше, чем ‹oldest›, а в нескольких процессах Locust работает только начиная с этой версии.',
  'locust-old-workers':
    'Locust ‹release› старше, чем ‹oldest›, а рабочие узлы на других машинах можно измерять только начиная с этой версии.',
  'locust-old-unheard':
    'Прослушивать Locust ‹release› не удалось, а без этого измерять можно только начиная с версии ‹oldest›.',
  'locust-unknown': 'неизвестной версии',
  'locust-old-advice': 'Установите версию поновее: `pip install "locust>=‹oldest›"`.',
  'locust-no-users': 'Locust не успел вовремя запустить всех пользователей.',
  'locust-says-nothing': 'От Locust ничего не слышно уже ‹seconds› с.',
  'locust-goes-on': 'Locust не завершился, хотя получил сигнал завершиться.',
  'locust-overtime': 'Locust не завершился, хотя его время истекло.',
  'locust-silent-advice':
    'Последние строки его вывода приведены ниже. Поищите в файле Locust код, который никогда не заканчивается или блокирует весь процесс.',

  'locust-untrue': 'Сведения, полученные изнутри Locust, недостоверны: ‹why›.',
  'locust-untrue-advice':
    'Проверьте, не завершает ли файл Locust собственный процесс и не сообщает ли он о запросах без времени отклика.',
  'locust-not-heard': 'прослушивать его не удалось, а без этого измерять несколько процессов нельзя',
  'locust-process-mute': 'один из его процессов перестал передавать данные',
  'locust-process-cut': 'один из его процессов завершился посреди работы',
  'locust-processes-many': 'процессов больше, чем ядер у любой машины',
  'locust-processes-open': 'не каждый процесс сообщил, сколько он измерил',
  'locust-connection': 'оборвалось соединение с одним из его процессов',
  'locust-clocks': 'не удалось сверить часы одного из рабочих узлов',
  'locust-name-unknown': 'у запроса имя, о котором никто не сообщал',
  'locust-name-twice': 'один номер дан двум именам',
  'locust-order': 'строки идут в невозможном порядке',
  'locust-no-worker': 'рабочий узел сообщает, что он не рабочий узел',
  'locust-no-times': 'у запросов с именем ‹name› нет времени отклика',
  'locust-miscounted': 'по счёту процесса запросов ‹said›, а сообщил он о ‹told›',
  'locust-time-back': 'время идёт назад',
  'locust-time-fast': 'его время шло быстрее нашего',
  'locust-line-long': 'слишком длинная строка',
  'locust-line-cut': 'последняя строка обрывается',
  'locust-line-unknown': 'чужая строка ‹line›',
  'locust-line-wrong': 'невозможная строка ‹line›',
  'locust-statistics-cut': 'его статистика обрывается',
  'locust-statistics-other': 'его статистика не похожа на статистику Locust',
  'locust-statistics-counts': 'числа в его статистике не сходятся',
  'locust-failures-many': 'он сообщает о большем числе ошибок, чем их было',

  'locust-workers-none': 'За ‹seconds› с не подключился ни один рабочий узел Locust (нужно ‹count›).',
  'locust-workers-missing':
    'За ‹seconds› с подключились не все рабочие узлы Locust: ‹joined› из ‹count› (‹names›).',
  'locust-workers-missing-advice':
    'Запустите остальные командой `locust -f - --worker --master-host … --master-port …` и проверьте, доступен ли им порт ‹port› этой машины; дольше ждать их можно с `workers: join-within`.',
  'locust-worker-not-started':
    'Команда, запускающая рабочий узел Locust, завершилась раньше, чем подключились все узлы (‹ending›): `‹command›`.',
  'locust-worker-not-started-advice':
    'Последние строки её вывода приведены ниже. Попробуйте выполнить её на этой машине вручную.',
  'locust-workers-deaf': 'Подключились рабочие узлы Locust, которые не сообщают о своих запросах: ‹names›.',
  'locust-workers-deaf-advice':
    'Запускайте их командой `locust -f - --worker --master-host … --master-port …`: с ключом `-f -` они получают от ведущего процесса файл Locust, а с ним и файл, который сообщает о запросах.',
  'locust-worker-lost': 'Рабочие узлы Locust потеряны ещё до начала измерения: ‹names›.',
  'locust-worker-lost-advice':
    'Посмотрите журнал рабочего узла и проверьте сеть между ним и этой машиной. Потерю нескольких узлов допускает `workers: may-lose`.',
};
