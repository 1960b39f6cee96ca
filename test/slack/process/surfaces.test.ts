import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelsOf } from '../../fakes/slack/elements.js';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import type { OpenView } from '../../fakes/slack/views.js';
import type { FakeMessage } from '../../fakes/slack/workspace.js';
import {
  connectPlanbot,
  type PlanbotProcess,
  startEntry,
  temporaryFolder,
  until,
} from './planbot-process.js';

const nothing: OpenView = { type: 'modal', blocks: [], id: '', hash: '', user: '' };
const lin = 'U0LIN';
const channel = 'C0PLANNING';

let slack: FakeSlack;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let planbot: PlanbotProcess;

beforeAll(async () => {
  slack = await startFakeSlack();
  folder = await temporaryFolder();
  planbot = await connectPlanbot(slack, {
    entry: startEntry,
    state: join(folder.path, 'state'),
    PLANBOT_INDEX: join(folder.path, 'index'),
  });
});
afterAll(async () => {
  await planbot.stop();
  await slack.close();
  await folder.remove();
});

const textOf = ({ blocks }: { blocks: unknown }): string => JSON.stringify(blocks);
/** Home as it is shown when it is opened now; opened again until it holds what is to be there. */
const homeOf = async (user: string, holds = ''): Promise<OpenView> => {
  for (let attempt = 1; attempt <= 20; attempt++) {
    const before = slack.home(user)?.hash;
    slack.happen({ type: 'app_home_opened', user, channel: user.replace('U', 'D'), tab: 'home' });
    await until(() => slack.home(user)?.hash !== before, { what: () => `Home; ${planbot.output()}` });
    const home = slack.home(user);
    if (home !== undefined && textOf(home).includes(holds)) return home;
  }
  throw new Error(`Home of ${user} never held "${holds}"`);
};
const answersIn = (place: string): FakeMessage[] =>
  slack.answers(place).filter(({ threadTs }) => threadTs !== undefined);

describe('somebody opens Home', () => {
  it('shows the plans with their period, passages, indicators and when each was read', async () => {
    const shown = textOf(await homeOf(lin));
    expect(shown).toMatch(
      /《成都市“十四五”金融业发展规划（摘编）》\*\\n2021–2025 · \d+ 段 · \d+ 条指标 · \d{4}-\d\d-\d\d 读入/,
    );
    expect(shown).toContain('收录的规划（5）');
  });

  it('is in English for somebody who has Slack in English', async () => {
    const shown = textOf(await homeOf('U0SMITH'));
    expect(shown).toContain('Plans in the collection (5)');
    expect(shown).toMatch(/passages · \d+ indicators · read \d{4}/);
  });

  it('asks a suggested question in the person’s own conversation, once, and remembers it for them alone', async () => {
    const home = await homeOf(lin);
    const [, question = ''] = labelsOf(home.blocks);
    slack.use(home, { on: question });
    await until(() => answersIn('D0LIN').length > 0, { what: () => slack.print('D0LIN') });
    expect(slack.answers('D0LIN')[0]?.text).toBe(`你在主页问：${question}`);
    expect(answersIn('D0LIN')).toHaveLength(1);
    expect(answersIn('D0LIN')[0]?.text).toMatch(/^\[1\][^《]*《/m);
    const mine = labelsOf((await homeOf(lin, 'home_ask_again')).blocks);
    expect(mine.filter((label) => label === question)).toHaveLength(2);
    expect(textOf(await homeOf('U0ZHAO'))).toContain('还没有。');
  });

  it('gets suggestions that its plans can answer when the conversation is opened', async () => {
    slack.happen({ type: 'app_home_opened', user: 'U0ZHAO', channel: 'D0ZHAO', tab: 'messages' });
    await until(() => slack.workspace.prompts.has('D0ZHAO'), { what: () => planbot.output() });
    const [prompt] = slack.workspace.prompts.get('D0ZHAO') ?? [];
    const asked = slack.direct({ channel: 'D0ZHAO', user: 'U0ZHAO', text: prompt?.message ?? '' });
    await until(() => slack.answers('D0ZHAO', asked.ts).length > 0, { what: () => slack.print('D0ZHAO') });
    expect(slack.answers('D0ZHAO', asked.ts)[0]?.text).toMatch(/^\[1\][^《]*《/m);
  });
});

describe('somebody looks up a target value in the form', () => {
  const modal = async (user: string, holds: (view: OpenView) => boolean): Promise<OpenView> => {
    const top = (): OpenView | undefined => slack.modals(user).at(-1);
    await until(() => holds(top() ?? nothing), { what: () => JSON.stringify(top()) });
    const view = top();
    if (view === undefined) throw new Error('no modal');
    return view;
  };
  const has = (field: string) => (view: OpenView) => textOf(view).includes(`"action_id":"${field}"`);
  const entries = async (view: OpenView, on: string, typed: string): Promise<Entry[]> => {
    const delivery = slack.search(view, { on, typed });
    await until(() => delivery.ackedAt !== undefined, { what: () => 'the entries of a menu' });
    const { options } = delivery.response as { options: { text: { text: string }; value: string }[] };
    return options.map(({ text, value }) => ({ text: text.text, value }));
  };
  interface Entry {
    text: string;
    value: string;
  }
  const only = ([entry]: Entry[]): string => entry?.value ?? 'nothing was found';
  const openForm = async (user: string): Promise<OpenView> => {
    const before = slack.modals(user).at(-1)?.id;
    slack.shortcut({ callbackId: 'target_form', user });
    await until(() => slack.modals(user).at(-1)?.id !== before, { what: () => planbot.output() });
    return modal(user, has('plan'));
  };
  const fillIn = async (user: string) => {
    const form = await openForm(user);
    const plan = only(await entries(form, 'plan', '成都'));
    slack.use(form, { on: 'plan', choose: plan });
    const second = await modal(user, has('indicator'));
    const indicator = only(await entries(second, 'indicator', '存款余额'));
    slack.use(second, { on: 'indicator', choose: indicator });
    return { plan, indicator, view: await modal(user, has('year')) };
  };

  it('finds plans by what is typed, and only then asks for the indicator', async () => {
    const form = await openForm('U0ZHAO');
    expect(has('indicator')(form)).toBe(false);
    expect((await entries(form, 'plan', '')).length).toBe(5);
    expect((await entries(form, 'plan', '西宁')).map(({ text }) => text)).toEqual([
      expect.stringContaining('西宁'),
    ]);
    expect(await entries(form, 'plan', 'no such plan')).toEqual([]);
  });

  it('offers only the indicators of the plan and the years of the indicator, and shows the figure with its words', async () => {
    const { plan, indicator, view } = await fillIn(lin);
    const all = await entries(view, 'indicator', '');
    expect(all.some(({ text }) => text.includes('高新技术企业'))).toBe(false);
    const years = (await entries(view, 'year', '')).map(({ text }) => text);
    expect(years).toContain('2025');
    slack.submit(view, { plan, indicator, year: '2025' });
    const shown = await modal(lin, (one) => textOf(one).includes('6.5万亿元'));
    expect(textOf(shown)).toMatch(/2025年 6\.5万亿元以上\* \(目标/);
    expect(textOf(shown)).toContain('其他年份');
    expect(textOf(shown)).toContain('（引自摘编');
  });

  it('says under the menu what is missing', async () => {
    const { plan, indicator, view } = await fillIn('U0SMITH');
    slack.submit(view, { plan, indicator, year: '1999' });
    await until(() => slack.errors(view) !== undefined, { what: () => 'errors' });
    expect(Object.values(slack.errors(view) ?? {})).toEqual(['Please choose a year.']);
  });

  it('says so when the plan is not there any more', async () => {
    const { indicator, view } = await fillIn('U0SMITH');
    slack.submit(view, { plan: 'gone', indicator, year: '2025' });
    await until(
      () => Object.values(slack.errors(view) ?? {}).some((one) => one.includes('not in the collection')),
      {
        what: () => JSON.stringify(slack.errors(view)),
      },
    );
  });

  it('opens from Home, too', async () => {
    slack.use(await homeOf('U0ZHAO'), { on: '查目标值' });
    await modal('U0ZHAO', has('plan'));
  });
});

describe('somebody does something with a colleague’s message', () => {
  const say = (text: string): FakeMessage => {
    const { ts } = slack.write({ channel, text, user: 'U0ZHAO' });
    const message = slack.workspace.find(channel, ts);
    if (message === undefined) throw new Error('the message is gone');
    return message;
  };
  const whisper = async (from: number): Promise<FakeMessage> => {
    await until(() => slack.whispers(channel).length > from, { what: () => slack.print(channel) });
    const message = slack.whispers(channel).at(-1);
    if (message === undefined) throw new Error('no answer');
    return message;
  };

  it('checks each of its figures: one stands, one differs, one is not found, with the places', async () => {
    const message = say('成都2025年存款余额目标6.5万亿元，贷款余额6万亿元；昆明2025年存款余额3万亿元。');
    const before = slack.whispers(channel).length;
    slack.shortcut({ callbackId: 'check_message', message });
    const { text, ephemeralTo } = await whisper(before);
    expect(ephemeralTo).toBe(lin);
    expect(text).toContain('核对这条消息里的数字：成都2025年');
    expect(text).toContain('与规划一致 1 个，不一致 1 个，没有查到 1 个。');
    expect(text).toMatch(/✅ \*成都2025年存款余额目标6\.5万亿元\* 一致：规划写的是2025年/);
    expect(text).toMatch(/❌ \*成都2025年贷款余额6万亿元\* 与规划不一致.*6\.5万亿元 \[\d\]/);
    expect(text).toMatch(/❔ \*昆明2025年存款余额3万亿元\* 没有查到：收录的规划里没有这个地方的规划/);
    expect(text).toMatch(/^\[1\][^《]*《成都/m);
  });

  it('gets it answered from the plans, seen by nobody else', async () => {
    const message = say('成都2025年存款余额目标是多少来着？');
    const before = slack.whispers(channel).length;
    slack.shortcut({ callbackId: 'answer_message', message });
    const { text } = await whisper(before);
    expect(text).toContain('据规划回答这条消息：成都2025年存款余额目标是多少来着？');
    expect(text).toMatch(/6\.5万亿元/);
    expect(slack.answers(channel)).toEqual([]);
  });

  it('is told when there is no figure, and when there are no words', async () => {
    const before = slack.whispers(channel).length;
    slack.shortcut({ callbackId: 'check_message', message: say('明天开会。') });
    expect((await whisper(before)).text).toContain('这段话里没有可以核对的数字。');
    slack.shortcut({ callbackId: 'check_message', message: say('') });
    expect((await whisper(before + 1)).text).toContain('没有文字');
  });
});

it('sends nothing that Slack refuses', () => {
  expect(slack.calls.filter(({ error }) => error !== undefined)).toEqual([]);
  expect(slack.answers(channel)).toEqual([]);
});
