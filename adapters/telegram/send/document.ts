import type { TextFile } from '../../../src/view/view.ts';
import type { Envelope, Sender, Sent } from './sender.ts';

/** An upload takes longer than a text. */
const TIMEOUT_MS = 30_000;

/** Uploads a file; the message ids. */
export async function sendDocument({ name, text }: TextFile, envelope: Envelope, sender: Sender): Promise<number[]> {
  const parameters = { document: { source: Buffer.from(text), filename: name } };
  return [
    (await sender.attempt<Sent>({ method: 'sendDocument', envelope, parameters, timeoutMs: TIMEOUT_MS })).message_id,
  ];
}
