/** Russian of what goes wrong with a baseline file. */
import type { BASELINE_PHRASES } from '../../domain/phrases/baseline.ts';

/** As `domain/phrases/baseline.ts`, slot by slot. */
export const baselinePhrases: Readonly<Record<keyof typeof BASELINE_PHRASES, string>> = {
  'baseline-not-a-file': 'Не удалось прочитать эталон: ‹what›.',
  'baseline-not-a-file-advice': 'Положите туда обычный файл или укажите другой (`baseline: path`).',
  'the-new-baseline': 'с новым эталоном',
  'file-of-base': '‹path› базового коммита ‹sha›',
  'file-is': '‹path› ‹why›',
  'not-a-plain-file': '‹path› не обычный файл (‹what›)',
  'more-than-a-baseline': '‹path› занимает ‹size› байт, больше, чем может занимать эталон',
  'baseline-other-suite': 'В файле ‹place› набор ‹found›, а не ‹wanted›.',
  'baseline-other-suite-advice': 'Заведите для каждого набора свой файл эталона (`baseline: path`).',
  'baseline-corrupt': 'Не удалось прочитать файл ‹place›: ‹why›.',
  'baseline-restore-advice':
    'Восстановите файл из git (`git log -- <file>`) или удалите его и снимите новый эталон: `loadgate baseline update`.',
  'json-bad-name': 'недопустимое имя ‹name› в строке ‹line› (‹problem›)',
  'text-empty': 'файл пуст',
  'text-not-utf8': 'это не UTF-8 (возможно, UTF-16)',
  'text-with-mark': 'файл начинается с метки порядка байтов',
  'baseline-invalid': 'Файл ‹place› не эталон: он устроен иначе.',
  'baseline-not-content': 'Файл ‹place› содержит указатель Git LFS, а не эталон.',
  'baseline-not-content-advice':
    'Не храните эталон в Git LFS: это текст, который должно быть удобно просматривать.',
  'baseline-conflict': 'В файле ‹place› остались метки незавершённого слияния.',
  'baseline-conflict-advice':
    'Возьмите одну из сторон целиком (`git checkout --theirs`) или снимите эталон заново: `loadgate baseline update`.',
  'baseline-newer':
    'Файл ‹place› записан более новой версией Loadgate (схема ‹schema›; эта версия читает схему ‹known›).',
  'baseline-newer-advice': 'Возьмите ту версию Loadgate, которой пользуется базовая ветка.',
  'baseline-unknown-schema': 'У файла ‹place› схема ‹schema›, которой не записывала ни одна версия Loadgate.',
  'baseline-too-large': 'Файл ‹place› больше ‹mib› МиБ.',
  'baseline-too-large-advice':
    'Храните меньше прогонов (`baseline: keep`) или заведите для каждого набора свой файл (`baseline: path`).',
};
