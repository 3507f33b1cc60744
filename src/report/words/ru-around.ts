/** Russian: what is around the gate. */
import type { AroundWords } from './around-words.ts';

/** What is said of it. */
export const around: AroundWords = {
  titles: { 'own-edits': 'Правила берутся из базового коммита' },
  findings: {
    'own-edits': ({ limits, settings, removed, config, baseline, base }, n) => {
      const edited = [
        ...(config === null ? [] : [`файл конфигурации ${n.name(config)}`]),
        ...(limits.length === 0
          ? []
          : [`пороги ${limits.length === 1 ? 'сценария' : 'сценариев'} ${n.list(limits.map(n.name))}`]),
        ...(settings.length === 0
          ? []
          : [
              `${settings.length === 1 ? 'настройку' : 'настройки'} ${n.list(settings.map((key) => n.code(key)))}`,
            ]),
        ...(baseline === null ? [] : [`принятые прогоны в файле ${n.name(baseline)}`]),
      ];
      const edits =
        edited.length === 0
          ? ''
          : `Изменение правит ${n.list(edited)}. Вердикт вынесен по базовому коммиту ${n.name(base.slice(0, 12))}; правки начнут действовать для следующих изменений. `;
      const gone =
        removed.length === 0
          ? ''
          : `Из конфигурации ${removed.length === 1 ? 'удалён сценарий' : 'удалены сценарии'} ${n.list(removed.map(n.name))}: ${removed.length === 1 ? 'его' : 'их'} пороги больше ничего не проверяют.`;
      return `${edits}${gone}`.trim();
    },
  },
  warnOnly: (n) => `Политика ${n.code('mode: warn-only')} всё равно пропускает сборку.`,
};
