/** English: what is around the gate. */
import type { AroundWords } from './around-words.ts';

/** What is said of it. */
export const around: AroundWords = {
  titles: { 'own-edits': 'Judged by the base commit' },
  findings: {
    'own-edits': ({ limits, settings, removed, config, baseline, base }, n) => {
      const edited = [
        ...(config === null ? [] : [`the configuration ${n.name(config)}`]),
        ...(limits.length === 0 ? [] : [`the limits of ${n.list(limits.map(n.name))}`]),
        ...(settings.length === 0
          ? []
          : [
              `the ${settings.length === 1 ? 'setting' : 'settings'} ${n.list(settings.map((key) => n.code(key)))}`,
            ]),
        ...(baseline === null ? [] : [`the accepted runs in ${n.name(baseline)}`]),
      ];
      const edits =
        edited.length === 0
          ? ''
          : `This change edits ${n.list(edited)}. It is judged by what the base commit ${n.name(base.slice(0, 12))} says; the edits count for the changes that come after it. `;
      const gone =
        removed.length === 0
          ? ''
          : `It removes ${n.list(removed.map(n.name))} from the configuration, so the limits of ${removed.length === 1 ? 'that scenario' : 'those scenarios'} judge nothing any more.`;
      return `${edits}${gone}`.trim();
    },
  },
  warnOnly: (n) => `The policy ${n.code('mode: warn-only')} lets the build pass all the same.`,
};
