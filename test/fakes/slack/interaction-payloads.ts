import { findElement, labelOf, pressedValue } from './elements.js';
import { stateOf } from './view-state.js';
import type { OpenView } from './views.js';
import { type FakeMessage, teamId } from './workspace.js';

interface Touched {
  /** What it says, or its `action_id`. */
  on: string;
  choose?: string;
}

/** What Slack tells of a button or menu of a message, beside who used it. */
export function messagePress(message: FakeMessage, { on, choose }: Touched, channelName: string) {
  const { element, blockId } = findElement(message.blocks, on);
  const { channel, ts, threadTs, text, blocks, ephemeralTo } = message;
  const isPrivate = ephemeralTo !== undefined;
  return {
    type: 'block_actions',
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: isPrivate,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    },
    channel: { id: channel, name: channelName },
    ...(isPrivate ? {} : { message: { ts, thread_ts: threadTs, text, blocks } }),
    actions: [actionOf(element, blockId, choose)],
  };
}

/** What Slack tells of a button or menu of a modal or of Home. */
export function viewTouch(view: OpenView, { on, choose }: Touched) {
  const { element, blockId } = findElement(view.blocks, on);
  return {
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
    view: asPayload(view, on, choose),
    actions: [actionOf(element, blockId, choose)],
  };
}

/** What Slack asks when somebody types into a menu whose entries the app gives. */
export function viewSearch(view: OpenView, { on, typed }: { on: string; typed: string }) {
  const { element, blockId } = findElement(view.blocks, on);
  return {
    type: 'block_suggestion',
    container: { type: 'view', view_id: view.id },
    view: asPayload(view),
    action_id: element.action_id,
    block_id: blockId,
    value: typed,
  };
}

/** What Slack tells of a modal that somebody filled in and sent. */
export function viewSubmission(view: OpenView, values: Record<string, string>) {
  const state = stateOf(view, values);
  return { type: 'view_submission', view: { ...asPayload(view), state }, response_urls: [] };
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
