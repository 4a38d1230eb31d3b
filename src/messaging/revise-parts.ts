import { DeliveryError } from '../delivery/delivery-error.ts';
import type { Revision } from '../delivery/revisions/reviser.ts';

/**
 * Edits the messages of a delivery that look different now, in order. Rejects as refused, before any edit, if a part of it
 * was added or removed, or became several messages.
 */
export async function reviseParts<Message>(
  { before, after }: { before: readonly Message[]; after: readonly Message[] },
  { confirmedParts }: Pick<Revision, 'confirmedParts'>,
  edit: (message: Message, ids: readonly string[], part: number) => Promise<void>,
): Promise<void> {
  const counts = new Set([before.length, after.length, confirmedParts.length]);
  if (counts.size > 1) throw refusal(`it would have ${after.length} parts, and ${confirmedParts.length} were sent`);
  for (const [part, message] of after.entries()) {
    if (JSON.stringify(message) !== JSON.stringify(before[part])) await edit(message, confirmedParts[part] ?? [], part);
  }
}

/** The refusal of a revision that the messages do not allow. */
export function refusal(why: string): DeliveryError {
  const error = new DeliveryError('refused');
  error.message = `Not revised: ${why}.`;
  return error;
}
