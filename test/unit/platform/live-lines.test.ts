/** Lines that replace themselves, on a screen. */
import { describe, expect, it } from 'vitest';
import { openLiveLines } from '../../../src/platform/live-lines.ts';
import { openScreen, type Screen } from '../../fixtures/screen.ts';

const opened = (
  columns = 40,
): { readonly screen: Screen; readonly lines: ReturnType<typeof openLiveLines> } => {
  const screen = openScreen(columns);
  screen.write('before\n');
  return { screen, lines: openLiveLines(screen, (line) => line.length) };
};

describe('live lines', () => {
  it('take the place of those before, whether there are more or fewer of them, longer or shorter', () => {
    const { screen, lines } = opened();
    lines.show(['one', 'a long second line']);
    expect(screen.lines()).toEqual(['before', 'one', 'a long second line']);
    lines.show(['another', 'two', 'three']);
    expect(screen.lines()).toEqual(['before', 'another', 'two', 'three']);
    lines.show(['last']);
    expect(screen.lines()).toEqual(['before', 'last']);
  });

  it('leave nothing behind, and what is written then stands where they stood', () => {
    const { screen, lines } = opened();
    lines.show(['\u001b[1mone\u001b[22m', 'two']);
    expect(lines.isShown).toBe(true);
    lines.clear();
    expect(lines.isShown).toBe(false);
    screen.write('after\n');
    expect(screen.lines()).toEqual(['before', 'after']);
    lines.show(['again']);
    expect(screen.lines()).toEqual(['before', 'after', 'again']);
  });

  it('write nothing when there is nothing to clear', () => {
    const { screen, lines } = opened();
    lines.clear();
    screen.write('same line');
    lines.clear();
    expect(screen.lines()).toEqual(['before', 'same line']);
  });

  it.each([10, 13, 20, 39])('are found again in a terminal that was made narrower: %d columns', (columns) => {
    const { screen, lines } = opened();
    lines.show(['x'.repeat(39), 'y'.repeat(25), 'z'.repeat(12)]);
    screen.resize(columns);
    lines.show(['short', 'lines']);
    expect(screen.lines()).toEqual(['before', 'short', 'lines']);
  });

  it('are found again in a terminal that was made narrower and then wider', () => {
    const { screen, lines } = opened();
    lines.show(['x'.repeat(39), 'y'.repeat(39)]);
    screen.resize(20);
    lines.show(['x'.repeat(19), 'y'.repeat(19)]);
    screen.resize(80);
    expect(screen.lines()).toEqual(['before', 'x'.repeat(19), 'y'.repeat(19)]);
    lines.show(['short']);
    expect(screen.lines()).toEqual(['before', 'short']);
  });

  it('are found again in a terminal that was made wider', () => {
    const { screen, lines } = opened();
    lines.show(['x'.repeat(39), 'y'.repeat(39)]);
    screen.resize(120);
    lines.show(['short']);
    expect(screen.lines()).toEqual(['before', 'short']);
  });
});
