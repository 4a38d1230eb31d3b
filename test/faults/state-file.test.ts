import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startTelegram } from '../emulators/telegram/telegram.ts';
import { createPlace } from '../end-to-end/process.ts';
import { ferry } from '../end-to-end/snapshots.ts';

it('stops the bot when its state file is deleted, and the saved copy has everything', async () => {
  const place = await createPlace();
  const telegram = await startTelegram();
  onTestFinished(async () => {
    await telegram.stop();
    await place.remove();
  });
  await place.put({ 'data/snapshots/ferry.md': ferry });
  const settings = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot };
  const ann = telegram.addUser();
  const say = async (text: string) => {
    const seen = telegram.botMessages(ann.id).length;
    telegram.say(ann, ann.id, text);
    return await telegram.waitFor(() => telegram.botMessages(ann.id)[seen]?.text, `the answer to ${text}`);
  };

  const first = place.start([], settings);
  await say('/subscribe daily 08:00');
  const data = join(place.folder, 'data');
  for (const name of await readdir(data)) if (name.startsWith('state.sqlite')) await rm(join(data, name));
  // It looks as each minute begins.
  const stopped = await first.ended;
  expect(stopped.code).toBe(1);
  expect(stopped.err).toMatch(/^data\/state\.sqlite: it was deleted or replaced while Gazette was running\./m);

  const refused = await place.run([], { env: settings });
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(/^data\/state\.sqlite: it was deleted while Gazette was running; .+\.rescued/m);

  await rename(join(data, 'state.sqlite.rescued'), join(data, 'state.sqlite'));
  const second = place.start([], settings);
  expect(await say('/subscriptions')).toContain('every day at 08:00');
  second.child.kill('SIGTERM');
  expect(await second.ended).toMatchObject({ code: 0 });
});
