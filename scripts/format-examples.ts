/** The examples of docs/formats.md: excerpts of what the golden stories come to, so that they are what the program writes. */
import { renderOpenMetrics } from '../src/report/openmetrics.ts';
import { renderJunit } from '../src/report/junit.ts';
import { renderTimeline } from '../src/report/timeline-csv.ts';
import { STORIES } from '../test/golden/report/stories.ts';
import { tell } from '../test/fixtures/told.ts';

/** A generated part of the page. */
export interface FormatExample {
  /** Of its markers. */
  readonly name: string;
  readonly text: string;
}

/** Families that show each kind of sample. */
const SHOWN =
  /^(?:# \w+ )?loadgate_(?:verdict|latency_seconds|latency_reference_seconds|error_rate_limit_ratio|change_ratio|requests)\b/u;

/** One example for each format. */
export function formatExamples(): readonly FormatExample[] {
  const story = STORIES['regression'];
  if (story === undefined) throw new Error('the examples are made of the story "regression"');
  const { plan, run, verdict, report } = tell(story);
  const [scenario] = verdict.scenarios;
  const metrics = renderOpenMetrics(run, verdict).split('\n');
  return [
    {
      name: 'verdict',
      text: fenced('json', JSON.stringify({ ...verdict, scenarios: ['…'] }, null, 2)),
    },
    { name: 'judgement', text: fenced('json', JSON.stringify(scenario?.judgements[0], null, 2)) },
    { name: 'junit', text: fenced('xml', renderJunit(report, plan.policy, 'en').trim()) },
    {
      name: 'openmetrics',
      text: fenced('text', [...metrics.filter((line) => SHOWN.test(line)), '# EOF'].join('\n')),
    },
    { name: 'csv', text: fenced('text', renderTimeline(run).split('\r\n').slice(0, 4).join('\n')) },
  ];
}

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;
