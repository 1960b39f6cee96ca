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

/** What people have open, who pressed what lately, and what was wrong with forms. */
interface Desktop {
  stacks: Map<string, OpenView[]>;
  homes: Map<string, OpenView>;
  triggers: Map<string, { user: string; at: number }>;
  errors: Map<string, Record<string, string>>;
  triggerLifeMs: number;
  nextId(): string;
}

/** @param triggerLifeMs a trigger id is good for three seconds in Slack. */
export function createViews({ triggerLifeMs = 3_000 }: { triggerLifeMs?: number } = {}): Views {
  let count = 0;
  const desktop: Desktop = {
    stacks: new Map(),
    homes: new Map(),
    triggers: new Map(),
    errors: new Map(),
    triggerLifeMs,
    nextId() {
      count += 1;
      return `V${String(count).padStart(8, '0')}`;
    },
  };
  return {
    stack: (user) => [...stackOf(desktop, user)],
    home: (user) => desktop.homes.get(user),
    trigger(user) {
      const id = `${desktop.nextId()}.${user}`;
      desktop.triggers.set(id, { user, at: performance.now() });
      return id;
    },
    submitted: (view, response) => submit(desktop, view, response),
    errors: ({ id }) => desktop.errors.get(id),
    close: (view) => close(desktop, view),
    methods: {
      'views.open': (call, state) => show(desktop, call, state, false),
      'views.push': (call, state) => show(desktop, call, state, true),
      'views.update': (call, state) => update(desktop, call, state),
      'views.publish': (call, state) => publish(desktop, call, state),
    },
  };
}

function stackOf({ stacks }: Desktop, user: string): OpenView[] {
  const stack = stacks.get(user) ?? [];
  stacks.set(user, stack);
  return stack;
}

function opened({ nextId }: Desktop, view: FakeView, user: string, id = nextId()): OpenView {
  return { ...view, id, user, hash: nextId() };
}

function takeTrigger({ triggers, triggerLifeMs }: Desktop, given: unknown): string | undefined {
  const trigger = triggers.get(String(given));
  triggers.delete(String(given));
  return trigger !== undefined && performance.now() - trigger.at <= triggerLifeMs ? trigger.user : undefined;
}

function show(desktop: Desktop, call: CallArguments, state: WebApiState, isPush: boolean): CallResult {
  const user = takeTrigger(desktop, call.trigger_id);
  if (user === undefined) return { ok: false, error: 'expired_trigger_id' };
  const { view, problems } = checkView(call.view, state.refusedBlockTypes);
  if (view === undefined) return refused(problems);
  const stack = stackOf(desktop, user);
  if (isPush && stack.length === 0) return { ok: false, error: 'not_found' };
  if (!isPush) stack.length = 0;
  if (stack.length >= stackLimit) return { ok: false, error: 'push_limit_reached' };
  const shown = opened(desktop, view, user);
  stack.push(shown);
  return { ok: true, view: shown };
}

function replace(
  desktop: Desktop,
  old: OpenView,
  given: unknown,
  refusedTypes: ReadonlySet<string>,
): CallResult {
  const { view, problems } = checkView(given, refusedTypes);
  if (view === undefined) return refused(problems);
  const stack = stackOf(desktop, old.user);
  const fresh = opened(desktop, view, old.user, old.id);
  stack[stack.findIndex(({ id }) => id === old.id)] = fresh;
  desktop.errors.delete(old.id);
  return { ok: true, view: fresh };
}

function update(desktop: Desktop, call: CallArguments, state: WebApiState): CallResult {
  const old = [...desktop.stacks.values()]
    .flat()
    .find(
      ({ id, external_id: external }) =>
        id === call.view_id || (external !== undefined && external === call.external_id),
    );
  if (old === undefined) return { ok: false, error: 'not_found' };
  if (call.hash !== undefined && call.hash !== old.hash) return { ok: false, error: 'hash_conflict' };
  return replace(desktop, old, call.view, state.refusedBlockTypes);
}

function publish(desktop: Desktop, call: CallArguments, state: WebApiState): CallResult {
  const user = String(call.user_id);
  if (!state.workspace.people.has(user)) return { ok: false, error: 'user_not_found' };
  const { view, problems } = checkView(call.view, state.refusedBlockTypes);
  if (view === undefined) return refused(problems);
  const home = opened(desktop, view, user, desktop.homes.get(user)?.id);
  desktop.homes.set(user, home);
  return { ok: true, view: home };
}

function close(desktop: Desktop, view: OpenView): void {
  const stack = stackOf(desktop, view.user);
  const at = stack.findIndex(({ id }) => id === view.id);
  if (at >= 0) stack.splice(at, 1);
}

function submit(desktop: Desktop, view: OpenView, response: unknown): void {
  const { action, view: next, errors: found } = readResponse(response);
  const stack = stackOf(desktop, view.user);
  if (action === 'errors') desktop.errors.set(view.id, found);
  else if (action === 'clear') stack.length = 0;
  else if (action === 'update') mustFit(replace(desktop, view, next, new Set()));
  else if (action === 'push') stack.push(opened(desktop, mustRead(next), view.user));
  else close(desktop, view);
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
