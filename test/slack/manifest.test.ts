import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };

describe('the manifest that the app is created from', () => {
  it('uses the agent view within Slack’s limits', () => {
    const { agent_description: description, suggested_prompts: prompts } = manifest.features.agent_view;
    expect(description.length).toBeLessThanOrEqual(300);
    expect(prompts.length).toBeLessThanOrEqual(4);
    expect(manifest.features.app_home.messages_tab_enabled).toBe(true);
  });

  it('asks for the scopes that its events and calls need, and no others', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(['app_mention', 'message.im']);
    expect(manifest.oauth_config.scopes.bot).toEqual([
      'app_mentions:read',
      'assistant:write',
      'channels:history',
      'chat:write',
      'groups:history',
      'im:history',
    ]);
    expect(manifest.settings.socket_mode_enabled).toBe(true);
  });
});
