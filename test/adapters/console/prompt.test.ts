import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type PromptOptions, runPrompt } from '../../../adapters/console/prompt.ts';
import { createTranslator } from '../../../src/locales/translator.ts';

function unwanted(error: unknown): void {
  expect.unreachable(String(error));
}

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const UP = '\u001b[A';

/** A prompt at a terminal made of two streams; `type` waits until the prompt has taken it in. */
function open(overrides: Partial<PromptOptions> = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  const saved: string[][] = [];
  const asked: string[] = [];
  const stop = new AbortController();
  const ended = runPrompt({
    input,
    output,
    conversation: {
      async answer(typed) {
        if (typed.kind !== 'command') return '';
        asked.push(`${typed.name} ${typed.input}`.trim());
        return `answer to ${typed.name}`;
      },
    },
    complete: async () => ({ typed: '', choices: [] }),
    columns: () => undefined,
    history: {
      load: async () => ['/help'],
      save: (lines) => void saved.push([...lines]),
      saved: async () => undefined,
    },
    colour: false,
    t: createTranslator('en'),
    report: unwanted,
    signal: stop.signal,
    ...overrides,
  });
  const settle = () => new Promise((done) => setImmediate(() => setImmediate(() => setImmediate(done))));
  async function type(...keys: string[]): Promise<void> {
    await settle();
    for (const key of keys) {
      input.write(key);
      await settle();
    }
  }
  return { type, ended, stop, saved, asked, screen: () => String(output.read() ?? '') };
}

describe('the prompt', () => {
  it('answers what is typed and ends at quit', async () => {
    const { type, ended, asked, screen, saved } = open();
    await type('/articles\r', 'quit\r');
    await ended;
    expect(asked).toEqual(['articles']);
    expect(screen()).toContain('\nanswer to articles\n\n');
    expect(saved[0]).toEqual(['/articles', '/help']);
  });

  it('answers pasted lines in their order', async () => {
    const { type, ended, asked } = open();
    await type('/one\r/two\r/three\r', CTRL_D);
    await ended;
    expect(asked).toEqual(['one', 'two', 'three']);
  });

  it('goes back to what was typed before', async () => {
    const { type, ended, asked } = open();
    await type(UP, '\r', CTRL_D);
    await ended;
    expect(asked).toEqual(['help']);
  });

  it('drops the line at Ctrl-C, and goes on', async () => {
    const { type, ended, asked, screen } = open();
    await type('/wrong', CTRL_C, '/right\r', CTRL_D);
    await ended;
    expect(asked).toEqual(['right']);
    expect(screen()).toContain('/wrong^C\n');
  });

  it('leaves at the second Ctrl-C in a row', async () => {
    const { type, ended, asked, screen } = open();
    await type(CTRL_C, '/still\r', CTRL_C, CTRL_C);
    await ended;
    expect(asked).toEqual(['still']);
    expect(screen().match(/Press Ctrl-C again/g)).toHaveLength(2);
  });

  it('ends when told to', async () => {
    const { type, ended, stop } = open();
    await type('/half a li');
    stop.abort();
    await expect(ended).resolves.toBeUndefined();
  });

  it('finishes an answer that was begun', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { type, ended, stop, screen } = open({ conversation: { answer: () => promise } });
    await type('/slow\r');
    stop.abort();
    resolve('at last');
    await ended;
    expect(screen()).toContain('at last');
  });

  it('completes with Tab', async () => {
    const choices = [{ value: 'articles', label: 'The newest' }];
    const { type, ended, asked } = open({ complete: async () => ({ typed: 'ar', choices }) });
    await type('/ar', '\t', '\r', CTRL_D);
    await ended;
    expect(asked).toEqual(['articles']);
  });

  it('shows the choices above the line, which stays', async () => {
    const choices = [
      { value: 'abc', label: 'One' },
      { value: 'xyz', label: 'Two' },
    ];
    const { type, ended, asked, screen } = open({ complete: async () => ({ typed: '台', choices }) });
    await type('/article 台', '\t', '湾\r', CTRL_D);
    await ended;
    expect(screen()).toContain('\n  abc  One\n  xyz  Two\n');
    expect(asked).toEqual(['article 台湾']);
  });

  it('survives a completion that fails, and reports it', async () => {
    const told: unknown[] = [];
    const complete = () => Promise.reject(new Error('closed'));
    const { type, ended, asked } = open({ complete, report: (error) => told.push(error) });
    await type('/ar', '\t', 'x\r', CTRL_D);
    await ended;
    expect(asked).toEqual(['arx']);
    expect(told).toHaveLength(1);
  });
});
