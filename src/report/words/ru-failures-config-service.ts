/** Russian of what is wrong in a configuration with services, targets and what is watched. */
import type { CONFIG_SERVICE_PHRASES } from '../../domain/phrases/config-service.ts';

/** As `domain/phrases/config-service.ts`, slot by slot. */
export const configServicePhrases: Readonly<Record<keyof typeof CONFIG_SERVICE_PHRASES, string>> = {
  'be-own-url': 'адрес HTTP или HTTPS на этой машине, например `http://127.0.0.1:{port}`',
  'say-port-place': '`{port}` ставится после имени машины',
  'say-no-user': 'уберите имя пользователя и пароль',
  'say-no-query': 'то, что идёт после `?` и `#`, указывается в запросах',
  'say-loopback':
    'здесь нагружаются только адреса этой машины (`localhost`, `127.0.0.1`, `[::1]`); сервис на другой машине задаётся в `target`',
  'say-port-zero': 'порта 0 не бывает',
  'address-is': 'адрес ‹address› ‹why›',
  'be-url': 'адрес HTTP или HTTPS, например `https://api.example.com`',
  'be-loadable-url': 'адрес машины, которую можно нагружать',
  'say-host-as': 'запишите имя машины как ‹host›',
  'say-no-dot': 'уберите точку в конце имени машины',
  'say-host-no-name': 'это не имя машины',
  'say-path-as': 'запишите путь как ‹path›',
  'say-scheme': 'начните с `http://` или `https://`',
  'say-unreadable-url': 'прочитать его как адрес нельзя',
  'say-punycode': 'имена не латиницей записывайте в виде `xn--…`, без пробелов',
  'say-plainly': 'запишите его без ухищрений',
  'be-allowed': 'IP-адрес, сеть вида `10.0.0.0/8` или имя машины',
  'be-loadable': 'адрес, который можно нагружать',
  'say-only-host': 'уберите схему, порт и путь',
  'say-top-level': 'весь домен верхнего уровня разрешить нельзя',
  'say-give-database':
    'передайте её шагу или оболочке, где работает Loadgate, или уберите базу данных (у пул-реквестов из форков и от Dependabot секретов нет)',
  'be-database-url': 'имя переменной окружения, в которой хранится URL, начинающийся с ‹schemes› или ‹last›',
  'say-database-url':
    'запишите его как `postgres://user:password@127.0.0.1:5432/shop`, закодировав особые символы пароля через знак процента',
  'be-project': 'имя проекта compose: строчные латинские буквы, цифры, дефисы, подчёркивания и `{port}`',
  'say-compose-ls': 'их показывает `docker compose ls`',
  'be-container': 'имя контейнера: латинские буквы, цифры, точки, дефисы, подчёркивания и `{port}`',
  'say-docker-ps': 'их показывает `docker ps`',
  'be-pem': 'файл PEM с сертификатами в рабочем каталоге',
  'pem-empty': 'не содержит `-----BEGIN CERTIFICATE-----`',
  'pem-broken': 'содержит что-то другое на месте сертификата номер ‹number›',
  'be-port': 'порт от 1 до 65535 или `free`',
  'be-ready': 'путь, например `/health`, или `tcp`',
  'be-true': 'значение `true`',
  'say-leave-out': 'или уберите этот ключ',
  'be-false': 'значение `false`',
  'say-verified': 'или уберите этот ключ: тогда сертификат проверяется',
  'be-variable-name': 'имя переменной окружения',
  'not-of-runner': 'имя переменной, которая не принадлежит раннеру',
  'say-own-variable': 'передайте значение в переменной со своим именем',
  'be-ready-block': 'путь, например `/health`, `tcp` или набор ключей с одним из ‹kinds›',
  'base-of-deployed':
    'для `base` нужен `service.start`: то, что развёрнуто по адресу `target`, есть только в одном коммите; напишите `compare: baseline`',
  'base-of-running':
    'для `base` нужен `service.start`: сервис, который уже работает, нельзя запустить в другом коммите',
  'be-inside': 'путь внутри рабочего каталога',
  'be-outside-github': 'путь вне `.github`',
  'idle-service-key':
    'ключ `service.‹key›` не действует без `service.start`; задайте `start` или уберите этот ключ',
  'service-needs': 'в `service` нужен `start` (как запускать) или `url` (где сервис уже работает)',
  'name-the-port': 'адрес с номером порта',
  'say-port-needs-start': 'для `{port}` нужен `service.start`',
  'be-port-of-url': 'тот же порт, что в `service.url`',
  'say-port': 'укажите ‹port› или напишите в URL `{port}`',
  'tls-needs-url': 'для `‹of›.tls` нужен URL с TLS; укажите `url: ‹example›` или уберите этот ключ',
  'log-needs-start':
    'для `‹path›.log` нужен `service.start`: у сервиса, который уже работает, журнал в другом месте',
  'write-port': 'порт в виде `{port}`',
  'needs-service':
    'нужен `service` (как запускать сервис или где он работает на этой машине) или `target` (где он развёрнут)',
  'service-or-target':
    '`target` задаётся вместо `service`; оставьте то, что нагружается (входы `start`, `url`, `ready` и подобные относятся к `service`)',
  'target-needs-url': 'в `target` нужен `url` или `url-from` (переменная окружения, в которой он хранится)',
  'target-url-twice': 'в `target` заданы и `url`, и `url-from`; оставьте что-то одно',
  'monitoring-needs-query': 'в `target.monitoring` нужен запрос: `cpu`, `memory` или оба',
  'idle-query': '`target.monitoring.‹key›` — запрос к Prometheus; по SSH и так читается всё',
  'be-watched-host': 'имя хоста или IP-адрес; для пользователя и порта есть свои ключи',
  'be-ssh-user': 'имя пользователя',
  'be-ssh-file': 'путь из букв латиницы, цифр и знаков `._@+/-`; в начале может стоять `~/`',
  'be-pid-file': 'абсолютный путь из букв латиницы, цифр и знаков `._@+/-`',
  'be-process-name': 'имя процесса без пробелов, как в /proc/PID/comm',
  'say-give-target':
    'передайте её шагу или оболочке, где работает Loadgate; переменные с именами секретов (`…_TOKEN`, `…_KEY`) не читаются',
  'be-target-variable':
    'имя переменной окружения с адресом HTTP или HTTPS, в котором нет ничего, кроме имени машины',
  'say-target-url':
    'пусть в ней будет что-то вроде `https://pr-12.preview.example.com`; пути указываются в запросах',
};
