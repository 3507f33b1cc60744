/** Russian: the thresholds of a script of k6. */
import type { ThresholdWords } from './threshold-words.ts';

/** What is said of them. */
export const thresholds: ThresholdWords = {
  title: 'Пороги скрипта k6',
  columns: {
    metric: 'Показатель k6',
    threshold: 'Порог',
    measured: 'По данным k6',
    result: 'Результат',
  },
  results: { kept: 'соблюдён', crossed: 'нарушен', untold: 'нет результата' },
  caption: (several) =>
    `${several ? 'k6 запускался несколько раз и проверял пороги по каждому прогону целиком, вместе с прогревом; приведён худший результат.' : 'k6 проверил пороги по всему прогону вместе с прогревом.'} Они заданы в скрипте и на вердикт не влияют.`,
  folded: (count, untold, n) => {
    const kept = count - untold;
    const parts = [
      ...(kept === 0 ? [] : [`соблюдено ${n.count(kept)}`]),
      ...(untold === 0 ? [] : [`без результата ${n.count(untold)}`]),
    ];
    return `Пороги скрипта k6: ${parts.join(', ')}`;
  },
};
