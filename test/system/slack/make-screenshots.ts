import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type FakeSlack, startFakeSlack } from '../../fakes/slack/fake-slack.js';
import { conversationHtml, messageHtml } from '../../fakes/slack/html/conversation-html.js';
import { htmlPage } from '../../fakes/slack/html/page.js';
import { viewHtml } from '../../fakes/slack/html/view-html.js';
import type { OpenView } from '../../fakes/slack/views.js';
import { connectPlanbot, startEntry, temporaryFolder, until } from '../../slack/process/planbot-process.js';
import { photograph } from './photograph.js';

const channel = 'C0PLANNING';

/** Threads to take a picture of: what is asked, one after the other. */
const threads: Readonly<Record<string, readonly string[]>> = {
  target: ['成都2025年存款余额目标是多少？'],
  calculation: ['成都存款余额从2020年到2025年的复合增速是多少？'],
  comparison: ['成都和西宁2025年金融业增加值目标分别是多少？'],
  refusal: ['昆明2025年金融业增加值目标？'],
  english: ['What is the 2030 target for high-tech enterprises in the Lhasa ETDZ plan?'],
};

/** Asks the app over the sample plans, through the fake Slack, and takes a picture of each main answer. */
export async function makeScreenshots(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const slack = await startFakeSlack();
  const place = await temporaryFolder();
  const planbot = await connectPlanbot(slack, {
    entry: startEntry,
    state: path.join(place.path, 'state'),
    PLANBOT_INDEX: path.join(place.path, 'index'),
  });
  const pages = new Map<string, string>();
  try {
    for (const [name, questions] of Object.entries(threads))
      pages.set(name, await askThread(slack, questions));
    pages.set('figure-check', await checkFigures(slack));
    pages.set('home', viewHtml(await openHome(slack)));
    pages.set('target-form', await fillInForm(slack));
  } finally {
    await planbot.stop();
    await slack.close();
    await place.remove();
  }
  return [...pages].map(([name, body]) => {
    const png = path.join(folder, `${name}.png`);
    photograph(htmlPage(body), png);
    return png;
  });
}

async function askThread(slack: FakeSlack, [first = '', ...rest]: readonly string[]): Promise<string> {
  // Buttons are in the language in which the person has Slack.
  const user = /\p{Script=Han}/u.test(first) ? 'U0LIN' : 'U0SMITH';
  const { ts } = slack.mention({ channel, text: first, user });
  await answers(slack, ts, 1);
  for (const [at, text] of rest.entries()) {
    slack.write({ channel, text, threadTs: ts });
    await answers(slack, ts, at + 2);
  }
  return conversationHtml(slack.workspace, channel, { threadTs: ts });
}

function answers(slack: FakeSlack, ts: string, count: number): Promise<void> {
  return until(() => slack.answers(channel, ts).length >= count, { what: () => slack.print(channel) });
}

async function checkFigures(slack: FakeSlack): Promise<string> {
  const text =
    '各位，成都2025年存款余额目标6.5万亿元，贷款余额6万亿元；西宁2025年金融业增加值255亿元。昆明2025年存款余额3万亿元。';
  const { ts } = slack.write({ channel, text, user: 'U0ZHAO' });
  const message = slack.workspace.find(channel, ts);
  if (message === undefined) throw new Error('the message is gone');
  slack.shortcut({ callbackId: 'check_message', message });
  await until(() => slack.whispers(channel).length > 0, { what: () => slack.print(channel) });
  return [message, ...slack.whispers(channel)].map((one) => messageHtml(one, slack.workspace)).join('');
}

async function openHome(slack: FakeSlack): Promise<OpenView> {
  slack.happen({ type: 'app_home_opened', user: 'U0LIN', channel: 'D0LIN', tab: 'home' });
  return shown('Home', () => slack.home('U0LIN'));
}

/** The form with its menus chosen, and what it shows then. */
async function fillInForm(slack: FakeSlack): Promise<string> {
  const user = 'U0LIN';
  const top = (holds: string) => () =>
    slack.modals(user).findLast((view) => JSON.stringify(view.blocks).includes(holds));
  slack.shortcut({ callbackId: 'target_form', user });
  const first = await shown('the form', top('"action_id":"plan"'));
  const plan = await entry(slack, first, 'plan', '成都');
  slack.use(first, { on: 'plan', choose: plan });
  const second = await shown('the indicators', top('"action_id":"indicator"'));
  const indicator = await entry(slack, second, 'indicator', '存款余额');
  slack.use(second, { on: 'indicator', choose: indicator });
  const third = await shown('the years', top('"action_id":"year"'));
  slack.submit(third, { plan, indicator, year: '2025' });
  return viewHtml(await shown('the figures', top('6.5')));
}

async function entry(slack: FakeSlack, view: OpenView, on: string, typed: string): Promise<string> {
  const delivery = slack.search(view, { on, typed });
  await until(() => delivery.ackedAt !== undefined, { what: () => `the entries of ${on}` });
  return /"value":"([^"]+)"/.exec(JSON.stringify(delivery.response))?.[1] ?? '';
}

async function shown<View>(what: string, find: () => View | undefined): Promise<View> {
  await until(() => find() !== undefined, { what: () => what });
  const view = find();
  if (view === undefined) throw new Error(`${what} is gone`);
  return view;
}
