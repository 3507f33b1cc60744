/** Russian: a run that could not be measured. */
import type { FailureWords } from './failure-words.ts';

/** Failures in Russian. */
export const failure: FailureWords = {
  headline: {
    usage: 'Не удалось начать',
    'not-measured': 'Не удалось измерить',
    cancelled: 'Отменено',
  },
  whatToDo: 'Что делать',
  lines: 'Что было видно',
  noVerdict: 'Вердикта о сервисе нет: ничего не оценивалось.',
  shortened: 'Сокращено.',
  page: {
    skip: 'Перейти к сути',
    tried: 'Что предполагалось измерить',
    code: 'Код сбоя',
    failedAt: 'Время сбоя',
    workflowRun: 'Запуск рабочего процесса',
    rows: {
      config: 'Файл конфигурации',
      suite: 'Набор сценариев',
      address: 'Адрес',
      folder: 'Рабочий каталог',
      build: 'Команда сборки',
      start: 'Команда запуска',
      scenarios: 'Сценарии',
      compare: 'С чем сравнивать',
    },
    compare: {
      baseline: 'с эталоном',
      base: 'с базовым коммитом, измеряемым рядом',
      auto: 'с эталоном, а если его недостаточно — с базовым коммитом',
    },
    unknownAddress: 'неизвестен',
    serviceLog: (file) => `Если сервис был запущен, его журнал — в файле ${file} в каталоге отчёта.`,
  },
};
