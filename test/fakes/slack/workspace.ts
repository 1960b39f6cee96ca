/** A block as it arrived; the rules say which keys a type has. */
export type FakeBlock = Record<string, unknown>;

/** One message of the workspace, whoever wrote it. */
export interface FakeMessage {
  channel: string;
  ts: string;
  threadTs: string | undefined;
  user: string;
  fromBot: boolean;
  text: string;
  blocks: FakeBlock[];
  /** Arguments that decide whether links grow previews. */
  unfurl: { links: boolean; media: boolean };
  postedAt: number;
  /** Only this person sees it. */
  ephemeralTo?: string;
  /** What the app stored with it. */
  metadata?: unknown;
  files?: FakeFile[];
  /** Present where the message came, or comes, as a stream. */
  stream?: FakeStream;
}

/** A file that was uploaded. */
export interface FakeFile {
  id: string;
  name: string;
  title: string;
  content: Buffer;
}

/** A message that grows while the app works. */
export interface FakeStream {
  open: boolean;
  startedAt: number;
  tasks: FakeTask[];
  texts: string[];
}

/** A step that a stream shows. */
export interface FakeTask {
  id: string;
  title: string;
  status: string;
  output: string;
}

/** The agent's session of a thread: what it is called, where it stands, and stood before. */
export interface FakeSession {
  title: string | undefined;
  status: string;
  seen: string[];
}

export interface FakeChannel {
  id: string;
  name: string;
  kind: 'channel' | 'im';
  archived: boolean;
  /** False in a channel that nobody invited the app to. */
  joined: boolean;
}

export interface FakePerson {
  id: string;
  name: string;
  locale: string;
  /** The workspace that the person belongs to, where that is another one. */
  team?: string;
  /** True for somebody who does not belong to the organisation. */
  outside?: boolean;
}

/** Ids that a conversation is about. */
export const teamId = 'T0PLANBOT';
export const botUserId = 'U0PLANBOT';
export const botId = 'B0PLANBOT';

/** The channels, people and messages of a workspace, in memory. */
export interface Workspace {
  channels: Map<string, FakeChannel>;
  people: Map<string, FakePerson>;
  messages: FakeMessage[];
  /** Members of the user groups, by the group's id. */
  usergroups: Map<string, string[]>;
  /** The organisation that the workspace belongs to, where the app is installed in all of it. */
  enterprise?: string;
  /** The direct messages between the app and a person. */
  directChannel(user: string): FakeChannel | undefined;
  /** By `channel:ts` of the thread. */
  sessions: Map<string, FakeSession>;
  /** What the agent suggests to ask, by channel. */
  prompts: Map<string, { title: string; message: string }[]>;
  nextTs(): string;
  find(channel: string, ts: string): FakeMessage | undefined;
  thread(channel: string, ts: string): FakeMessage[];
}

export function createWorkspace(): Workspace {
  const channels = new Map<string, FakeChannel>();
  for (const channel of [
    { id: 'C0PLANNING', name: 'planning', kind: 'channel' },
    { id: 'C0FINANCE', name: 'finance', kind: 'channel' },
    { id: 'D0LIN', name: '林', kind: 'im' },
    { id: 'D0ZHAO', name: '赵', kind: 'im' },
    { id: 'D0SMITH', name: 'Smith', kind: 'im' },
  ] as const) {
    channels.set(channel.id, { ...channel, archived: false, joined: true });
  }
  const people = new Map<string, FakePerson>();
  for (const person of [
    { id: 'U0LIN', name: '林', locale: 'zh-CN' },
    { id: 'U0ZHAO', name: '赵', locale: 'zh-CN' },
    { id: 'U0SMITH', name: 'Smith', locale: 'en-US' },
  ]) {
    people.set(person.id, person);
  }
  const messages: FakeMessage[] = [];
  let count = 0;
  return {
    channels,
    people,
    messages,
    usergroups: new Map(),
    directChannel: (user) => channels.get(user.replace(/^U/, 'D')),
    sessions: new Map(),
    prompts: new Map(),
    nextTs() {
      count += 1;
      return `${1_795_000_000 + count}.${String(count).padStart(6, '0')}`;
    },
    find: (channel, ts) => messages.find((message) => message.channel === channel && message.ts === ts),
    thread: (channel, ts) =>
      messages.filter((m) => m.channel === channel && (m.ts === ts || m.threadTs === ts)),
  };
}
