/** Light or dark: as the system has it, or as the reader chose, which their browser keeps. */
/// <reference lib="dom" />

/** Where the choice is kept. */
const KEY = 'loadgate-theme';

/** Makes the choice work. `changed` is called whenever the colours are others. */
export function startTheme(changed: () => void): void {
  const select = document.querySelector<HTMLSelectElement>('#theme');
  const apply = (theme: string): void => {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
    else delete document.documentElement.dataset['theme'];
    changed();
  };
  const kept = keep();
  if (select !== null && kept !== '') {
    select.value = kept;
    apply(kept);
  }
  select?.addEventListener('change', () => {
    keep(select.value);
    apply(select.value);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}

/** Reads the choice, or keeps a new one. Browsers may refuse either for files: then it holds until the page is closed. */
function keep(theme?: string): string {
  try {
    if (theme !== undefined) localStorage.setItem(KEY, theme);
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
