import { setTimeout as wait } from 'node:timers/promises';
import type { Faults } from '../faults.ts';
import type { Call, Method } from './call.ts';
import type { FaultAction } from './faults.ts';
import type { createLimits } from './limits.ts';
import { checkMessage, type Quirks } from './quirks.ts';
import { Refusal, refusal } from './refusal.ts';
import type { Answer, Told } from './server.ts';

interface Deps {
  token: () => string | undefined;
  methods: Readonly<Record<string, Method>>;
  faults: Faults<FaultAction>;
  limits: ReturnType<typeof createLimits>;
  quirks: Quirks;
  /** Is given every request as it comes. */
  note(call: Call): void;
  /** Is told after everything that happened. */
  changed(): void;
}

/** Whoever knows an interaction's token needs no other one. */
const OPEN = /^\/(?:interactions|webhooks)\/[^/]+\/[^/]+/;
const CREATED = /^POST \/channels\/\{channel_id\}\/(?:messages\/\{message_id\}\/)?threads$/;

/** Answers requests: carries them out, unless a fault is in the way. */
export function createRequestHandler({ token, methods, faults, limits, quirks, note, changed }: Deps) {
  async function carryOut(call: Call, authorization: string, wrong: Refusal | undefined): Promise<Told> {
    if (wrong) throw wrong;
    if (!OPEN.test(call.path) && authorization !== `Bot ${token()}`) throw refusal('unauthorized');
    const headers = limits.pass(call);
    const method = methods[call.route];
    if (!method) throw refusal('noRoute');
    checkMessage(call, quirks);
    const body = await method(call);
    if (body === undefined) return { status: 204, body: undefined, headers };
    return { status: CREATED.test(call.route) ? 201 : 200, body, headers };
  }

  async function perform(call: Call, authorization: string, wrong: Refusal | undefined): Promise<Told> {
    try {
      return await carryOut(call, authorization, wrong);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.breach && error.code !== 50_035) call.breaches.push(`${error.code} ${error.message}`);
      return refuse(call, error);
    }
  }

  function falsify(call: Call, action: Exclude<FaultAction, { kind: 'delay' }>, told: Told): Answer {
    switch (action.kind) {
      case 'status':
        return { status: action.status, body: `<html><body><h1>${action.status}</h1></body></html>`, headers: {} };
      case 'error':
        return refuse(call, new Refusal(action, action.errors === undefined ? {} : { errors: action.errors }));
      case 'rate':
        return refuse(call, limits.hold(call, { retryAfter: action.retryAfter, scope: action.scope ?? 'user' }));
      case 'garbage':
        return { status: 200, body: (JSON.stringify(told.body) ?? '{}').slice(0, -1), headers: {}, isJson: true };
      case 'reset':
      case 'hang':
        return action.kind;
      default:
        return action satisfies never;
    }
  }

  async function decide(call: Call, authorization: string, wrong: Refusal | undefined): Promise<Answer> {
    limits.notice(call);
    const action = faults.meet(call.route);
    if (!action) return await perform(call, authorization, wrong);
    call.fault = action.kind;
    const isAfter = 'phase' in action && action.phase === 'after';
    if (action.kind === 'delay' && !isAfter) await wait(action.ms);
    const isDone = isAfter || action.kind === 'delay';
    const told: Told = isDone ? await perform(call, authorization, wrong) : { status: 200, body: {}, headers: {} };
    if (action.kind !== 'delay') return falsify(call, action, told);
    if (isAfter) await wait(action.ms);
    return told;
  }

  return async (call: Call, authorization: string, wrong?: Refusal): Promise<Answer> => {
    note(call);
    const deciding = decide(call, authorization, wrong);
    changed();
    const answer = await deciding;
    if (typeof answer === 'object') call.status = answer.status;
    changed();
    return answer;
  };
}

function refuse(call: Call, { status, code, message, extra }: Refusal): Told {
  const { errors, retryAfter, scope, headers } = extra;
  call.code = code;
  if (retryAfter === undefined || scope === undefined)
    return { status, body: { message, code, ...(errors && { errors }) }, headers: {} };
  call.isShared = scope === 'shared';
  const body = { message, code, retry_after: retryAfter, global: scope === 'global' };
  const told = {
    'retry-after': String(Math.ceil(retryAfter)),
    'x-ratelimit-scope': scope,
    via: '1.1 google',
    ...(scope === 'global' && { 'x-ratelimit-global': 'true' }),
  };
  return { status, body, headers: { ...headers, ...told } };
}
