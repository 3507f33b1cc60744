/** Inputs of the step: what they mean, and all that is wrong with them, in both languages. */
import { describe, expect, it } from 'vitest';
import { NOTHING_ASKED, readStepInputs } from '../../../src/config/step-inputs.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { failureText } from '../../../src/report/failure.ts';
import { terminalMarks } from '../../../src/report/terminal.ts';

type Inputs = Readonly<Record<string, string>>;
const read = (inputs: Inputs) => readStepInputs((name) => inputs[name] ?? null);

function refusal(inputs: Inputs): Failure {
  try {
    read(inputs);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('these inputs were to be refused');
}

describe('the inputs of the step', () => {
  it('have defaults', () => expect(read({})).toEqual(NOTHING_ASKED));

  it('say what the step is for', () => {
    const inputs = { mode: 'publish', artifacts: 'left', 'check-run': 'perf', variant: 'node-24' };
    expect(read({ ...inputs, 'comment-scope': 'pull-request' })).toEqual({
      mode: 'publish',
      artifacts: 'left',
      checkRun: 'perf',
      variant: 'node-24',
      commentScope: 'pull-request',
    });
  });

  it('are refused with everything that is wrong, in both languages', () => {
    const { detail, exitCode } = refusal({ mode: 'Publish', artifacts: 'left', variant: 'a\nb' });
    expect([detail.code, exitCode]).toEqual(['input-invalid', 3]);
    expect(detail.message).toBe(
      'The inputs of the step are not valid: mode: must be one of run, measure, publish, not "Publish"; variant: must be one line of at most 100 characters; artifacts: only `mode: publish` reads it.',
    );
    expect(failureText(detail, 'ru', terminalMarks({ colour: false })).message).toBe(
      'Входы шага заданы неверно: `mode`: нужно одно из значений `run, measure, publish`, а не `Publish`; `variant`: нужна одна строка не длиннее 100 символов; `artifacts`: действует только при `mode: publish`.',
    );
  });

  it('ask for the folder that is to be published', () => {
    expect(refusal({ mode: 'publish' }).message).toContain(
      'artifacts: `mode: publish` needs the folder that the artifacts were downloaded to',
    );
  });

  it('are told in Russian however many are wrong', () => {
    const long = 'x'.repeat(101);
    const all = { mode: 'a', artifacts: 'b', 'check-run': long, variant: long, 'comment-scope': 'c' };
    const { message } = failureText(refusal(all).detail, 'ru', terminalMarks({ colour: false }));
    expect(message.match(/; `/g)?.length).toBe(4);
    expect(message).toMatch(/^Входы шага/);
  });
});
