/** Russian of what goes wrong with a service: its build, its start, its readiness, its address. */
import type { SERVICE_PHRASES } from '../../domain/phrases/service.ts';

/** As `domain/phrases/service.ts`, slot by slot. */
export const servicePhrases: Readonly<Record<keyof typeof SERVICE_PHRASES, string>> = {
  'service-exited-early': 'Сервис ‹ending› через ‹seconds› с после запуска, так и не став готовым.',
  'service-exited-late': 'Сервис ‹ending› через ‹seconds› с после запуска, уже после того как был готов.',
  'ended-by-signal': 'завершён сигналом ‹signal›',
  'exited-with-code': 'завершился с кодом ‹code›',
  'exited-with-code-of': 'завершился с кодом ‹code› (‹signal›)',
  'killed-advice':
    'Loadgate его не завершал. Часто это делает ядро, когда не хватает памяти: проверьте, сколько её у машины и сколько занимает сервис.',
  'returned-advice':
    'Команда `service.start` должна оставаться на переднем плане, а `‹command›` завершилась. Уберите `&`, `-d` и `--daemon`.',
  'last-lines-advice': 'Последние строки его вывода приведены ниже.',
  'by-hand-advice':
    'Последние строки его вывода приведены ниже; чтобы увидеть больше, запустите `‹command›` вручную.',
  'by-hand-in-advice':
    'Последние строки его вывода приведены ниже; чтобы увидеть больше, запустите `‹command›` вручную в папке ‹folder›.',

  'never-ready': 'Сервис по адресу ‹url› не стал готов за ‹seconds› с: ‹last›.',
  'never-ready-heard-advice':
    'Он слушает ‹heard›. Пусть слушает там, куда указывает `service.url`: порт передаётся в переменной `PORT`, или запишите `{port}` в `service.start`.',
  'never-ready-log-advice':
    'Поищите текст из `service.ready.log` в строках ниже или дайте сервису больше времени: `service.ready-timeout`.',
  'never-ready-advice':
    'Пусть сервис слушает порт из переменной `PORT` (или запишите `{port}` в `service.start`); проверьте `service.ready` или дайте больше времени: `service.ready-timeout`.',

  'look-no-address': 'у него нет адреса',
  'look-ready-once': 'готов он был только один раз',
  'look-no-time': 'на проверку не осталось времени',
  'look-log-silent': 'в его журнале не появилось ‹text›',
  'look-status': '‹path› отвечает со статусом ‹status›, а не ‹wanted›',
  'look-body': 'в теле ответа ‹path› нет ‹text›',
  'look-command-slow': 'команда проверки готовности не завершилась за ‹ms› мс',
  'look-command': 'команда проверки готовности ‹ending›',
  'look-command-said': 'команда проверки готовности ‹ending› (‹words›)',
  'look-nothing-listens': 'по адресу ‹place› никто не слушает',
  'look-no-tls': 'по адресу ‹place› не отвечают по TLS',
  'look-closed': 'соединение с ‹place› закрыто без ответа',
  'look-error': 'при обращении к ‹place› получена ошибка ‹error›',

  'answered-by-other': 'По адресу ‹url› отвечает ‹holder›, а не запущенный сервис: это были бы чужие числа.',
  'answered-by-other-advice':
    'Остановите этот процесс или укажите `service.port: free`. Если порт слушает контейнер, запускайте его отдельным шагом раньше и задайте его `url` без `start`.',
  'port-taken': 'Порт ‹port› занят (‹holder›), поэтому запустить на нём сервис нельзя.',
  'port-taken-advice':
    'Остановите этот процесс или укажите `service.port: free` и берите порт из переменной `PORT` или из `{port}`.',
  'holder-unknown': 'другой процесс',
  'holder-other-user': 'процесс другого пользователя',
  'holder-process': 'процесс ‹pid›',
  'holder-command': 'процесс ‹pid› (‹command›)',
  'two-holders': '‹one› и ‹other›',

  'build-failed': 'Процесс сборки ‹ending› через ‹seconds› с: `‹command›`.',
  'build-failed-advice':
    'Исправьте сборку; последние строки её вывода приведены ниже. Секретов она не получает: всё, что ей нужно, задаётся в `service.env`.',
  'build-timeout': 'Сборка не завершилась за ‹seconds› с: `‹command›`.',
  'build-timeout-advice':
    'Дайте ей больше времени (`service.build-timeout`) или собирайте отдельным шагом раньше.',
  'command-of-not-found': 'Команда из `service.‹what›` не найдена: `‹command›`.',
  'command-of-not-found-advice':
    'Установите её отдельным шагом раньше, соберите сервис (`service.build`) или проверьте путь и `service.working-directory`.',
  'command-of-not-executable': 'Команду из `service.‹what›` нельзя выполнить: `‹command›`.',
  'command-of-not-executable-advice':
    'Сделайте файл исполняемым (`chmod +x`, затем `git update-index --chmod=+x`) или запускайте его через интерпретатор.',
  'working-directory-missing': 'Значение `service.working-directory` (‹folder›) не папка рабочего каталога.',
  'working-directory-missing-advice':
    'Укажите путь относительно рабочего каталога; сначала получите репозиторий.',

  unreachable: 'По адресу ‹url› за ‹seconds› с ничего не стало готово: ‹last›.',
  'unreachable-running-advice':
    'Запустите сервис до Loadgate и проверьте `url` или поручите запуск Loadgate: задайте `start`.',
  'unreachable-deployed-advice':
    'Запускайте Loadgate, когда развёртывание закончено; проверьте `target` (`url`, `ready`, `ready-timeout`) и межсетевые экраны между этой машиной и той.',
  'target-missing': 'Переменная окружения, которую называет `target.url-from`, не задана.',
  'target-missing-advice': 'Передайте её шагу или оболочке, где работает Loadgate.',
  'target-unknown': 'Имя ‹host› цели здесь не означает никакого адреса.',
  'target-unknown-advice':
    'Проверьте `target.url` и DNS этой машины: возможно, имя известно только в другой сети.',
  'target-is': 'Адрес цели ‹address›',
  'target-means': 'Имя цели ‹host› означает ‹address›',
  'address-never-loaded': '‹where›, а этот адрес ‹why›: такие не нагружаются никогда.',
  'address-never-loaded-advice':
    'Укажите адрес, по которому к сервису обращаются пользователи; этот нельзя разрешить никаким списком.',
  'address-not-allowed': '‹where›, а `allowed-addresses` разрешает только ‹allowed›. Ничего не отправлено.',
  'address-none-allowed':
    '‹where›, а `allowed-addresses` не разрешает ничего, кроме этой машины. Ничего не отправлено.',
  'address-own-advice':
    'Если этот сервис можно нагружать, укажите в конфигурации: `allowed-addresses: [‹address›]`. Нагружайте только своё.',
  'address-base-advice':
    'Если этот сервис можно нагружать, сначала влейте изменение, которое указывает это в конфигурации базовой ветки (пул-реквест не может разрешить это сам себе): `allowed-addresses: [‹address›]`. Нагружайте только своё.',
  'target-not-loopback': '‹url› означает ‹addresses›, а нагружаются только сервисы этой машины.',
  'target-not-resolved': '‹url› не означает никакого адреса, а нагружаются только сервисы этой машины.',
  'target-not-loopback-advice':
    'Укажите `localhost`, `127.0.0.1` или `[::1]`. Сервис на другой машине задаётся в `target`.',
};
