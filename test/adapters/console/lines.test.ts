import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../adapters/console/conversation.ts';
import { type AnswerOutput, answerLines } from '../../../adapters/console/lines.ts';

const echo: Pick<Conversation, 'answer'> = {
  answer: async (input) => (input.kind === 'command' ? `<${input.name}>` : ''),
};

function collector(takes = Number.POSITIVE_INFINITY) {
  const said: string[] = [];
  const output: AnswerOutput = {
    get open() {
      return said.length < takes;
    },
    async write(text) {
      said.push(text);
    },
  };
  return { said, output };
}

const forever = new AbortController().signal;

describe('answerLines', () => {
  it('answers each line in turn, whatever ends it, with a blank line between', async () => {
    const { said, output } = collector();
    const input = Readable.from([Buffer.from('one\r\n\ntwo\nth'), Buffer.from('ree')]);
    await answerLines({ input, output, conversation: echo, signal: forever });
    expect(said.join('')).toBe('<one>\n\n<two>\n\n<three>\n');
  });

  it('puts characters together that came in two pieces', async () => {
    const { said, output } = collector();
    const bytes = Buffer.from('台湾\n');
    const input = Readable.from([bytes.subarray(0, 2), bytes.subarray(2)]);
    await answerLines({ input, output, conversation: echo, signal: forever });
    expect(said).toEqual(['<台湾>\n']);
  });

  it('ends at quit', async () => {
    const { said, output } = collector();
    await answerLines({ input: Readable.from(['one\nquit\ntwo\n']), output, conversation: echo, signal: forever });
    expect(said).toEqual(['<one>\n']);
  });

  it('ends once nobody reads the answers', async () => {
    const { said, output } = collector(1);
    await answerLines({ input: Readable.from(['one\ntwo\nthree\n']), output, conversation: echo, signal: forever });
    expect(said).toEqual(['<one>\n']);
  });

  it('ends when told to, while it waits for a line', async () => {
    const { said, output } = collector();
    const stop = new AbortController();
    const waiting = answerLines({ input: new PassThrough(), output, conversation: echo, signal: stop.signal });
    stop.abort();
    await waiting;
    expect(said).toEqual([]);
  });
});
