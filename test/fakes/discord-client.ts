import type { ApiRequest, Client } from '../../adapters/discord/client.ts';

/** A Discord that answers what the test says, and keeps what it was asked, without the shape of the answer. */
export function createFakeDiscord(answer: (request: ApiRequest) => unknown = () => undefined) {
  const asked: ApiRequest[] = [];
  const client: Client = {
    serverTimeMs: () => Date.now(),
    async call<Result>(sent: ApiRequest) {
      const { expects: _, ...request } = sent;
      asked.push(request);
      return answer(request) as Result;
    },
  };
  return { client, asked };
}
