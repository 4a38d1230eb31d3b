import { setTimeout } from 'node:timers/promises';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatSlot } from '../../../src/locales/format-slot.ts';
import type { WebContext, WebStores } from '../web-context.ts';

const MAX_STREAMS = 10;
const PAUSE_MS = 2000;
/** The browser opens the stream again after it. */
const MAX_TURNS = 300;

/** Creates the answer that says how the queue is, each time that changes. A browser too many is asked to come later. */
export function createLiveQueue(web: Pick<WebContext, 'now' | 'report'>) {
  let streams = 0;
  return (context: Context, stores: WebStores, audience: Audience): Response => {
    if (streams >= MAX_STREAMS) return context.text('Too many pages are open. Close some of them.', 503);
    streams += 1;
    return streamSSE(
      context,
      async (stream) => {
        try {
          let told = '';
          for (let turn = 0; turn < MAX_TURNS && !stream.aborted; turn += 1) {
            const line = await describeQueue(stores, web.now(), audience);
            if (line !== told) await stream.writeSSE({ data: line });
            told = line;
            await setTimeout(PAUSE_MS, undefined, { ref: false });
          }
        } finally {
          streams -= 1;
        }
      },
      async (error) => web.report(error),
    );
  };
}

/** How many deliveries wait and have failed, and when the next one is ready. */
export async function describeQueue({ deliveries }: WebStores, now: Date, audience: Audience): Promise<string> {
  const { t } = audience;
  const { waiting, failed, nextAt } = await deliveries.backlog();
  const next = nextAt === undefined ? [] : [t('status.next', { time: formatSlot(nextAt, now, audience) })];
  return [t('control.queueNow', { waiting, failed }), ...next].join(' · ');
}
