import { messagePress, viewSearch, viewSubmission, viewTouch } from './interaction-payloads.js';
import type { ResponseUrls } from './response-urls.js';
import type { Delivery, SocketMode } from './socket-mode.js';
import type { OpenView, Views } from './views.js';
import { type FakeMessage, teamId, type Workspace } from './workspace.js';

/** Which button or menu a person uses: by what it says or by its id, and the entry chosen in a menu. */
export interface Touch {
  user?: string;
  /** What it says, or its `action_id`. */
  on: string;
  /** The entry of a menu, by its text or value; `positive` or `negative` of feedback buttons. */
  choose?: string;
}

/** What people do in Slack beside writing. */
export interface Interactions {
  /** Somebody types "/plan …". */
  command(given: { channel: string; text: string; user?: string; command?: string }): Delivery;
  /** Somebody presses a button of a message. */
  press(message: FakeMessage, touch: Touch): Delivery;
  /** Somebody uses a button or a menu in an open modal or on their Home tab. */
  use(view: OpenView, touch: Touch): Delivery;
  /** A menu of a view asks for its entries as somebody types; they come with the ack. */
  search(view: OpenView, given: { on: string; typed: string }): Delivery;
  /** Somebody fills in a modal, by action ids, and sends it. */
  submit(view: OpenView, values?: Record<string, string>): Delivery;
  /** Somebody chooses a shortcut, of a message where one is given. */
  shortcut(given: { callbackId: string; user?: string; message?: FakeMessage }): Delivery;
  /** Somebody presses something: the id with which a view may be opened for them, and the address for an answer. */
  touched(channel: string, user?: string): { triggerId: string; responseUrl: string };
  /** The modals that a person has open, the one on top last. */
  modals(user: string): OpenView[];
  home(user: string): OpenView | undefined;
  /** What the app found wrong with a modal that was sent. */
  errors(view: OpenView): Record<string, string> | undefined;
}

const someone = 'U0LIN';

interface Parts {
  workspace: Workspace;
  sockets: SocketMode;
  views: Views;
  responseUrls: ResponseUrls;
}

export function createInteractions(parts: Parts): Interactions {
  const { workspace, sockets, views, responseUrls } = parts;
  const about = (user: string) => aboutPerson(user, parts);
  const send = (payload: unknown, onAck?: (response: unknown) => void): Delivery =>
    sockets.deliver(payload, { type: 'interactive', ...(onAck === undefined ? {} : { onAck }) });
  return {
    command: (given) => sockets.deliver(typedCommand(given, parts), { type: 'slash_commands' }),
    press(message, { user = someone, ...touch }) {
      const { channel } = message;
      const responseUrl = responseUrls.create({ channel, user, message });
      const name = workspace.channels.get(channel)?.name ?? '';
      return send({ ...about(user), ...messagePress(message, touch, name), response_url: responseUrl });
    },
    use: (view, touch) => send({ ...about(view.user), ...viewTouch(view, touch) }),
    search: (view, given) => send({ ...about(view.user), ...viewSearch(view, given) }),
    submit: (view, values = {}) =>
      send({ ...about(view.user), ...viewSubmission(view, values) }, (response) =>
        views.submitted(view, response),
      ),
    shortcut: (given) => send(chosenShortcut(given, parts)),
    touched: (channel, user = someone) => ({
      triggerId: views.trigger(user),
      responseUrl: responseUrls.create({ channel, user }),
    }),
    modals: (user) => views.stack(user),
    home: (user) => views.home(user),
    errors: (view) => views.errors(view),
  };
}

/** Who does something, and where that person is from. */
function aboutPerson(user: string, { workspace, views }: Parts) {
  const person = workspace.people.get(user);
  const { enterprise } = workspace;
  return {
    // Slack names no workspace to an app that is installed in the whole organisation.
    team: enterprise === undefined ? { id: teamId, domain: 'planning-office' } : null,
    user: { id: user, name: person?.name ?? user, team_id: person?.team ?? teamId },
    api_app_id: 'A0PLANBOT',
    token: 'verification',
    trigger_id: views.trigger(user),
    is_enterprise_install: enterprise !== undefined,
    enterprise: enterprise === undefined ? null : { id: enterprise, name: 'Group' },
  };
}

function typedCommand(
  { channel, text, user = someone, command = '/plan' }: Parameters<Interactions['command']>[0],
  { workspace, views, responseUrls }: Parts,
) {
  const { enterprise } = workspace;
  return {
    token: 'verification',
    team_id: teamId,
    channel_id: channel,
    channel_name: workspace.channels.get(channel)?.name ?? channel,
    user_id: user,
    user_name: workspace.people.get(user)?.name ?? user,
    command,
    text,
    api_app_id: 'A0PLANBOT',
    is_enterprise_install: String(enterprise !== undefined),
    ...(enterprise ? { enterprise_id: enterprise } : {}),
    response_url: responseUrls.create({ channel, user }),
    trigger_id: views.trigger(user),
  };
}

function chosenShortcut(
  { callbackId, user = someone, message }: Parameters<Interactions['shortcut']>[0],
  parts: Parts,
) {
  const { workspace, responseUrls } = parts;
  const shared = { ...aboutPerson(user, parts), callback_id: callbackId, action_ts: workspace.nextTs() };
  if (message === undefined) return { type: 'shortcut', ...shared };
  const { channel, ts, threadTs, text, user: author, fromBot } = message;
  return {
    type: 'message_action',
    ...shared,
    channel: { id: channel, name: workspace.channels.get(channel)?.name ?? '' },
    message_ts: ts,
    message: {
      type: 'message',
      ts,
      text,
      user: author,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      ...(fromBot ? { bot_id: 'B0PLANBOT' } : {}),
    },
    response_url: responseUrls.create({ channel, user }),
  };
}
