import manifest from '../../../manifest.json' with { type: 'json' };

/** What the manifest asks for: an app that was made from it has these and no others. */
export const manifestScopes: readonly string[] = manifest.oauth_config.scopes.bot;

/** The scope that a method takes; methods that take none are not here. */
const methodScopes: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'agents.sessions.setStatus': 'assistant:write',
  'agents.sessions.rename': 'assistant:write',
  'chat.startStream': 'chat:write',
  'chat.appendStream': 'chat:write',
  'chat.stopStream': 'chat:write',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
  'users.info': 'users:read',
  'usergroups.users.list': 'usergroups:read',
  'assistant.threads.setStatus': 'assistant:write',
  'assistant.threads.setTitle': 'assistant:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
};

/** The scope that a call needs and the app does not have. */
export function missingScope(method: string, granted: ReadonlySet<string>): string | undefined {
  const needed = methodScopes[method];
  return needed === undefined || granted.has(needed) ? undefined : needed;
}
