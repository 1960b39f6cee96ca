import { renameSession, setSessionStatus, setSuggestedPrompts } from './agents.js';
import { appendStream, deleteMessage, startStream, stopStream } from './streams.js';
import type { Method } from './web-api.js';

/** The methods of agents: streams, sessions, suggested prompts. */
export const agentMethods: Record<string, Method> = {
  'chat.delete': deleteMessage,
  'chat.startStream': startStream,
  'chat.appendStream': appendStream,
  'chat.stopStream': stopStream,
  'agents.sessions.setStatus': setSessionStatus,
  'agents.sessions.rename': renameSession,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
};
