/** Every phrase of failures and of what could not be watched, in every language: its slots, its words, and what becomes of what it does not know. */
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/domain/failure.ts';
import { english, type Fact, phrase, type PhraseName, SLOT } from '../../../src/domain/phrase.ts';
import { BASELINE_PHRASES } from '../../../src/domain/phrases/baseline.ts';
import { BRANCH_PHRASES } from '../../../src/domain/phrases/branch.ts';
import { CONFIG_LOAD_PHRASES } from '../../../src/domain/phrases/config-load.ts';
import { CONFIG_REQUEST_PHRASES } from '../../../src/domain/phrases/config-requests.ts';
import { CONFIG_SERVICE_PHRASES } from '../../../src/domain/phrases/config-service.ts';
import { CONFIG_VALUE_PHRASES } from '../../../src/domain/phrases/config-values.ts';
import { K6_PHRASES } from '../../../src/domain/phrases/k6.ts';
import { LOCUST_PHRASES } from '../../../src/domain/phrases/locust.ts';
import { MEASURE_PHRASES } from '../../../src/domain/phrases/measure.ts';
import { PLATFORM_PHRASES } from '../../../src/domain/phrases/platform.ts';
import { PROBE_PHRASES } from '../../../src/domain/phrases/probes.ts';
import { SECOND_STAGE_PHRASES } from '../../../src/domain/phrases/second-stage.ts';
import { SERVICE_PHRASES } from '../../../src/domain/phrases/service.ts';
import { SETTING_PHRASES } from '../../../src/domain/phrases/settings.ts';
import { PHRASES } from '../../../src/domain/phrases/phrases.ts';
import { failureText } from '../../../src/report/failure.ts';
import { MARKDOWN_MARKS } from '../../../src/report/markdown.ts';
import { penOf } from '../../../src/report/pen.ts';
import { marksOf, tellPhrase } from '../../../src/report/phrases.ts';
import { terminalMarks } from '../../../src/report/terminal.ts';
import { ru } from '../../../src/report/words/ru.ts';
import { phrases } from '../../../src/report/words/ru-failures.ts';
import { englishIn, PLAIN_MARKS, withoutCode } from '../../fixtures/prose.ts';

const NAMES = Object.keys(PHRASES) as readonly PhraseName[];
const MARKS = marksOf(penOf(ru, PLAIN_MARKS, 1));
const slotsIn = (text: string): readonly string[] =>
  [...text.matchAll(SLOT)].map(([, slot = '']) => slot).toSorted();

/** Facts for all slots of a phrase: foreign text with marks in it. */
const sampled = (name: PhraseName): Readonly<Record<string, Fact>> =>
  Object.fromEntries(slotsIn(PHRASES[name]).map((slot) => [slot, `some foreign text of ${slot}`]));

/** Those that have words of our own, beside what fills them and what is typed. */
const WORDY = NAMES.filter((name) => /[a-z]{2}/i.test(withoutCode(PHRASES[name].replaceAll(SLOT, ''))));

/** The rooms' tables: a name that two of them have would hide one of its sentences. */
const ROOMS = [
  BASELINE_PHRASES,
  BRANCH_PHRASES,
  CONFIG_LOAD_PHRASES,
  CONFIG_REQUEST_PHRASES,
  CONFIG_SERVICE_PHRASES,
  CONFIG_VALUE_PHRASES,
  K6_PHRASES,
  LOCUST_PHRASES,
  MEASURE_PHRASES,
  PLATFORM_PHRASES,
  PROBE_PHRASES,
  SECOND_STAGE_PHRASES,
  SERVICE_PHRASES,
  SETTING_PHRASES,
];

it('no name is given twice', () => {
  expect(ROOMS.flatMap((room) => Object.keys(room)).toSorted()).toEqual(NAMES.toSorted());
});

describe.each(NAMES)('%s', (name) => {
  it('has the same slots in Russian', () => {
    expect(slotsIn(phrases[name])).toEqual(slotsIn(PHRASES[name]));
  });

  it('is told in both languages, and in Russian without an English phrase outside of code', () => {
    const said = { phrase: name, facts: sampled(name) };
    expect(english(said)).not.toMatch(/[‹›]|undefined/u);
    const told = tellPhrase(said, phrases, MARKS) ?? '';
    expect(told).not.toMatch(/[‹›]|undefined/u);
    expect(englishIn(withoutCode(told))).toEqual([]);
    expect(told.match(/`/gu)?.length ?? 0).toSatisfy((marks: number) => marks % 2 === 0);
  });
});

it.each(WORDY)('%s has words of its own in Russian', (name) => {
  expect(phrases[name]).toMatch(/[а-яё]/iu);
});

describe('what is told', () => {
  it('is untouched by what fills it', () => {
    const said = phrase('port-taken', {
      port: '‹holder›',
      holder: phrase('holder-process', { pid: '`|\n1' }),
    });
    expect(tellPhrase(said, phrases, marksOf(penOf(ru, MARKDOWN_MARKS, 1)))).toBe(
      "Порт `‹holder›` занят (процесс `'∣ 1`), поэтому запустить на нём сервис нельзя.",
    );
  });

  it('is nothing where a record names a phrase or a fact of another version', () => {
    expect(tellPhrase({ phrase: 'of-tomorrow', facts: {} }, phrases, MARKS)).toBeNull();
    expect(tellPhrase({ phrase: 'toString', facts: {} }, phrases, MARKS)).toBeNull();
    expect(tellPhrase({ phrase: 'port-taken', facts: { port: '1' } }, phrases, MARKS)).toBeNull();
    const [within, facts] = ['port-taken', { port: '1', holder: { phrase: 'of-tomorrow', facts: {} } }];
    expect(tellPhrase({ phrase: within, facts }, phrases, MARKS)).toBeNull();
  });

  it('is English as code where there are no phrases', () => {
    const failure = new Failure({
      kind: 'usage',
      code: 'two-sources',
      message: 'Too many of `them`.',
      advice: 'Less.',
    });
    const marks = terminalMarks({ colour: false });
    expect(failureText(failure.detail, 'ru', marks).message).toBe("`Too many of 'them'`.");
    expect(failureText(failure.detail, 'en', marks).message).toBe('Too many of `them`.');
  });
});
