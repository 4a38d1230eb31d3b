import { refusal } from './refusal.ts';

interface Route {
  name: string;
  method: string;
  pattern: RegExp;
  /** The number of fixed path segments; the most specific route wins. */
  fixed: number;
}

interface Found {
  route: string;
  ids: Readonly<Record<string, string>>;
}

/** Matches requests to routes such as `GET /channels/{channel_id}`; throws 404 and 405. */
export function createRoutes(names: readonly string[]): (method: string, path: string) => Found {
  const routes = names.map(toRoute).toSorted((one, other) => other.fixed - one.fixed);
  return (method, path) => {
    const fitting = routes.filter(({ pattern }) => pattern.test(path));
    const found = fitting.find((route) => route.method === method);
    if (!found) throw refusal(fitting.length > 0 ? 'notAllowed' : 'noRoute');
    return { route: found.name, ids: { ...found.pattern.exec(path)?.groups } };
  };
}

function toRoute(name: string): Route {
  const [method = '', template = ''] = name.split(' ');
  const pattern = template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const fixed = template.split('/').filter((part) => !part.startsWith('{')).length;
  return { name, method, pattern: new RegExp(`^${pattern}$`), fixed };
}
