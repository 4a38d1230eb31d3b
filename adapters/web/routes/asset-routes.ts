import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

const ASSETS = [
  { path: '/style.css', file: '../style.css', type: 'text/css' },
  { path: '/control.js', file: '../browser/control.js', type: 'text/javascript' },
  { path: '/reader.js', file: '../browser/reader.js', type: 'text/javascript' },
] as const;

/** The style sheet and the scripts. */
export function assetRoutes(): Hono {
  const app = new Hono();
  for (const { path, file, type } of ASSETS) {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    app.get(path, (context) => context.body(text, 200, { 'content-type': `${type}; charset=utf-8` }));
  }
  return app;
}
