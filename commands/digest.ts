import { defineCommand } from '../src/chat/command.ts';
import { UsageError } from '../src/chat/usage-error.ts';
import { collectDigest } from '../src/digest/collect.ts';
import { styles } from '../src/digest/digest.ts';
import { parseSince } from '../src/digest/since.ts';
import type { Reader } from '../src/locales/reader.ts';
import type { Library } from '../src/ports.ts';
import { digestView } from '../src/view/digest-view.ts';

/** More than these would bury a chat. */
const LIMITS = { headlines: 30, brief: 10, full: 10 } as const;
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** `/digest since? style?`: the digest now, of the last 24 hours unless told otherwise. */
export const digestCommand = ({ library, now }: { library: Pick<Library, 'newest' | 'article'>; now: () => Date }) =>
  defineCommand({
    name: 'digest',
    aliases: ['文摘'],
    summary: 'command.digest',
    examples: 'examples.digest',
    args: {
      since: { kind: 'text', summary: 'arg.since', optional: true },
      style: {
        kind: 'text',
        summary: 'arg.style',
        optional: true,
        choices: styles,
        synonyms: {
          ...{ titles: 'headlines', 标题: 'headlines', 標題: 'headlines' },
          ...{ short: 'brief', 简要: 'brief', 簡要: 'brief', 摘要: 'brief' },
          ...{ 完整: 'full', 全部: 'full', 全文: 'full' },
        },
      },
    },
    async run({ since, style = 'brief' }, reader) {
      const at = now();
      const period = since === undefined ? 'lately' : readSince(since, at, reader);
      const title = since === undefined ? reader.t('digest.daily') : reader.t('digest.title');
      return digestView(await collectDigest(library, { period, style, title, now: at, limit: LIMITS[style] }), reader);
    },
  });

function readSince(typed: string, now: Date, { t, zone }: Reader): Date {
  const since = parseSince(typed, { now, zone });
  if (since === undefined) {
    const example = new Date(now.getTime() - MONTH_MS).toISOString().slice(0, 10);
    throw new UsageError(t('wrong.since', { typed, example }));
  }
  if (since.getTime() > now.getTime()) throw new UsageError(t('wrong.future', { typed }));
  return since;
}
