/** Russian of every phrase of failures, and of what could not be watched. */
import { probePhrases } from './ru-unwatched.ts';
import type { PhraseWords } from './phrase-words.ts';
import { baselinePhrases } from './ru-failures-baseline.ts';
import { branchPhrases } from './ru-failures-branch.ts';
import { configLoadPhrases } from './ru-failures-config-load.ts';
import { configRequestPhrases } from './ru-failures-config-requests.ts';
import { configServicePhrases } from './ru-failures-config-service.ts';
import { configValuePhrases } from './ru-failures-config-values.ts';
import { k6Phrases } from './ru-failures-k6.ts';
import { locustPhrases } from './ru-failures-locust.ts';
import { measurePhrases } from './ru-failures-measure.ts';
import { platformPhrases } from './ru-failures-platform.ts';
import { secondStagePhrases } from './ru-failures-second-stage.ts';
import { servicePhrases } from './ru-failures-service.ts';
import { settingPhrases } from './ru-failures-settings.ts';

/** All of them: the compiler asks for one that is missing. */
export const phrases: PhraseWords = {
  ...servicePhrases,
  ...platformPhrases,
  ...measurePhrases,
  ...baselinePhrases,
  ...branchPhrases,
  ...probePhrases,
  ...settingPhrases,
  ...configValuePhrases,
  ...configLoadPhrases,
  ...configRequestPhrases,
  ...configServicePhrases,
  ...locustPhrases,
  ...k6Phrases,
  ...secondStagePhrases,
};
