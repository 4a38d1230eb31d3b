import { expect, it } from 'vitest';
import { sendDocument } from '../../../adapters/telegram/send/document.ts';
import type { Call, Sender } from '../../../adapters/telegram/send/sender.ts';

it('uploads a file under its name, with half a minute to do so', async () => {
  const calls: Call[] = [];
  const attempt = async (call: Call) => {
    calls.push(call);
    return { message_id: 3 };
  };
  const envelope = { to: { platform: 'telegram', chat: '1' }, priority: 'answer' } as const;
  const file = { name: 'list.opml', mediaType: 'text/x-opml', text: '<opml>渡轮</opml>' };
  expect(await sendDocument(file, envelope, { attempt } as unknown as Sender)).toEqual([3]);
  expect(calls).toEqual([
    {
      method: 'sendDocument',
      envelope,
      parameters: { document: { source: Buffer.from(file.text), filename: 'list.opml' } },
      timeoutMs: 30_000,
    },
  ]);
});
