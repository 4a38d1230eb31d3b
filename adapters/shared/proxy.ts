import { z } from 'zod';
import { defineSettings } from '../../src/config.ts';

/** The HTTP proxies for connections to the platforms, by the names of the usual variables. */
export interface ProxySettings {
  HTTPS_PROXY?: string;
  HTTP_PROXY?: string;
  /** Hosts that are reached directly. */
  NO_PROXY?: string;
}

const NAMES = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'] as const;

const address = z
  .string()
  .transform((text) => (text.includes('://') ? text : `http://${text}`))
  .refine(
    (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''),
    'is not the address of an HTTP proxy, such as http://proxy.example:3128.',
  )
  .optional();

const settings = defineSettings(
  z.object({ HTTPS_PROXY: address, HTTP_PROXY: address, NO_PROXY: z.string().optional() }),
  ({ HTTPS_PROXY, HTTP_PROXY, NO_PROXY }): ProxySettings | undefined => {
    if (HTTPS_PROXY === undefined && HTTP_PROXY === undefined) return undefined;
    return { ...(HTTPS_PROXY && { HTTPS_PROXY }), ...(HTTP_PROXY && { HTTP_PROXY }), ...(NO_PROXY && { NO_PROXY }) };
  },
);

/** The settings of proxies; undefined without one. The names may be in small letters, as curl has them; these win. */
export const proxySettings: typeof settings = {
  ...settings,
  read: (env) =>
    settings.read({
      ...env,
      ...Object.fromEntries(
        NAMES.flatMap((name) => (env[name.toLowerCase()] === undefined ? [] : [[name, env[name.toLowerCase()]]])),
      ),
    }),
};
