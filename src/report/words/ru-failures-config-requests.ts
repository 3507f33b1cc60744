/** Russian of what is wrong in a configuration with requests and what is put into them. */
import type { CONFIG_REQUEST_PHRASES } from '../../domain/phrases/config-requests.ts';

/** As `domain/phrases/config-requests.ts`, slot by slot. */
export const configRequestPhrases: Readonly<Record<keyof typeof CONFIG_REQUEST_PHRASES, string>> = {
  'cookies-of-users': '`cookies` хранят пользователи, а при заданной интенсивности их нет; уберите этот ключ',
  'captured-too': 'имя `‹name›` берётся и из ответа (`capture`); дайте одному из них другое имя',
  'checks-of-head': '`checks` смотрят на тело ответа, а у `HEAD` его нет; уберите их',
  'idle-equals': 'ключ `equals` не действует без `json`; уберите его',
  'capture-of-users':
    '`capture` нужен следующим запросам того же пользователя, а при заданной интенсивности пользователей нет; задайте нагрузку пользователями',
  'capture-in-order': 'для `capture` запросы должны идти по порядку; укажите в сценарии `order: sequence`',
  'be-path': 'путь сервиса, например `/books/{{id}}?full=1`',
  'say-host-elsewhere': 'имя машины указывается в `service.url`',
  'say-one-slash': 'начните с одной косой черты',
  'be-short-path': 'путь не длиннее 8000 символов',
  'say-no-fragment': 'уберите часть после `#`: она никогда не отправляется',
  'say-encode': 'закодируйте символ ‹text› через знак процента',
  'be-line': 'метод и путь, например `GET /books` или `POST /orders`',
  'be-status': 'статус, например `201`, `2xx` или `200-204`',
  'be-header': 'имя заголовка',
  'header-of-engine': 'другой заголовок: этот ставит движок',
  'be-variable': 'имя из букв, цифр, дефисов и подчёркиваний, которое начинается с буквы',
  'be-regex': 'регулярное выражение не длиннее 1000 символов',
  'say-escape': 'экранируйте то, что понимается буквально, например `\\.`',
  'be-pointer': 'указатель JSON, например `/author/name` или `/books/0/title`',
  'be-two-numbers': 'два целых числа, сначала меньшее, например `[1, 500]`',
  'say-word': 'напишите ‹word›',
  'say-methods': 'методы: ‹methods›',
  'be-statuses': 'статус, например `201`, `2xx` или `200-204`, или список статусов',
  'be-request': 'метод и путь, например `GET /books` или `POST /orders`, либо набор ключей с `path`',
  'variable-unused':
    'переменная `‹name›` нигде не используется; напишите в запросе `{{‹again›}}` или уберите её',
  'capture-unused':
    'значение `‹name›` берётся из ответа и нигде не используется; напишите `{{‹again›}}` в одном из следующих запросов или уберите его',
  'braces-open': 'скобки `{{` открыты и не закрыты; напишите `{{name}}`',
  'captured-has-no-columns': 'подстановка ‹shown›: у значения из ответа нет столбцов',
  'used-before-captured':
    'подстановка ‹shown› стоит раньше, чем её значение получит `‹giver›`; поставьте тот запрос раньше',
  'not-a-variable': 'подстановка ‹shown›: это не имя переменной',
  'captured-elsewhere':
    'подстановка ‹shown›: её значение получает только другой элемент `flows`; получите его и в этом',
  'no-variable': 'подстановка ‹shown›: переменной `‹name›` нет; ‹advice›',
  'has-no-columns': 'подстановка ‹shown›: у `‹name›` нет столбцов; напишите `{{‹again›}}`',
  'add-variable': 'добавьте её в `variables`',
  'names-a-row': 'подстановка ‹shown› называет строку целиком; назовите столбец: ‹columns›',
  'known-columns': 'столбцы: ‹columns›',
  'no-column': 'подстановка ‹shown›: в файле ‹file› нет столбца `‹column›`; ‹advice›',
  'not-in-url':
    'подстановка со значениями, которые годятся для URL, а у ‹shown› есть и другие; закодируйте их через знак процента',
  'not-in-header': 'подстановка со значениями, которые годятся для заголовка, а у ‹shown› есть и другие',
  'not-in-json':
    'подстановка со значениями, которые не нарушат текст JSON, а у ‹shown› есть и другие; уберите из них кавычки, обратные косые черты и концы строк',
  'secret-unnamed': 'подстановка ‹shown› без имени; напишите `{{secret.NAME}}`',
  'secret-not-listed':
    'подстановка ‹shown›: `secrets` не разрешает `‹name›`; добавьте имя в `secrets` в начале файла',
  'secret-allowed-by-base': 'имя, которое уже разрешает базовый коммит',
  'be-set-variable': 'имя заданной переменной окружения',
  'say-merge-secret': 'сначала влейте изменение, которое добавляет имя в `secrets` и нигде его не использует',
  'say-give-secret':
    'передайте её шагу или оболочке, где работает Loadgate (у пул-реквестов из форков и от Dependabot секретов нет)',
  'be-long-secret':
    'имя переменной окружения, в значении которой не меньше ‹min› символов: более короткое не скрыть',
  'say-no-secret': 'то, что не секрет, напишите прямо в запросе',
  'secret-taken': 'с имени `secret` начинается `{{secret.NAME}}`; возьмите другое имя',
  'rows-not-utf8': 'не текст в UTF-8',
  'rows-not-csv': 'не CSV: ‹error›',
  'rows-not-json': 'не JSON: ‹error›',
  'rows-not-list': 'не список объектов JSON',
  'rows-uneven': 'содержит строки с разными ключами: `‹key›` есть не во всех (см. строку ‹row›)',
  'rows-no-value':
    'содержит в строке ‹row› под ключом `‹key›` не текст, не точное число и не логическое значение',
  'rows-none': 'не содержит строк',
  'rows-too-many': 'содержит больше ‹max› строк',
  'rows-too-wide': 'содержит больше ‹max› столбцов',
  'rows-bad-column': 'содержит столбец, который нельзя назвать в запросе: `‹name›`',
  'rows-twice': 'содержит два столбца с именем `‹name›`',
  'be-data-file': 'файл CSV или JSON в рабочем каталоге',
  'it-is': 'файл ‹why›',
  'no-path': 'назван не путём',
  'stay-inside': 'путь внутри рабочего каталога и вне `.git`',
};
