import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };

describe('the manifest that the app is created from', () => {
  it('uses the agent view within Slack’s limits', () => {
    const { agent_description: description, suggested_prompts: prompts } = manifest.features.agent_view;
    expect(description.length).toBeLessThanOrEqual(300);
    expect(prompts.length).toBeLessThanOrEqual(4);
    expect(manifest.features.app_home.messages_tab_enabled).toBe(true);
  });

  it('names its shortcuts within Slack’s limits', () => {
    const { shortcuts } = manifest.features;
    expect(shortcuts.every(({ name }) => name.length <= 24)).toBe(true);
    expect(shortcuts.every(({ description }) => description.length <= 150)).toBe(true);
  });

  it('asks for the scopes that its events and calls need, and no others', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([
      'agent_session_stopped',
      'app_home_opened',
      'app_mention',
      'message.channels',
      'message.groups',
      'message.im',
    ]);
    expect(manifest.oauth_config.scopes.bot).toEqual([
      'app_mentions:read',
      'assistant:write',
      'channels:history',
      'chat:write',
      'commands',
      'files:write',
      'groups:history',
      'im:history',
      'users:read',
    ]);
    expect(manifest.settings.socket_mode_enabled).toBe(true);
  });
});
