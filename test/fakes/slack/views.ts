import type { CallArguments } from './arguments.js';
import { checkView, type FakeView } from './view-rules.js';
import type { CallResult, WebApiState } from './web-api.js';

/** A modal that a person looks at, or their Home tab. */
export interface OpenView extends FakeView {
  id: string;
  hash: string;
  user: string;
}

/** What people have open. */
export interface Views {
  /** The modals of a person, the one on top last. */
  stack(user: string): OpenView[];
  home(user: string): OpenView | undefined;
  /** Says who pressed something; views can be opened with the id for a short while, once. */
  trigger(user: string): string;
  /** Does with a submitted view what the app's ack says; errors stay with the view. */
  submitted(view: OpenView, response: unknown): void;
  /** What the app found wrong with what a person filled in. */
  errors(view: OpenView): Record<string, string> | undefined;
  close(view: OpenView): void;
  methods: Record<string, (call: CallArguments, state: WebApiState) => CallResult>;
}

const stackLimit = 3;

/** @param triggerLifeMs a trigger id is good for three seconds in Slack. */
export function createViews({ triggerLifeMs = 3_000 }: { triggerLifeMs?: number } = {}): Views {
  const stacks = new Map<string, OpenView[]>();
  const homes = new Map<string, OpenView>();
  const triggers = new Map<string, { user: string; at: number }>();
  const errors = new Map<string, Record<string, string>>();
  let count = 0;
  const stackOf = (user: string): OpenView[] => {
    const stack = stacks.get(user) ?? [];
    stacks.set(user, stack);
    return stack;
  };
  const nextId = (): string => {
    count += 1;
    return `V${String(count).padStart(8, '0')}`;
  };
  const opened = (view: FakeView, user: string, id = nextId()): OpenView => ({
    ...view,
    id,
    user,
    hash: nextId(),
  });
  const takeTrigger = (given: unknown): string | undefined => {
    const trigger = triggers.get(String(given));
    triggers.delete(String(given));
    return trigger !== undefined && performance.now() - trigger.at <= triggerLifeMs
      ? trigger.user
      : undefined;
  };
  const show = (call: CallArguments, state: WebApiState, isPush: boolean): CallResult => {
    const user = takeTrigger(call.trigger_id);
    if (user === undefined) return { ok: false, error: 'expired_trigger_id' };
    const { view, problems } = checkView(call.view, state.refusedBlockTypes);
    if (view === undefined) return refused(problems);
    const stack = stackOf(user);
    if (isPush && stack.length === 0) return { ok: false, error: 'not_found' };
    if (!isPush) stack.length = 0;
    if (stack.length >= stackLimit) return { ok: false, error: 'push_limit_reached' };
    const shown = opened(view, user);
    stack.push(shown);
    return { ok: true, view: shown };
  };
  const replace = (old: OpenView, given: unknown, refusedTypes: ReadonlySet<string>): CallResult => {
    const { view, problems } = checkView(given, refusedTypes);
    if (view === undefined) return refused(problems);
    const stack = stackOf(old.user);
    const fresh = opened(view, old.user, old.id);
    stack[stack.findIndex(({ id }) => id === old.id)] = fresh;
    errors.delete(old.id);
    return { ok: true, view: fresh };
  };
  const update = (call: CallArguments, state: WebApiState): CallResult => {
    const all = [...stacks.values()].flat();
    const old = all.find(
      ({ id, external_id: external }) =>
        id === call.view_id || (external !== undefined && external === call.external_id),
    );
    if (old === undefined) return { ok: false, error: 'not_found' };
    if (call.hash !== undefined && call.hash !== old.hash) return { ok: false, error: 'hash_conflict' };
    return replace(old, call.view, state.refusedBlockTypes);
  };
  const publish = (call: CallArguments, state: WebApiState): CallResult => {
    const user = String(call.user_id);
    if (!state.workspace.people.has(user)) return { ok: false, error: 'user_not_found' };
    const { view, problems } = checkView(call.view, state.refusedBlockTypes);
    if (view === undefined) return refused(problems);
    const home = opened(view, user, homes.get(user)?.id);
    homes.set(user, home);
    return { ok: true, view: home };
  };
  const close = (view: OpenView): void => {
    const stack = stackOf(view.user);
    const at = stack.findIndex(({ id }) => id === view.id);
    if (at >= 0) stack.splice(at, 1);
  };
  return {
    stack: (user) => [...stackOf(user)],
    home: (user) => homes.get(user),
    trigger(user) {
      const id = `${nextId()}.${user}`;
      triggers.set(id, { user, at: performance.now() });
      return id;
    },
    submitted(view, response) {
      const { action, view: next, errors: found } = readResponse(response);
      if (action === 'errors') errors.set(view.id, found);
      else if (action === 'clear') stackOf(view.user).length = 0;
      else if (action === 'update') mustFit(replace(view, next, new Set()));
      else if (action === 'push') stackOf(view.user).push(opened(mustRead(next), view.user));
      else close(view);
    },
    errors: ({ id }) => errors.get(id),
    close,
    methods: {
      'views.open': (call, state) => show(call, state, false),
      'views.push': (call, state) => show(call, state, true),
      'views.update': update,
      'views.publish': publish,
    },
  };
}

function refused(problems: readonly string[]): CallResult {
  return { ok: false, error: 'invalid_arguments', response_metadata: { messages: [...problems] } };
}

/** An app that answers a submission with a broken view is told nothing by Slack; a test should see it. */
function mustFit(result: CallResult): void {
  if (!result.ok) throw new Error(`The view of an ack is refused: ${JSON.stringify(result)}`);
}

function mustRead(given: unknown): FakeView {
  const { view, problems } = checkView(given, new Set());
  if (view === undefined) throw new Error(`The view of an ack is refused: ${problems.join('; ')}`);
  return view;
}

function readResponse(response: unknown): { action: unknown; view: unknown; errors: Record<string, string> } {
  if (typeof response !== 'object' || response === null)
    return { action: undefined, view: undefined, errors: {} };
  const action = 'response_action' in response ? response.response_action : undefined;
  const view = 'view' in response ? response.view : undefined;
  const errors = 'errors' in response ? Object.entries(response.errors ?? {}) : [];
  return { action, view, errors: Object.fromEntries(errors.map(([id, text]) => [id, String(text)])) };
}
