import { z } from 'zod';
import { type LanguageModel, ModelError } from '../../src/summary/language-model.ts';

/** The endpoint of a model, and its time limit. */
export interface ChatModelOptions {
  /** The base address, such as `https://api.example.com/v1` or `http://127.0.0.1:11434/v1`. */
  url: string;
  model: string;
  key?: string;
  timeoutMs: number;
}

/** A longer response is not a summary. */
const MAX_BYTES = 200_000;
const MAX_TOKENS = 400;

const answer = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/**
 * Creates a language model for an endpoint with OpenAI's chat completions API
 * (https://platform.openai.com/docs/api-reference/chat/create). Throws only `ModelError`, which never contains the key.
 */
export function createChatModel({ url, model, key, timeoutMs }: ChatModelOptions): LanguageModel {
  const endpoint = `${url.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')}/chat/completions`;
  const headers = { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) };
  return {
    name: model,
    async complete({ system, user }) {
      const messages = [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ];
      const body = JSON.stringify({ model, messages, temperature: 0.2, max_tokens: MAX_TOKENS });
      try {
        // A redirect would send the key and the text to another host.
        const signal = AbortSignal.timeout(timeoutMs);
        const response = await fetch(endpoint, { method: 'POST', headers, body, redirect: 'error', signal });
        if (!response.ok) {
          await response.body?.cancel();
          throw new ModelError(`The language model answered ${response.status}.`);
        }
        return readAnswer(await readLimited(response));
      } catch (cause) {
        throw cause instanceof ModelError ? cause : new ModelError(describe(cause, timeoutMs));
      }
    },
  };
}

async function readLimited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  const chunks: AsyncIterable<Uint8Array> | undefined = response.body ?? undefined;
  if (chunks === undefined) return '';
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new ModelError('The language model answered far too much.');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function readAnswer(json: string): string {
  try {
    return answer.parse(JSON.parse(json)).choices[0]?.message.content ?? '';
  } catch (cause) {
    throw new ModelError('The language model answered in another form than chat completions have.', { cause });
  }
}

/** Describes a failure, without the content of the request. */
function describe(cause: unknown, timeoutMs: number): string {
  if (cause instanceof Error && cause.name === 'TimeoutError')
    return `The language model gave no answer within ${timeoutMs / 1000} seconds.`;
  return 'The language model could not be reached. Is SUMMARY_MODEL_URL right, and does it run?';
}
