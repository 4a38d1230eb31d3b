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
    /** Sends a form, as a browser does from a page of the same origin. */
    async post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
      const body = new URLSearchParams(form);
      const own = { host: HOST, origin: `http://${HOST}` };
      const answer = await app.request(path, { method: 'POST', body, headers: { ...own, ...headers } });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    },
    /** The answer itself, for streams. */
    async ask(path: string, headers: Record<string, string> = {}, request: RequestInit = {}) {
      return await app.request(path, { ...request, headers: { host: HOST, ...headers } });
    },
  };
}
