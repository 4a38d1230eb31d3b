import { type Client, readResult } from '../../adapters/telegram/client.ts';
import { toFailure } from '../../adapters/telegram/errors.ts';

/** What the fake was asked. */
export interface Asked {
  method: string;
  parameters: Record<string, unknown>;
}

/** A Bot API that writes down what it is asked and answers as `answer` says; what that throws is translated. */
export function createFakeClient(answer: (asked: Asked, count: number) => unknown) {
  const asked: Asked[] = [];
  const client: Client = {
    async call<Result>(method: Parameters<Client['call']>[0], parameters: object) {
      const one = { method, parameters: { ...parameters } };
      asked.push(one);
      try {
        return readResult<Result>(method, await answer(one, asked.length));
      } catch (error) {
        throw toFailure(error);
      }
    },
  };
  return { client, asked };
}
