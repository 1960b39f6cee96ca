import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeMessage } from '../fakes/slack/workspace.js';
import { runPlanbot as runCommand } from '../setup/run-planbot.js';
import { onePlace, twoCities } from './made-up-cities.js';
import { until } from './process/planbot-process.js';
import { buttonsOf, type RunningPlanbot, runPlanbot } from './running-planbot.js';

const channel = 'C0PLANNING';
const typesOf = (message: FakeMessage | undefined) => message?.blocks.map(({ type }) => type);

describe('an answer in a channel', () => {
  let planbot: RunningPlanbot;
  const answerTo = async (text: string, user = 'U0LIN'): Promise<FakeMessage> => {
    const { ts } = planbot.slack.mention({ channel, text, user });
    const [message] = await planbot.messages(() => planbot.slack.answers(channel, ts));
    if (message === undefined) throw new Error('no answer');
    return message;
  };

  beforeAll(async () => {
    planbot = await runPlanbot();
  });
  afterAll(() => planbot.stop());

  it('says the target first, then shows all its figures in a table, its path as a line, and its source', async () => {
    const message = await answerTo('云岭市存款余额2025年和2030年的目标分别是多少？');
    expect(message.text.split('\n')[0]).toContain('8,000亿元');
    expect(typesOf(message)).toEqual(
      expect.arrayContaining(['markdown', 'table', 'data_visualization', 'container', 'context_actions']),
    );
    const chart = message.blocks.find(({ type }) => type === 'data_visualization');
    expect(chart).toMatchObject({
      chart: {
        type: 'line',
        series: [
          {
            data: [
              { label: '2020', value: 5280 },
              { label: '2025', value: 8000 },
              { label: '2030', value: 12000 },
            ],
          },
        ],
      },
    });
    // What the chart draws is also said in words, for those who do not see it.
    expect(message.text).toMatch(/2020 5,280，2025 8,000，2030 12,000/);
  });

  it('shows how a rate was worked out, with the formula and where each figure is from', async () => {
    const message = await answerTo('云岭市存款余额2020年到2025年年均增长多少？');
    expect(message.text).toMatch(/\(8000 \/ 5280\)\^\(1\/5\) − 1 = 8\.6\d+%/);
    expect(message.text).toMatch(/2020年.*存款余额：5,280亿元 \[1\]/);
  });

  it('compares two places as bars', async () => {
    const planbotOfTwo = await runPlanbot({ plans: twoCities });
    const { ts } = planbotOfTwo.slack.mention({
      channel,
      text: '甲水市和乙山市2025年存款余额目标分别是多少？',
    });
    const [message] = await planbotOfTwo.messages(() => planbotOfTwo.slack.answers(channel, ts));
    await planbotOfTwo.stop();
    expect(message?.blocks.find(({ type }) => type === 'data_visualization')).toMatchObject({
      chart: { type: 'bar', axis_config: { categories: ['甲水市', '乙山市'] } },
    });
  });

  it('opens the whole passage of a source, with the quoted words marked and what stands around it', async () => {
    const message = await answerTo('2020年云岭市金融业增加值是多少？');
    planbot.slack.press(message, { on: '查看原文' });
    const modal = await planbot.modal('规划原文');
    const [heading, ...rest] = modal.blocks;
    expect(JSON.stringify(heading)).toContain('云岭市“十四五”金融业发展规划');
    const passage = JSON.stringify(rest.filter(({ type }) => type === 'rich_text'));
    expect(passage).toMatch(/"text":"[^"]*210亿元[^"]*","style":\{"bold":true\}/);
    expect(JSON.stringify(rest.filter(({ type }) => type === 'context'))).toMatch(/前文：.*后文：/);
  });

  it('still opens a source as it was cited after the plan was read again with other words', async () => {
    const other = await runPlanbot();
    const { ts } = other.slack.mention({ channel, text: '2020年云岭市金融业增加值是多少？' });
    const [message] = await other.messages(() => other.slack.answers(channel, ts));
    await rewrite(other, '210亿元', '215亿元');
    if (message !== undefined) other.slack.press(message, { on: '查看原文' });
    const modal = await other.modal('规划原文');
    await other.stop();
    expect(JSON.stringify(modal.blocks)).toContain('210亿元');
  });

  it('says so when the plan of a source was taken out of the collection', async () => {
    const before = await runPlanbot();
    const { ts } = before.slack.mention({ channel, text: '2020年云岭市金融业增加值是多少？' });
    const [message] = await before.messages(() => before.slack.answers(channel, ts));
    await before.stop({ keepSlack: true });
    const after = await runPlanbot({ plans: twoCities, after: before });
    if (message !== undefined) after.slack.press(message, { on: '查看原文' });
    const [whisper] = await after.messages(() => after.slack.whispers(channel));
    await after.stop();
    expect(whisper?.text).toContain('可能已从收录中移除');
    expect(after.slack.modals('U0LIN')).toEqual([]);
  });

  it('opens a source from the plans as they are now where no answers are kept, and says what cannot be had', async () => {
    const forgetful = await runPlanbot({ settings: { PLANBOT_RETENTION_DAYS: '0' } });
    const { ts } = forgetful.slack.mention({ channel, text: '云岭市2025年存款余额目标是多少？' });
    const [message] = await forgetful.messages(() => forgetful.slack.answers(channel, ts));
    if (message === undefined) throw new Error('no answer');
    forgetful.slack.press(firstSourceOf(message), { on: 'open_source' });
    expect(JSON.stringify((await forgetful.modal('规划原文')).blocks)).toContain('8000');
    forgetful.slack.press(message, { on: '下载数据（CSV）' });
    const [said] = await forgetful.messages(() => forgetful.slack.whispers(channel));
    await forgetful.stop();
    expect(said?.text).toContain('不再保留');
  });

  it('asks which plan is meant with a button for each, and answers for the one that is pressed', async () => {
    const other = await runPlanbot({ plans: onePlace });
    const { ts } = other.slack.mention({ channel, text: '概括甲水市的发展目标' });
    const answers = () => other.slack.answers(channel, ts);
    const [choice] = await other.messages(answers);
    if (choice === undefined) throw new Error('no answer');
    other.slack.press(choice, { on: '甲水市“十四五”农业发展规划' });
    const [, answer] = await other.messages(answers, 2);
    await other.stop();
    expect(answer?.text).toContain('70万吨');
    expect(answer?.text).not.toContain('900亿元');
  });

  it('works with plainer buttons and shows a passage as a message where the workspace lacks the newer blocks', async () => {
    const other = await runPlanbot();
    other.slack.refuseBlocks('container', 'context_actions', 'rich_text');
    const { ts } = other.slack.mention({ channel, text: '2020年云岭市金融业增加值是多少？' });
    const [message] = await other.messages(() => other.slack.answers(channel, ts));
    if (message === undefined) throw new Error('no answer');
    other.slack.press(message, { on: '查看原文' });
    const [passage] = await other.messages(() => other.slack.whispers(channel));
    expect(passage?.text).toMatch(/▸[^◂]*210亿元[^◂]*◂/);
    other.slack.press(message, { on: '👍 有用' });
    const [, thanks] = await other.messages(() => other.slack.whispers(channel), 2);
    await other.stop();
    expect(thanks?.text).toBe('谢谢，已经记下。');
  });

  it('hands the figures over as a file that a spreadsheet reads as Chinese', async () => {
    const message = await answerTo('云岭市2025年存款余额目标是多少？');
    const before = planbot.slack.answers(channel).length;
    planbot.slack.press(message, { on: '下载数据（CSV）' });
    const posted = await planbot.messages(() => planbot.slack.answers(channel).slice(before));
    const [file] = posted[0]?.files ?? [];
    expect(posted[0]?.threadTs).toBe(message.threadTs);
    const text = file?.content.toString('utf8') ?? '';
    expect([text.charCodeAt(0), file?.name.endsWith('.csv')]).toEqual([0xfeff, true]);
    expect(text.split('\r\n')[0]).toContain('planId,name,canonicalName');
    expect(text).toMatch(/yunling-finance,存款余额,.*8000/);
  });

  it('asks a suggested question in the thread, under the name of whoever pressed it', async () => {
    const message = await answerTo('2025年云岭市存款余额目标是多少？');
    const [suggestion] = buttonsOf(message).filter((label) => label.endsWith('？'));
    expect(suggestion).toBe('云岭市存款余额从2020年到2025年年均增长多少？');
    planbot.slack.press(message, { user: 'U0ZHAO', on: 'ask_next:0' });
    planbot.slack.press(message, { user: 'U0ZHAO', on: 'ask_next:0' });
    const answers = () => planbot.slack.answers(channel, message.threadTs);
    const [, next] = await planbot.messages(answers, 2);
    expect(next?.text).toContain(`<@U0ZHAO> 问：${suggestion}`);
    expect(next?.text).toContain('= 8.67');
    await answerTo('云岭市2025年贷款余额目标是多少？');
    expect(answers()).toHaveLength(2);
  });

  it('labels its buttons in the language in which the asker has Slack, and answers in the question’s', async () => {
    const message = await answerTo('云岭市2025年存款余额目标是多少？', 'U0SMITH');
    expect(buttonsOf(message)).toEqual(
      expect.arrayContaining(['Read in the plan', 'Download figures (CSV)']),
    );
    expect(message.text).toContain('来源');
  });

  it('asks for the reason when somebody says that it is not right, and keeps both with the answer', async () => {
    const message = await answerTo('2020年云岭市金融业增加值是多少？');
    planbot.slack.press(message, { on: 'feedback', choose: 'negative' });
    const form = await planbot.modal('哪里有问题');
    planbot.slack.submit(form, { reason: '出处不对', comment: '应当引第二章' });
    await until(() => planbot.slack.modals('U0LIN').at(-1)?.submit === undefined, { what: () => 'thanks' });
    await answerTo('2020年云岭市金融业增加值是多少？');
    const listed = await feedbackOf(planbot);
    expect(listed).toContain('wrong_place');
    expect(listed).toContain('应当引第二章');
    expect(listed).toContain('2020年云岭市金融业增加值是多少？');
  });

  it('thanks for a good word, to that person alone', async () => {
    const message = await answerTo('2020年云岭市金融业增加值是多少？');
    const before = planbot.slack.whispers(channel, 'U0ZHAO').length;
    planbot.slack.press(message, { user: 'U0ZHAO', on: 'feedback' });
    const thanks = await planbot.messages(() => planbot.slack.whispers(channel, 'U0ZHAO').slice(before));
    expect(thanks[0]?.text).toBe('谢谢，已经记下。');
  });

  it('says that files were not read, and that a very long message is too long', async () => {
    const { ts } = planbot.slack.mention({
      channel,
      text: '云岭市2025年存款余额目标是多少？',
      extra: { subtype: 'file_share', files: [{ id: 'F1', name: 'a.pdf' }] },
    });
    const [withFile] = await planbot.messages(() => planbot.slack.answers(channel, ts));
    expect(withFile?.text).toContain('附件没有读');
    expect((await answerTo('存款余额目标？'.repeat(5_700))).text).toMatch(/太长|过长|字/);
  });

  it('says so when a button is older than what is kept', async () => {
    const message = await answerTo('2020年云岭市金融业增加值是多少？');
    const text = JSON.stringify(message.blocks).replace(/"(good|bad):[0-9a-f]+"/g, '"$1:0000"');
    const before = planbot.slack.whispers(channel).length;
    planbot.slack.press({ ...message, blocks: JSON.parse(text) }, { on: 'feedback' });
    const said = await planbot.messages(() => planbot.slack.whispers(channel).slice(before));
    expect(said[0]?.text).toContain('不再保留');
  });

  it('sends nothing that Slack refuses, and no message without words', () => {
    expect(planbot.slack.calls.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(planbot.slack.answers(channel).filter(({ text, files }) => text.trim() === '' && !files)).toEqual(
      [],
    );
  });
});

/** A message with the button of its first source alone. */
function firstSourceOf(message: FakeMessage): FakeMessage {
  const [container] = message.blocks.filter(({ type }) => type === 'container');
  const [first] = Array.isArray(container?.child_blocks) ? container.child_blocks : [];
  return { ...message, blocks: [{ ...container, child_blocks: [first] }] };
}

/** Reads a plan again after its words were changed. */
async function rewrite({ workspace }: RunningPlanbot, from: string, to: string): Promise<void> {
  const file = path.join(workspace.plans, 'yunling-finance.txt');
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(from, to));
  await workspace.ingest();
}

async function feedbackOf({ state }: RunningPlanbot): Promise<string> {
  const { stdout } = await runCommand('feedback', ['--bad'], { PLANBOT_STATE: state });
  return stdout;
}
