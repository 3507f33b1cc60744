/** What runs in the reader's browser: makes the charts of the report interactive, filters it, and remembers all that in its address. The page reads without it. */
/// <reference lib="dom" />
import type { PageRecord } from '../report/html/page.ts';
import { startCharts } from './charts.ts';
import { startFilters } from './filters.ts';
import { startTheme } from './theme.ts';

const record: PageRecord = JSON.parse(document.querySelector('#record')?.textContent ?? '');
const charts = startCharts(record);
startTheme(charts.repaint);
startFilters(record.words, charts.look);
