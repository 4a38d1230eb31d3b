import { collectDigest } from '../../src/digest/collect.ts';
import type { Library } from '../../src/library/library.ts';
import type { Audience } from '../../src/locales/audience.ts';
import { digestView } from '../../src/presenters/digest-view.ts';
import { parseSince } from '../../src/schedule/parse-since.ts';
import type { DigestStyle } from '../../src/subscription/digest-style.ts';
import { toSafeJson } from '../../src/text/safe-json.ts';
import type { AddressStyle } from '../../src/view/plain-address.ts';
import { renderPlainText } from '../../src/view/plain-text.ts';
import { USAGE, WrongUsage } from './command-line.ts';

export interface PrintDigestOptions {
  library: Pick<Library, 'newest' | 'article'>;
  style: DigestStyle;
  since: Date | undefined;
  json: boolean;
  now: Date;
  audience: Audience;
  colour: boolean;
  addresses?: AddressStyle;
  /** The columns of the terminal. Without it, lines are not wrapped. */
  columns?(): number | undefined;
  report(error: unknown): void;
}

/** Formats a digest of the library, or of its articles since a time, as text or as one line of JSON. */
export async function printDigest(options: PrintDigestOptions): Promise<string> {
  const { library, style, since, json, now, audience, colour, addresses, columns, report } = options;
  const title = audience.t('digest.title');
  const digest = await collectDigest(library, { period: since ?? 'ever', style, title, now, report });
  if (json) return `${toSafeJson(digest)}\n`;
  // Printed output has no buttons.
  const view = { ...digestView(digest, audience), actions: [] };
  const { language } = audience;
  const { text } = renderPlainText(view, { colour, addresses, language, width: columns?.() });
  return `${text.trimEnd()}\n`;
}

/**
 * Reads the argument of `--since`: an ISO date or instant, or anything that `/digest` accepts.
 * @throws WrongUsage
 */
export function readSince(typed: string | undefined, at: { now: Date; zone: string }): Date | undefined {
  if (typed === undefined) return undefined;
  const since = parseSince(typed, at);
  if (since !== undefined) return since;
  throw new WrongUsage(
    `I cannot read "${typed}" as a time. Try 2021-11-15, 2021-11-15T08:00:00Z or 3d.\n${USAGE.digest}`,
  );
}
