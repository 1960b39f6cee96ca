import { findElement, labelOf, pressedValue } from './elements.js';
import type { ResponseUrls } from './response-urls.js';
import type { Delivery, SocketMode } from './socket-mode.js';
import { stateOf } from './view-state.js';
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

export function createInteractions({
  workspace,
  sockets,
  views,
  responseUrls,
}: {
  workspace: Workspace;
  sockets: SocketMode;
  views: Views;
  responseUrls: ResponseUrls;
}): Interactions {
  const about = (user: string) => ({
    team: { id: teamId, domain: 'planning-office' },
    user: { id: user, name: workspace.people.get(user)?.name ?? user, team_id: teamId },
    api_app_id: 'A0PLANBOT',
    token: 'verification',
    trigger_id: views.trigger(user),
    is_enterprise_install: false,
    enterprise: null,
  });
  const send = (payload: unknown, onAck?: (response: unknown) => void): Delivery =>
    sockets.deliver(payload, { type: 'interactive', ...(onAck === undefined ? {} : { onAck }) });
  return {
    command({ channel, text, user = someone, command = '/plan' }) {
      return sockets.deliver(
        {
          token: 'verification',
          team_id: teamId,
          channel_id: channel,
          channel_name: workspace.channels.get(channel)?.name ?? channel,
          user_id: user,
          user_name: workspace.people.get(user)?.name ?? user,
          command,
          text,
          api_app_id: 'A0PLANBOT',
          is_enterprise_install: 'false',
          response_url: responseUrls.create({ channel, user }),
          trigger_id: views.trigger(user),
        },
        { type: 'slash_commands' },
      );
    },
    press(message, { user = someone, on, choose }) {
      const { element, blockId } = findElement(message.blocks, on);
      const isPrivate = message.ephemeralTo !== undefined;
      return send({
        type: 'block_actions',
        ...about(user),
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: message.channel,
          is_ephemeral: isPrivate,
          ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
        },
        channel: { id: message.channel, name: workspace.channels.get(message.channel)?.name ?? '' },
        ...(isPrivate
          ? {}
          : {
              message: {
                ts: message.ts,
                thread_ts: message.threadTs,
                text: message.text,
                blocks: message.blocks,
              },
            }),
        response_url: responseUrls.create({ channel: message.channel, user, message }),
        actions: [actionOf(element, blockId, choose)],
      });
    },
    use(view, { on, choose }) {
      const { element, blockId } = findElement(view.blocks, on);
      return send({
        type: 'block_actions',
        ...about(view.user),
        container: { type: 'view', view_id: view.id },
        view: asPayload(view, on, choose),
        actions: [actionOf(element, blockId, choose)],
      });
    },
    search(view, { on, typed }) {
      const { element, blockId } = findElement(view.blocks, on);
      return send({
        type: 'block_suggestion',
        ...about(view.user),
        container: { type: 'view', view_id: view.id },
        view: asPayload(view),
        action_id: element.action_id,
        block_id: blockId,
        value: typed,
      });
    },
    submit(view, values = {}) {
      const state = stateOf(view, values);
      return send(
        {
          type: 'view_submission',
          ...about(view.user),
          view: { ...asPayload(view), state },
          response_urls: [],
        },
        (response) => views.submitted(view, response),
      );
    },
    shortcut({ callbackId, user = someone, message }) {
      const shared = { ...about(user), callback_id: callbackId, action_ts: workspace.nextTs() };
      if (message === undefined) return send({ type: 'shortcut', ...shared });
      const { channel, ts, threadTs, text, user: author, fromBot } = message;
      return send({
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
      });
    },
    touched: (channel, user = someone) => ({
      triggerId: views.trigger(user),
      responseUrl: responseUrls.create({ channel, user }),
    }),
    modals: (user) => views.stack(user),
    home: (user) => views.home(user),
    errors: (view) => views.errors(view),
  };
}

function actionOf(element: Record<string, unknown>, blockId: string, choose: string | undefined) {
  return {
    type: element.type,
    action_id: element.action_id,
    block_id: blockId,
    action_ts: String(Date.now() / 1_000),
    ...pressedValue(element, choose),
    ...(labelOf(element) === undefined ? {} : { text: { type: 'plain_text', text: labelOf(element) } }),
  };
}

function asPayload(view: OpenView, touched?: string, choose?: string) {
  const { user: _, ...shown } = view;
  const chosen = touched !== undefined && choose !== undefined ? { [touched]: choose } : {};
  return {
    private_metadata: '',
    callback_id: '',
    ...shown,
    team_id: teamId,
    app_id: 'A0PLANBOT',
    bot_id: 'B0PLANBOT',
    state: stateOf(view, chosen),
  };
}
