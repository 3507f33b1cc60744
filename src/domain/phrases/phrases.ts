/** The English of every phrase, by room: what a language has to say, and the text that errors and records hold. A slot `‹x›` is filled by the fact `x`. */
import { BASELINE_PHRASES } from './baseline.ts';
import { BRANCH_PHRASES } from './branch.ts';
import { CONFIG_LOAD_PHRASES } from './config-load.ts';
import { CONFIG_REQUEST_PHRASES } from './config-requests.ts';
import { CONFIG_SERVICE_PHRASES } from './config-service.ts';
import { CONFIG_VALUE_PHRASES } from './config-values.ts';
import { K6_PHRASES } from './k6.ts';
import { LOCUST_PHRASES } from './locust.ts';
import { MEASURE_PHRASES } from './measure.ts';
import { PLATFORM_PHRASES } from './platform.ts';
import { PROBE_PHRASES } from './probes.ts';
import { SECOND_STAGE_PHRASES } from './second-stage.ts';
import { SERVICE_PHRASES } from './service.ts';
import { SETTING_PHRASES } from './settings.ts';

/** All of them, each name once. */
export const PHRASES = {
  ...SERVICE_PHRASES,
  ...PLATFORM_PHRASES,
  ...MEASURE_PHRASES,
  ...BASELINE_PHRASES,
  ...BRANCH_PHRASES,
  ...PROBE_PHRASES,
  ...SETTING_PHRASES,
  ...CONFIG_VALUE_PHRASES,
  ...CONFIG_LOAD_PHRASES,
  ...CONFIG_REQUEST_PHRASES,
  ...CONFIG_SERVICE_PHRASES,
  ...LOCUST_PHRASES,
  ...K6_PHRASES,
  ...SECOND_STAGE_PHRASES,
} as const;
