/** Russian: why a measurement cannot be believed, and what to do about it. */
import type { MetricName } from '../../domain/metric.ts';
import type { VoidReason } from '../../domain/verdict.ts';
import {
  ANSWERS,
  BLOCKS_GENITIVE,
  CORES_GENITIVE,
  coresOf,
  counted,
  REQUESTS_GENITIVE,
} from './ru-counts.ts';
import { agreeing, dative, genitive } from './ru-metrics.ts';
import { breakPhrase, levelOf } from './ru-search.ts';
import { workers } from './ru-workers.ts';
import type { Pen } from './words.ts';

/** In a headline. */
export function voidPhrase(reason: VoidReason, n: Pen): string {
  switch (reason.kind) {
    case 'generator-bound':
      return 'узким местом был генератор нагрузки, а не сервис';
    case 'too-few-answers':
      return `для ${genitive(reason.metric)} мало ответов (${n.count(reason.answers)})`;
    case 'no-answers':
      return 'ни один запрос не получил ожидаемого ответа';
    case 'status-mix-changed':
      return `изменилась доля ответов ${reason.status}`;
    case 'answer-size-changed':
      return 'размер ответов не такой, как в эталоне';
    case 'engine-changed':
      return `измерял движок ${n.code(reason.now)}, а эталон снят движком ${n.code(reason.before)}`;
    case 'arrivals-missed':
      return 'заданная интенсивность не выдержана, запросы некому было отправить';
    case 'no-capacity':
      return 'целевые показатели не соблюдены даже при самой малой нагрузке';
    case 'little':
      return 'число пользователей, пропускная способность и время отклика не согласуются';
    case 'memory-unread':
      return 'для роста памяти задан порог, но измерить рост не удалось';
    case 'metric-unread':
      return `для ${genitive(reason.metric)} задан порог, но измерить ${pronoun(reason.metric)} не удалось`;
    case 'metric-untold':
      return `для ${genitive(reason.metric)} задан порог, но импортированный результат ${pronoun(reason.metric)} не содержит`;
    case 'lost-answers':
      return 'запросы терялись на закрытых соединениях';
    case 'workers-unsteady':
      return workers.voidPhrase(reason, n);
    case 'null-comparison':
      return 'сборка отличается сама от себя';
    case 'order-effect':
      return 'результат зависел от того, кого измеряли первым';
    case 'outside-noise':
      return 'машину слишком сильно нагружали посторонние программы';
  }
}

const pronoun = (metric: MetricName): string => agreeing(metric, 'его', 'её', 'его');

/** What to do, in one sentence. */
export function remedy(reason: VoidReason, n: Pen): string {
  switch (reason.kind) {
    case 'generator-bound':
      return 'Дайте генератору больше ресурсов и повторите замер.';
    case 'too-few-answers':
      return 'Измеряйте дольше или с большим числом пользователей.';
    case 'no-answers':
      return 'Посмотрите журнал сервиса.';
    case 'status-mix-changed':
    case 'answer-size-changed':
      return 'Если сервис теперь и должен отвечать иначе, снимите новый эталон; если нет, это ошибка в сервисе.';
    case 'engine-changed':
      return `Если сервис теперь и должен закрывать соединения, снимите новый эталон; если нет, это ошибка в сервисе. Движок ${n.code('engine: undici')} измеряет и то и другое.`;
    case 'arrivals-missed':
      return `Уменьшите ${n.code('rate')} или, если сервис должен держать эту интенсивность при любом времени отклика, увеличьте ${n.code('max-users')}.`;
    case 'no-capacity':
      return `Начните с меньшей нагрузки или смягчите ${n.code('objective')}; если раньше сервис с этим справлялся, это регрессия.`;
    case 'little':
      return `Повторите замер с более длинной ступенью (${n.code('step')}); если это повторится, сообщите нам и приложите ${n.code('run.json')}.`;
    case 'memory-unread':
      return `Измеряйте несколько минут подряд (${n.code('executor: soak')}, ${n.code('compare: baseline')}) или уберите порог.`;
    case 'metric-unread':
      return reason.metric === 'queries-per-request'
        ? `Перечислите в ${n.code('databases')} все базы данных и дайте читать их счётчики (что прочитать не удалось и как это исправить, сказано в отчёте) или уберите порог.`
        : `Пусть Loadgate сам запускает сервис (${n.code('start')}) на машине, где этот показатель можно прочитать, или уберите порог.`;
    case 'metric-untold':
      return 'Возьмите такой вывод инструмента, где этот показатель есть, или уберите порог.';
    case 'lost-answers':
      return `Задайте ${n.code('engine: undici')} и повторите замер.`;
    case 'workers-unsteady':
      return workers.remedy(n);
    case 'null-comparison':
    case 'order-effect':
    case 'outside-noise':
      return 'Повторите замер, когда машина будет свободнее.';
  }
}

/** As a sentence, with its numbers. */
export function voidSentence(reason: VoidReason, n: Pen): string {
  switch (reason.kind) {
    case 'generator-bound':
      return `Генератор занимал ${n.share(reason.cpu)} ядра, а его цикл событий был занят ${n.share(reason.eventLoop)} времени: он измерял собственную очередь.`;
    case 'too-few-answers':
      return `Для ${genitive(reason.metric)} нужно ${counted(reason.needed, ANSWERS, n)}, а получено ${n.count(reason.answers)}.`;
    case 'no-answers':
      return 'Ни один запрос не получил ожидаемого ответа.';
    case 'status-mix-changed':
      return `Среди ожидаемых ответов доля ответов ${reason.status} составила ${n.share(reason.now)}, а в эталоне ${n.share(reason.before)}: измерена другая работа.`;
    case 'answer-size-changed':
      return `Средний размер ответа ${n.bytes(reason.now)}, а в эталоне ${n.bytes(reason.before)}: измерены другие ответы.`;
    case 'engine-changed':
      return `Измерять пришлось движком ${n.code(reason.now)}, а эталон снят движком ${n.code(reason.before)}: запрос обходится им по-разному, и сравнивать эти числа нельзя.`;
    case 'arrivals-missed':
      return `Из ${counted(reason.planned, REQUESTS_GENITIVE, n)}, положенных при заданной интенсивности, не отправлено ${n.count(reason.missed)}: все пользователи ждали ответов. Сервис не справился с интенсивностью, и измеренное время отклика относится к меньшей.`;
    case 'no-capacity':
      return `Даже при самой малой нагрузке (${levelOf(reason.search, reason.level, n)}) ${breakPhrase(reason.reason, n)}: нагрузки, при которой целевые показатели соблюдаются, не нашлось, поэтому максимальная производительность неизвестна.`;
    case 'little':
      return `При нагрузке ${levelOf('stress', reason.level, n)} пропускная способность ${n.rate(reason.throughput)} и среднее время отклика ${n.ms(reason.mean)} расходятся с законом Литтла на ${n.share(reason.gap)}. Этот закон выполняется в любой системе, значит, замер сделан неверно.`;
    case 'memory-unread':
      return 'Для роста памяти задан порог, но значения нет: прогон был слишком коротким или шёл короткими отрезками, либо память сервиса нам недоступна.';
    case 'metric-unread':
      return reason.metric === 'queries-per-request'
        ? 'Для числа обращений к БД на запрос задан порог, но значения нет: базы данных не указаны или какую-то из них не удалось отследить до конца.'
        : `Для ${genitive(reason.metric)} задан порог, но значения нет: процессы сервиса нам недоступны или эта машина таких сведений не даёт.`;
    case 'metric-untold':
      return `Для ${genitive(reason.metric)} задан порог, но значения нет: инструмент его не сообщает, а придумывать его мы не стали.`;
    case 'lost-answers':
      return `Потеряно ${n.count(reason.lost)} из ${counted(reason.sent, REQUESTS_GENITIVE, n)}: autocannon продолжает слать запросы в соединения, о закрытии которых сервис уже объявил, тогда как другие клиенты открывают новые.`;
    case 'workers-unsteady':
      return workers.voidSentence(reason, n);
    case 'null-comparison':
      return `Отрезки одной и той же сборки разошлись по ${dative(reason.metric)} на ${n.extent(reason.metric, Math.abs(reason.change))}, больше, чем допускают случайность и порог: то, что отличается само от себя, нельзя сравнивать с другим.`;
    case 'order-effect':
      return `В каждой паре отрезков более поздний отличался по ${dative(reason.metric)} (${n.change(reason.metric, reason.change)}), какая бы сборка ни шла второй: измерен порядок, а не сборки.`;
    case 'outside-noise':
      return `В ${n.count(reason.blocks)} из ${counted(reason.of, BLOCKS_GENITIVE, n)} посторонние процессы (или соседние машины того же хоста) значительную часть времени занимали до ${coresOf(reason.cores, CORES_GENITIVE, n)}.`;
  }
}
