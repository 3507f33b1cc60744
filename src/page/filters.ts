/** Filters by scenario and request, and links that lead to what they hide or fold. */
/// <reference lib="dom" />
import { type Address, readAddress, writeAddress } from './address.ts';

interface FilterWords {
  /** With `{scenarios}`, `{allScenarios}`, `{requests}` and `{allRequests}`. */
  readonly shown: string;
}

/** The controls of the page. */
interface Controls {
  readonly form: HTMLFormElement;
  readonly scenario: HTMLSelectElement;
  readonly request: HTMLInputElement;
  readonly clear: HTMLButtonElement;
  readonly shown: HTMLElement;
}

/** Shows the controls and makes them work. `look` is called after something has come to light. */
export function startFilters(words: FilterWords, look: () => void): void {
  const controls = find();
  if (controls === null) return;
  controls.form.hidden = false;
  const filter = (at = ''): void => {
    const chosen = { scenario: controls.scenario.value, request: controls.request.value.trim() };
    history.replaceState(null, '', writeAddress({ ...chosen, at }) || location.pathname + location.search);
    show(chosen, controls, words);
    look();
  };
  controls.form.addEventListener('input', (event) => {
    if (event.target !== document.querySelector('#theme')) filter();
  });
  controls.form.addEventListener('submit', (event) => event.preventDefault());
  controls.clear.addEventListener('click', (event) => {
    event.preventDefault();
    set(controls, { scenario: '', request: '' });
    filter();
    controls.scenario.focus();
  });
  followLinks(controls, filter);
  const read = (): void => {
    const address = readAddress(location.hash);
    if (address.scenario !== null) set(controls, address);
    show({ scenario: controls.scenario.value, request: controls.request.value.trim() }, controls, words);
    reveal(address.at, controls, filter);
    look();
  };
  addEventListener('hashchange', read);
  read();
}

function find(): Controls | null {
  const form = document.querySelector<HTMLFormElement>('#controls');
  const scenario = document.querySelector<HTMLSelectElement>('#filter-scenario');
  const request = document.querySelector<HTMLInputElement>('#filter-request');
  const clear = document.querySelector<HTMLButtonElement>('#filter-clear');
  const shown = document.querySelector<HTMLElement>('#shown');
  if (form === null || scenario === null || request === null || clear === null || shown === null) return null;
  return { form, scenario, request, clear, shown };
}

/** A scenario that the page does not have filters nothing. */
function set({ scenario, request }: Controls, wanted: Pick<Address, 'scenario' | 'request'>): void {
  const known = [...scenario.options].some(({ value }) => value === wanted.scenario);
  scenario.value = known ? wanted.scenario : '';
  request.value = wanted.request;
}

/** Hides what the filters leave out, and says how much is left. */
function show(
  { scenario, request }: Pick<Address, 'scenario' | 'request'>,
  controls: Controls,
  words: FilterWords,
): void {
  const part = request.toLowerCase();
  const rows = [...document.querySelectorAll<HTMLElement>('[data-request]')];
  for (const row of rows)
    row.hidden = !(row.querySelector('th')?.textContent ?? '').toLowerCase().includes(part);
  for (const each of document.querySelectorAll<HTMLElement>('[data-scenario]')) {
    each.hidden = scenario !== '' && each.dataset['scenario'] !== scenario;
  }
  const articles = [...document.querySelectorAll<HTMLElement>('article[data-scenario]')];
  // A scenario without such a request has nothing to show.
  for (const article of articles) {
    if (part !== '' && article.querySelector('[data-request]:not([hidden])') === null) article.hidden = true;
  }
  const left = articles.filter(({ hidden }) => !hidden);
  const visible = rows.filter((row) => !row.hidden && row.closest('article')?.hidden !== true);
  const filtered = scenario !== '' || part !== '';
  controls.clear.hidden = !filtered;
  const numbers: Readonly<Record<string, number>> = {
    scenarios: left.length,
    allScenarios: articles.length,
    requests: visible.length,
    allRequests: rows.length,
  };
  controls.shown.textContent = filtered
    ? words.shown.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(numbers[name] ?? ''))
    : '';
  const nothing = document.querySelector<HTMLElement>('#nothing-shown');
  if (nothing !== null) nothing.hidden = left.length > 0;
}

/** While something is filtered, a link inside the page keeps the filters in the address. */
function followLinks(controls: Controls, filter: (at: string) => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const at = link?.getAttribute('href')?.slice(1) ?? '';
    if (at === '' || (controls.scenario.value === '' && controls.request.value === '')) return;
    event.preventDefault();
    filter(at);
    reveal(at, controls, filter);
  });
}

/** Opens what folds the target away, gives up the filters that hide it, and goes there. */
function reveal(at: string, controls: Controls, filter: (at: string) => void): void {
  const target = at === '' ? null : document.getElementById(at);
  if (target === null) return;
  if (target.closest('[hidden]') !== null) {
    set(controls, { scenario: '', request: '' });
    filter(at);
  }
  for (
    let fold = target.closest('details');
    fold !== null;
    fold = fold.parentElement?.closest('details') ?? null
  ) {
    fold.open = true;
  }
  target.scrollIntoView();
  // The next Tab goes on from there.
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
}
