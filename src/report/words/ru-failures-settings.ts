/** Russian of what goes wrong with the configuration as a whole. */
import type { SETTING_PHRASES } from '../../domain/phrases/settings.ts';

/** As `domain/phrases/settings.ts`, slot by slot. */
export const settingPhrases: Readonly<Record<keyof typeof SETTING_PHRASES, string>> = {
  'config-missing': 'Конфигурации нет: файл ‹path› не существует.',
  'config-missing-advice':
    'Создайте этот файл (для начала его создаст `loadgate init`) или задайте вход `start` (как запустить сервис) либо `url` (где он уже работает).',
  'config-unreadable': 'Не удалось прочитать конфигурацию: ‹path› ‹why›.',
  'config-unreadable-advice':
    'Положите в рабочий каталог доступный для чтения текстовый файл не больше ‹kib› КиБ.',
  'file-outside': 'находится вне рабочего каталога',
  'limits-config-missing': 'Записать пороги некуда: файл ‹path› не существует.',
  'limits-config-missing-advice': 'Создайте его командой `loadgate init` и впишите строки ниже.',
  'config-invalid-one': 'Конфигурация неверна: одна ошибка в ‹where›.',
  'config-invalid': 'Конфигурация неверна, ошибок в ‹where›: ‹count›.',
  'config-invalid-inputs': 'Конфигурация неверна, ошибок во входах: ‹count›.',
  'config-invalid-input': 'Конфигурация неверна: одна ошибка во входах.',
  'config-invalid-advice': 'Исправьте указанные ниже места; все ключи перечислены в `docs/configuration.md`.',
  'more-problems': '… и ещё ‹count›',
};
