import { describe, expect, it } from 'vitest';
import { startChatEndpoint } from '../fakes/openai/chat-endpoint.js';
import { goodModel } from '../fakes/openai/scripts/good-model.js';
import { freshIndex, runPlanbot } from '../setup/run-planbot.js';
import { samplePlans } from '../setup/sample-plans.js';
import { temporaryFolder, writeFiles } from '../setup/temporary-folder.js';

const question = '云岭市2025年存款余额目标是多少？';

async function withModel() {
  const endpoint = await startChatEndpoint(goodModel);
  const index = freshIndex(await writeFiles(temporaryFolder(), samplePlans));
  const settings = {
    ...index,
    OPENAI_API_KEY: 'sk-test',
    OPENAI_BASE_URL: endpoint.baseUrl,
    PLANBOT_MODEL: 'good',
  };
  return { endpoint, settings };
}

describe('a question that a model answers in the terminal', () => {
  it.each([
    { name: 'ask' as const, args: [question], typed: '' },
    { name: 'chat' as const, args: [], typed: `${question}\n` },
  ])(
    '$name tells what it looks up and each claim that stands, apart from the answer',
    async ({ name, args, typed }) => {
      const { endpoint, settings } = await withModel();
      const { code, stdout, stderr } = await runPlanbot(name, args, settings, typed);
      await endpoint.close();
      expect(code).toBe(0);
      expect(stderr).toMatch(
        /searching the plans …[\s\S]*《云岭市“十四五”金融业发展规划》[\s\S]*checking against the plans …[\s\S]*✓ .*8,?000/,
      );
      expect(stdout).toMatch(/8,?000亿元.*\[1\]/);
      expect(stdout).not.toContain('searching');
    },
  );
});
