import { setTimeout as wait } from 'node:timers/promises';
import type { Faults } from '../faults.ts';
import type { Call, Method } from './call.ts';
import type { FaultAction } from './faults.ts';
import type { createLimits } from './limits.ts';
import { checkMessage, checkText, type Quirks } from './quirks.ts';
import { Refusal, refusal } from './refusal.ts';
import type { Answer, HttpResponse } from './server.ts';

interface Deps {
  token: () => string | undefined;
  methods: Readonly<Record<string, Method>>;
  faults: Faults<FaultAction>;
  limits: ReturnType<typeof createLimits>;
  quirks: Quirks;
  /** Records a request before it is handled. */
  note(call: Call): void;
  /** Called after every change. */
  changed(): void;
}

/** An interaction's token replaces the bot's token here. */
const OPEN = /^\/(?:interactions|webhooks)\/[^/]+\/[^/]+/;
const CREATED = /^POST \/channels\/\{channel_id\}\/(?:messages\/\{message_id\}\/)?threads$/;

/** Handles requests, and applies the injected faults. */
export function createRequestHandler({ token, methods, faults, limits, quirks, note, changed }: Deps) {
  async function execute(call: Call, authorization: string, refused: Refusal | undefined): Promise<HttpResponse> {
    if (refused) throw refused;
    if (!OPEN.test(call.path) && authorization !== `Bot ${token()}`) throw refusal('unauthorized');
    const headers = limits.pass(call);
    const method = methods[call.route];
    if (!method) throw refusal('noRoute');
    if (quirks.refusedText !== undefined) checkText(call, quirks.refusedText);
    checkMessage(call, quirks);
    const body = await method(call);
    if (body === undefined) return { status: 204, body: undefined, headers };
    return { status: CREATED.test(call.route) ? 201 : 200, body, headers };
  }

  async function perform(call: Call, authorization: string, refused: Refusal | undefined): Promise<HttpResponse> {
    try {
      return await execute(call, authorization, refused);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.isViolation && error.code !== 50_035) call.violations.push(`${error.code} ${error.message}`);
      return refuse(call, error);
    }
  }

  function applyFault(call: Call, action: Exclude<FaultAction, { kind: 'delay' }>, response: HttpResponse): Answer {
    switch (action.kind) {
      case 'status':
        return { status: action.status, body: `<html><body><h1>${action.status}</h1></body></html>`, headers: {} };
      case 'badRequest':
        return { status: 400, body: action.body, headers: {} };
      case 'answer':
        return { status: 200, body: action.body, headers: {}, isJson: true };
      case 'error':
        return refuse(call, new Refusal(action, action.errors === undefined ? {} : { errors: action.errors }));
      case 'rate':
        return refuse(call, limits.hold(call, { retryAfter: action.retryAfter, scope: action.scope ?? 'user' }));
      case 'garbage':
        return { status: 200, body: (JSON.stringify(response.body) ?? '{}').slice(0, -1), headers: {}, isJson: true };
      case 'reset':
      case 'hang':
        return action.kind;
      default:
        return action satisfies never;
    }
  }

  async function handle(call: Call, authorization: string, refused: Refusal | undefined): Promise<Answer> {
    limits.notice(call);
    const action = faults.take(call.route);
    if (!action) return await perform(call, authorization, refused);
    call.fault = action.kind;
    const isAfter = 'phase' in action && action.phase === 'after';
    if (action.kind === 'delay' && !isAfter) await wait(action.ms);
    const isDone = isAfter || action.kind === 'delay';
    const response: HttpResponse = isDone
      ? await perform(call, authorization, refused)
      : { status: 200, body: {}, headers: {} };
    if (action.kind !== 'delay') return applyFault(call, action, response);
    if (isAfter) await wait(action.ms);
    return response;
  }

  return async (call: Call, authorization: string, refused?: Refusal): Promise<Answer> => {
    note(call);
    const pending = handle(call, authorization, refused);
    changed();
    const answer = await pending;
    if (typeof answer === 'object') call.status = answer.status;
    changed();
    return answer;
  };
}

function refuse(call: Call, { status, code, message, extra }: Refusal): HttpResponse {
  const { errors, retryAfter, scope, headers } = extra;
  call.code = code;
  if (retryAfter === undefined || scope === undefined)
    return { status, body: { message, code, ...(errors && { errors }) }, headers: {} };
  call.isShared = scope === 'shared';
  const body = { message, code, retry_after: retryAfter, global: scope === 'global' };
  const response = {
    'retry-after': String(Math.ceil(retryAfter)),
    'x-ratelimit-scope': scope,
    via: '1.1 google',
    ...(scope === 'global' && { 'x-ratelimit-global': 'true' }),
  };
  return { status, body, headers: { ...headers, ...response } };
}
