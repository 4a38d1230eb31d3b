import { createApp } from '../../../adapters/web/app.ts';
import type { WebContext } from '../../../adapters/web/web-context.ts';
import { makeWebContext } from '../../fixtures/web-context.ts';

/** The name by which tests open the page. */
const HOST = 'localhost:8642';

/** The page in memory, with some of its context replaced. */
export function openPage(overrides: Partial<WebContext> = {}) {
  const errors: unknown[] = [];
  const app = createApp(makeWebContext({ report: (error) => void errors.push(error), ...overrides }));
  return {
    errors,
    async get(path: string, headers: Record<string, string> = {}, method = 'GET') {
      const answer = await app.request(path, { method, headers: { host: HOST, ...headers } });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
  };
}
