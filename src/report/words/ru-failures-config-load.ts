/** Russian of what is wrong in a configuration with the shape of a load and its limits. */
import type { CONFIG_LOAD_PHRASES } from '../../domain/phrases/config-load.ts';

/** As `domain/phrases/config-load.ts`, slot by slot. */
export const configLoadPhrases: Readonly<Record<keyof typeof CONFIG_LOAD_PHRASES, string>> = {
  'executor-needs': 'для `executor: ‹executor›` нужен ключ `‹key›`; ‹example›',
  'say-hundred-rate': '`rate: 100` означает сто запросов в секунду',
  'say-stages': 'например, `stages: [{ duration: 30s, target: 50 }]`',
  'say-objective': 'например, `objective: { p95: 200ms }`',
  'idle-key': 'ключ `‹key›` не действует при `executor: ‹executor›`; уберите его или выберите ‹others›',
  'idle-in-soak-rate':
    'ключ `‹key›` не действует при длительной нагрузке с `rate`, где запросы приходят сами; уберите один из них',
  'idle-in-soak':
    'ключ `‹key›` не действует при длительной нагрузке без `rate`; уберите его или задайте `rate`',
  'engine-without-http2': 'движок `engine: ‹engine›` не умеет `http: 2`; укажите `engine: auto`',
  'autocannon-without': 'движок `engine: autocannon` не умеет ‹what›; укажите `engine: auto`',
  'a-think-time': 'паузы',
  'an-arrival-rate': 'заданную интенсивность',
  'that-executor': '`executor: ‹executor›`',
  'needs-deviation': 'для `distribution: normal` нужен ключ `deviation`',
  'idle-deviation': 'ключ `deviation` не действует при `distribution: exponential`; уберите его',
  'be-users': 'целое число пользователей, не больше ‹max›',
  'stages-too-short': 'вместе длятся ‹ms› мс, а измеряется не меньше `1s`',
  'stages-send-nothing':
    'ничего не отправляют: ни одна ступень с ненулевой длительностью не начинается и не кончается выше 0; поднимите `target`',
  'be-two-durations': 'две длительности, сначала меньшая, например `[500ms, 2s]`',
  'be-think-time':
    'длительность (`1s`), две длительности (`[500ms, 2s]`) или набор ключей с `distribution` и `mean`',
  'start-above-zero': 'при `executor: ‹executor›` нужно число больше 0',
  'no-way-up': 'подниматься некуда: `‹low›` равно ‹start›, `‹high›` равно ‹most›',
  'no-time-for-steps':
    'времени не хватит на ‹steps› ступеней; задайте `max-duration` не меньше ‹least› или `step` покороче',
  'idle-limit':
    'порог `‹metric›` не действует при `executor: ‹executor›`, где нагрузка и должна стать чрезмерной; ограничьте `capacity`, а что сервис должен выдерживать, укажите в `objective`',
  'no-capacity-here':
    'порог `capacity` действует только при `executor: stress` и `executor: capacity`; уберите его',
  'metric-unmeasured': 'показатель `‹metric›` ‹why›',
  'counted-by-databases':
    'считают базы данных, а ключа `databases` нет; укажите `databases: { shop: { url-from: SHOP_URL } }` с переменной, в которой хранится URL, или `off`',
  'read-from-processes':
    'читается у процессов сервиса, а без `service.start` они неизвестны; укажите, как его запускать, или `off`',
  'judged-in-one-go':
    'оценивается, когда сервис нагружают без перерывов, а при `compare: base` так не бывает; укажите `compare: auto` или `off`',
  'too-short-for-growth':
    'показатель `memory-growth` не оценивается за ‹seconds› с сценария `‹scenario›`; задайте `duration` не меньше ‹least› с (`executor: soak` длится ‹soak›) или укажите `off`',
  'be-limits': 'набор ключей с `‹change›` или `‹bound›` либо `off`',
  'scenario-count': 'нужно от 1 до ‹max› сценариев (указано: ‹got›)',
  'name-a-limit': 'хотя бы один порог',
  'say-off': 'если порога не нужно, напишите `off`',
  'second-request': 'второй запрос с именем `‹name›`; дайте одному из них другое имя (`name`)',
  'body-or-json': 'ключи `body` и `json` исключают друг друга; уберите один',
  'header-twice': 'заголовок `‹name›` задан дважды; оставьте один',
  'idle-pick': 'ключ `pick` не действует для `‹source›`; уберите его',
  'idle-weight-in-flow': 'ключ `weight` не действует внутри `flows`; уберите его',
  'idle-weight': 'ключ `weight` не действует при `order: sequence`; уберите его',
  'requests-or-flows': 'ключи `requests` и `flows` исключают друг друга; перенесите запросы в `flows`',
  'idle-order': 'ключ `order` не действует рядом с `flows`, где запросы и так идут по порядку; уберите его',
  'second-flow': 'второй элемент `flows` с именем `‹name›`; дайте ему другое имя',
};
