import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '../../fakes/slack/socket-mode.js';
import type { OpenView } from '../../fakes/slack/views.js';
import type { FakeMessage } from '../../fakes/slack/workspace.js';
import { samplePlans } from '../../setup/sample-plans.js';
import { until } from '../process/planbot-process.js';
import { type RunningPlanbot, runPlanbot } from '../running-planbot.js';

const channel = 'C0PLANNING';
const secret = `隐河区“十四五”金融业发展规划

第一章 发展目标

到2025年，隐河区金融业增加值达到90亿元，存款余额达到200亿元。
`;
const access = `channels: [C0PLANNING, C0FINANCE]
people: [U0LIN, U0ZHAO, U0VISITOR, U0PARTNER]
external: [T0PARTNER]
plans:
  everyone: [yunling-finance]
  channels: { C0FINANCE: [qinghe-farming] }
  groups:
    park: { usergroups: [S0PARK], plans: [yinhe-finance] }
`;
const closed = /planbot is not open to you/;
const external = /本工作区的人/;

let planbot: RunningPlanbot;
beforeAll(async () => {
  planbot = await runPlanbot({ plans: { ...samplePlans, 'yinhe-finance.txt': secret }, access });
  const { people, channels, usergroups } = planbot.slack.workspace;
  people.set('U0OTHER', { id: 'U0OTHER', name: 'Other', locale: 'en-US' });
  people.set('U0VISITOR', { id: 'U0VISITOR', name: '客', locale: 'zh-CN', team: 'T0ELSEWHERE' });
  people.set('U0PARTNER', { id: 'U0PARTNER', name: '伴', locale: 'zh-CN', team: 'T0PARTNER' });
  channels.set('C0OPEN', { id: 'C0OPEN', name: 'open', kind: 'channel', archived: false, joined: true });
  usergroups.set('S0PARK', ['U0LIN']);
  planbot.slack.grantScope('usergroups:read');
});
afterAll(() => planbot.stop());

/** What somebody alone is shown in a channel for what they do. */
const shownFor = async (user: string, act: () => unknown, where = channel): Promise<string> => {
  const before = planbot.slack.whispers(where, user).length;
  act();
  const [said] = await planbot.messages(() => planbot.slack.whispers(where, user).slice(before));
  return said?.text ?? '';
};
const type = (user: string, text: string, where = channel): Promise<string> =>
  shownFor(user, () => planbot.slack.command({ channel: where, user, text }), where);
const acked = async (delivery: Delivery): Promise<string> => {
  await until(() => delivery.ackedAt !== undefined, { what: () => 'an ack' });
  return JSON.stringify(delivery.response ?? '');
};
const answerIn = async (where: string, text: string): Promise<FakeMessage> => {
  const { ts } = planbot.slack.mention({ channel: where, text });
  const [answer] = await planbot.messages(() => planbot.slack.answers(where, ts));
  if (answer === undefined) throw new Error('no answer');
  return answer;
};
const window = async (user: string): Promise<OpenView> => {
  const top = () => planbot.slack.modals(user).at(-1);
  await until(() => top() !== undefined, { what: () => `a window of ${user}` });
  return top() ?? { type: 'modal', blocks: [], id: '', hash: '', user };
};
const homeOf = async (user: string): Promise<string> => {
  const before = planbot.slack.home(user)?.hash;
  planbot.slack.happen({ type: 'app_home_opened', user, channel: user.replace('U', 'D'), tab: 'home' });
  await until(() => planbot.slack.home(user)?.hash !== before, { what: () => `Home of ${user}` });
  return JSON.stringify(planbot.slack.home(user)?.blocks);
};
const question = '云岭市2025年存款余额目标是多少？';
const oneSource = '2020年云岭市金融业增加值是多少？';

describe('somebody whom planbot is not open to', () => {
  it('types a command: they alone are told so', async () => {
    const delivery = planbot.slack.command({ channel, user: 'U0OTHER', text: `ask ${question}` });
    expect(await acked(delivery)).toMatch(closed);
    expect(await acked(delivery)).toContain('ephemeral');
  });

  it('presses a button of a colleague’s answer: they alone are told so, and nothing opens', async () => {
    const answer = await answerIn(channel, oneSource);
    const press = (on: string) => () => planbot.slack.press(answer, { on, user: 'U0OTHER' });
    expect(await shownFor('U0OTHER', press('查看原文'))).toMatch(closed);
    expect(await shownFor('U0OTHER', press('下载数据（CSV）'))).toMatch(closed);
    expect(planbot.slack.modals('U0OTHER')).toEqual([]);
    expect(planbot.slack.answers(channel).flatMap(({ files = [] }) => files)).toEqual([]);
  });

  it.each(['answer_message', 'check_message'])('chooses %s of a message: likewise', async (callbackId) => {
    const { ts } = planbot.slack.write({ channel, text: question, user: 'U0ZHAO' });
    const message = planbot.slack.workspace.find(channel, ts);
    const choose = () => planbot.slack.shortcut({ callbackId, user: 'U0OTHER', ...(message && { message }) });
    expect(await shownFor('U0OTHER', choose)).toMatch(closed);
  });

  it('opens the form: a window says so, with no plan in it', async () => {
    planbot.slack.shortcut({ callbackId: 'target_form', user: 'U0OTHER' });
    const shown = JSON.stringify(await window('U0OTHER'));
    expect(shown).toMatch(closed);
    expect(shown).not.toContain('云岭');
  });

  it('has a form open from before: its menus are empty, and what is chosen or sent ends in that sentence', async () => {
    planbot.slack.shortcut({ callbackId: 'target_form', user: 'U0ZHAO' });
    const form = { ...(await window('U0ZHAO')), user: 'U0OTHER' };
    expect(await acked(planbot.slack.search(form, { on: 'plan', typed: '' }))).toBe('{"options":[]}');
    planbot.slack.use(form, { on: 'plan', choose: 'yunling-finance' });
    await until(() => closed.test(JSON.stringify(planbot.slack.modals('U0ZHAO'))), { what: () => 'a word' });
    const { response } = planbot.slack.submit(form, {});
    await until(() => planbot.slack.errors(form) === undefined, { what: () => 'no errors' });
    expect(response).toBeUndefined();
  });

  it('opens Home: it says so, and what it showed before is gone', async () => {
    expect(await homeOf('U0OTHER')).toMatch(closed);
    expect(await homeOf('U0OTHER')).not.toContain('云岭');
  });

  it('opens the conversation: nothing is suggested', async () => {
    await acked(
      planbot.slack.happen({ type: 'app_home_opened', user: 'U0OTHER', channel: 'D0OTHER', tab: 'messages' }),
    );
    await homeOf('U0ZHAO');
    expect(planbot.slack.workspace.prompts.get('D0OTHER')).toBeUndefined();
  });

  it('changes an old message that called planbot: nothing is offered', async () => {
    const asked = planbot.slack.mention({ channel, user: 'U0OTHER', text: question });
    await planbot.messages(() =>
      planbot.slack.whispers(channel, 'U0OTHER').filter(({ text }) => /开放/.test(text)),
    );
    const before = planbot.slack.whispers(channel, 'U0OTHER').length;
    await acked(planbot.slack.edit(asked, '<@U0PLANBOT> 云岭市2030年存款余额目标是多少？'));
    await answerIn(channel, question);
    expect(planbot.slack.whispers(channel, 'U0OTHER')).toHaveLength(before);
  });
});

describe('somebody of another company, in a shared channel', () => {
  it('is told so for buttons and shortcuts, and of an allowed company is answered', async () => {
    const answer = await answerIn(channel, oneSource);
    const press = (user: string) => () => planbot.slack.press(answer, { on: '查看原文', user });
    expect(await shownFor('U0VISITOR', press('U0VISITOR'))).toMatch(external);
    press('U0PARTNER')();
    expect(JSON.stringify(await window('U0PARTNER'))).toContain('云岭');
    const choose = () =>
      planbot.slack.shortcut({ callbackId: 'check_message', user: 'U0VISITOR', message: answer });
    expect(await shownFor('U0VISITOR', choose)).toMatch(external);
    expect(await homeOf('U0VISITOR')).toMatch(external);
  });
});

describe('an organisation that installed planbot for all of its workspaces', () => {
  it('counts its people as colleagues, whichever of its workspaces they are of, and nobody else', async () => {
    const group = await runPlanbot();
    const { workspace } = group.slack;
    workspace.enterprise = 'E0GROUP';
    workspace.people.set('U0SOUTH', { id: 'U0SOUTH', name: '南', locale: 'zh-CN', team: 'T0SOUTH' });
    const visitor = { id: 'U0VISITOR', name: '客', locale: 'zh-CN', team: 'T0ELSEWHERE', outside: true };
    workspace.people.set('U0VISITOR', visitor);
    const ask = (user: string) =>
      group.slack.mention({ channel, user, text: question, extra: { user_team: `T0${user.slice(2)}` } });
    const asked = ask('U0SOUTH');
    const [answer] = await group.messages(() => group.slack.answers(channel, asked.ts));
    expect(answer?.text).toContain('8,000亿元');
    ask('U0VISITOR');
    await group.messages(() =>
      group.slack.whispers(channel, 'U0VISITOR').filter(({ text }) => external.test(text)),
    );
    await group.stop();
  });
});

describe('a channel that planbot is not open to', () => {
  it('takes no commands and no shortcuts', async () => {
    expect(await acked(planbot.slack.command({ channel: 'C0OPEN', text: `ask ${question}` }))).toContain(
      '没有对这个频道开放',
    );
    const { ts } = planbot.slack.write({ channel: 'C0OPEN', text: question, user: 'U0ZHAO' });
    const message = planbot.slack.workspace.find('C0OPEN', ts);
    const choose = () =>
      planbot.slack.shortcut({ callbackId: 'answer_message', ...(message && { message }) });
    expect(await shownFor('U0LIN', choose, 'C0OPEN')).toContain('没有对这个频道开放');
  });

  it('has nothing to do with Home, forms and direct messages', async () => {
    expect(await homeOf('U0LIN')).toContain('云岭');
    const asked = planbot.slack.direct({ channel: 'D0LIN', text: question });
    const [answer] = await planbot.messages(() => planbot.slack.answers('D0LIN', asked.ts));
    expect(answer?.text).toContain('8,000亿元');
  });
});

describe('plans by user group', () => {
  const look = '隐河区2025年金融业增加值目标是多少？';

  it('are shown to members where only they see it: commands, Home, forms, direct messages', async () => {
    expect(await type('U0LIN', `ask ${look}`)).toContain('90亿元');
    expect(await type('U0LIN', 'plans')).toContain('隐河');
    expect(await homeOf('U0LIN')).toContain('隐河');
    expect(await type('U0ZHAO', `ask ${look}`)).not.toContain('90亿元');
    expect(await type('U0ZHAO', 'plans')).not.toContain('隐河');
    expect(await homeOf('U0ZHAO')).not.toContain('隐河');
  });

  it('are not hinted at in a channel, where a member asks as well', async () => {
    const { text } = await answerIn(channel, look);
    expect(text).not.toMatch(/90亿元|《隐河/);
    expect((await answerIn('C0FINANCE', question)).text).not.toContain('8,000亿元');
  });

  it('are offered in the form to members alone, and a form that names one is refused to others', async () => {
    const options = async (user: string) => {
      planbot.slack.shortcut({ callbackId: 'target_form', user });
      const isForm = () => JSON.stringify(planbot.slack.modals(user)).includes('"action_id":"plan"');
      await until(isForm, { what: () => 'the form' });
      const form = await window(user);
      return { form, shown: await acked(planbot.slack.search(form, { on: 'plan', typed: '' })) };
    };
    expect((await options('U0LIN')).shown).toContain('隐河');
    const { form, shown } = await options('U0ZHAO');
    expect(shown).not.toContain('隐河');
    planbot.slack.submit(form, { plan: 'yinhe-finance' });
    await until(() => planbot.slack.errors(form) !== undefined, { what: () => 'what is wrong' });
    expect(JSON.stringify(planbot.slack.errors(form))).not.toContain('隐河');
  });

  it('stay out of the channel when a member wants to share the answer', async () => {
    await type('U0LIN', `ask ${look}`);
    const answer = planbot.slack.whispers(channel).at(-1);
    if (answer === undefined) throw new Error('no answer');
    const said = await shownFor('U0LIN', () => planbot.slack.press(answer, { on: '分享到频道' }));
    expect(said).toContain('没有分享');
    expect(planbot.slack.answers(channel).some(({ text }) => text.includes('90亿元'))).toBe(false);
  });

  it('are looked up in Slack once for many questions', () => {
    const asked = planbot.slack.calls.filter(({ method }) => method === 'usergroups.users.list');
    expect(asked.map(({ error }) => error)).toEqual([undefined]);
  });
});

describe('Slack does not say who is in a user group', () => {
  it('so nobody counts as a member, the rest is answered, and it is not asked for every question', async () => {
    const without = await runPlanbot({ plans: { ...samplePlans, 'yinhe-finance.txt': secret }, access });
    const ask = async (text: string): Promise<string> => {
      const { ts } = without.slack.direct({ channel: 'D0LIN', text });
      const [answer] = await without.messages(() => without.slack.answers('D0LIN', ts));
      return answer?.text ?? '';
    };
    expect(await ask('隐河区2025年金融业增加值目标是多少？')).not.toContain('90亿元');
    expect(await ask(question)).toContain('8,000亿元');
    const asked = without.slack.calls.filter(({ method }) => method === 'usergroups.users.list');
    expect(asked.map(({ error }) => error)).toEqual(['missing_scope']);
    await without.stop();
  });
});

describe('a workspace that planbot is not open to', () => {
  it('is told so, whatever its people do', async () => {
    const other = await runPlanbot({ access: 'teams: [T0NORTH]\n' });
    const notOpen = /没有对这个工作区开放/;
    other.slack.mention({ channel, text: question });
    await other.messages(() => other.slack.whispers(channel).filter(({ text }) => notOpen.test(text)));
    expect(await acked(other.slack.command({ channel, text: `ask ${question}` }))).toMatch(notOpen);
    other.slack.shortcut({ callbackId: 'target_form' });
    await until(() => notOpen.test(JSON.stringify(other.slack.modals('U0LIN'))), { what: () => 'a window' });
    other.slack.happen({ type: 'app_home_opened', user: 'U0LIN', channel: 'D0LIN', tab: 'home' });
    await until(() => notOpen.test(JSON.stringify(other.slack.home('U0LIN'))), { what: () => 'Home' });
    expect(other.slack.answers(channel)).toEqual([]);
    await other.stop();
  });
});
