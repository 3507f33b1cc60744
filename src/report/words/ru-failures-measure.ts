/** Russian of what goes wrong while it is measured and judged. */
import type { MEASURE_PHRASES } from '../../domain/phrases/measure.ts';

/** As `domain/phrases/measure.ts`, slot by slot. */
export const measurePhrases: Readonly<Record<keyof typeof MEASURE_PHRASES, string>> = {
  'generator-failed': 'Генератор нагрузки завершился с ошибкой.',
  'generator-failed-advice':
    'Запустите прогон снова; если ошибка повторится, сообщите нам о ней, приложив строки ниже.',
  'generator-ended': 'Он завершился, не выдав результата (‹ending›).',
  'generator-exit': 'код ‹code›',
  'generator-unreadable': 'Генератор нагрузки вывел то, что не является его сообщением.',
  'generator-hangs': 'Генератор нагрузки не выдал результата за ‹seconds› с и был завершён.',
  'generator-hangs-advice':
    'Возможно, машина перегружена; запустите прогон снова, с меньшим числом пользователей или на более свободной машине. К тому же приводит выражение в `matches`, которое очень долго сопоставляется с ответом: упростите его.',
  'secret-missing': 'Переменная окружения ‹name›, значение которой должны передавать запросы, не задана.',
  'secret-missing-advice': 'Передайте её шагу или оболочке, где работает Loadgate.',

  'http2-not-spoken': 'Сервис по адресу ‹url› не работает по HTTP/2: ‹why›.',
  'http2-nonsense': 'он отвечает чем-то другим',
  'http2-not-offered': 'он его не предлагает (ALPN)',
  'http2-refused': 'он от него отказывается (ALPN)',
  'http2-silent': 'он не начал обмен за ‹ms› мс',
  'http2-closes': 'он закрывает соединение',
  'http2-tls-advice':
    'Измеряйте по HTTP/1.1, как принято без указаний (уберите `http: 2`), или пусть сервис предлагает HTTP/2 при установке TLS-соединения (ALPN).',
  'http2-plain-advice':
    'Измеряйте по HTTP/1.1, как принято без указаний (уберите `http: 2`), или пусть сервис начинает сразу с HTTP/2, без TLS и без перехода с HTTP/1.1.',

  'run-other-schema': 'У прогона в файле ‹path› схема ‹schema›, а эта версия Loadgate читает схему ‹known›.',
  'run-other-schema-advice': 'Оценивайте его той версией Loadgate, которая его записала.',
  'run-other-version-advice':
    'Оценивайте его той версией, которая его записала: `npx loadgate@‹version› judge ‹path›`.',
  'run-invalid': 'В файле ‹path› не прогон, записанный этой версией Loadgate.',
  'run-invalid-advice':
    'Укажите `run.json`, записанный командой `loadgate run` или `loadgate measure`, целиком и без правок.',

  'scenario-missing': 'В прогоне нет замеров сценария ‹scenario› (‹side›).',
  'scenario-missing-advice': 'Повторите замер с той конфигурацией, по которой оценивается: `loadgate run`.',
  'not-finite': 'В замере есть бесконечные числа или не числа: сравнивать с ними пороги нельзя.',
  'counts-inconsistent': 'Счётчики замера не сходятся: возможно, часть ошибок в них не попала.',
  'measure-again-advice': 'Повторите замер; если ошибка повторится, сообщите нам о ней, приложив `run.json`.',
  'reference-missing': 'Эталон сценария ‹scenario› никто не искал.',
  'reference-missing-advice':
    'Оценивайте по эталонам того же плана; если вы пользовались командной строкой, сообщите нам об этом.',

  'base-failed': 'Базовый коммит измерить не удалось. ‹why›',
  'base-failed-advice':
    'Базовый коммит собирается и запускается теми же командами, что и изменение, но в отдельной папке; команда `service: build` должна делать всё, что нужно только что полученной копии репозитория, в том числе ставить зависимости. ‹advice›',
  'not-booted': 'При `compare: base` сервис запускается в обоих коммитах, а этот сервис запускаем не мы.',
  'not-booted-advice':
    'Укажите, как его запускать (`service: start`), или сравнивайте с принятыми прогонами: `compare: baseline`.',
  'not-booted-itself': 'Сервис запущен не нами, поэтому запустить его дважды рядом с самим собой нельзя.',
  'not-booted-itself-at':
    'Сервис по адресу ‹url› запущен не нами, поэтому запустить его дважды рядом с самим собой нельзя.',
  'not-booted-itself-advice': 'Укажите, как его запускать: `service: start` в конфигурации или `--start`.',
  'base-missing': 'Для `compare: base` нужен базовый коммит, а у этого прогона его нет.',
  'base-missing-advice':
    'В пул-реквесте он известен; в командной строке укажите его: `--base main`. Или задайте `compare: auto`.',
  'died-under': '‹what› Нагрузка в это время: ‹load›.',
  'level-rate': '‹level› зап./с',
  'level-one-user': 'один пользователь',
  'level-users': 'пользователей: ‹level›',
  'report-folder': 'Не удалось создать папку отчёта ‹path›: ‹error›.',
  'report-folder-advice': 'Проверьте права в рабочем каталоге или укажите другую папку в `report.directory`.',
};
