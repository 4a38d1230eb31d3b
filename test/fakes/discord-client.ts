import type { ApiRequest, Client } from '../../adapters/discord/client.ts';

/** A Discord that answers what the test says, and keeps what it was asked. */
export function createFakeDiscord(answer: (request: ApiRequest) => unknown = () => undefined) {
  const asked: ApiRequest[] = [];
  const client: Client = {
    async call<Result>(request: ApiRequest) {
      asked.push(request);
      return answer(request) as Result;
    },
  };
  return { client, asked };
}
