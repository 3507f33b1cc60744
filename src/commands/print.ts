/** A judged run on standard output in a format for other programs. */
import { type JudgedRun, renderFormat } from '../report/formats.ts';
import { renderMarkdown } from '../report/markdown.ts';
import type { Language } from '../domain/language.ts';
import type { PrintedFormat } from './printed-format.ts';

/** The text of a format, its last line ended. Secrets are masked already. */
export function print(format: PrintedFormat, judged: JudgedRun, language: Language): string {
  switch (format) {
    case 'markdown':
      return `${renderMarkdown(judged.report, language)}\n`;
    case 'json':
      return `${JSON.stringify(judged.verdict, null, 2)}\n`;
    default:
      return renderFormat(format, judged, language);
  }
}
