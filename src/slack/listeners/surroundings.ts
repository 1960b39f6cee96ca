import type { Logger } from 'pino';
import type { Settings } from '../../config.js';
import type { SightFor } from '../access/sight.js';
import type { AnsweredThreads } from '../answered-threads.js';
import type { KeptAnswers } from '../answers/kept-answers.js';
import type { Present } from '../answers/present.js';
import type { Clients } from '../connection/clients.js';
import type { Workspaces } from '../connection/workspaces.js';
import type { Take } from '../desk/take.js';
import type { Tell } from '../desk/tell.js';
import type { SlackEngine } from '../engine.js';
import type { ForgetPerson } from '../forget-person.js';
import type { InterfaceLanguage } from '../interface-language.js';
import type { Post } from '../post.js';
import type { RecentQuestions } from '../recent-questions.js';
import type { State } from '../state/state.js';
import type { UnderWay } from '../under-way.js';

/** What listeners work with. Each takes what it needs. */
export interface Surroundings {
  settings: Settings;
  engine: SlackEngine;
  /** The one path from a question to its posted answer. */
  reply: Take;
  /** Questions that are being answered, so that they can be stopped. */
  underWay: UnderWay;
  answeredThreads: AnsweredThreads;
  recentQuestions: RecentQuestions;
  /** Which plans may be shown to whom; ask before anything of a plan is shown. */
  sightFor: SightFor;
  clients: Clients;
  /** The language of buttons, menus and forms for somebody. */
  languageOf: InterfaceLanguage;
  /** Makes messages of an answer; every answer that is shown goes through it. */
  present: Present;
  /** Answers as they were given, for their buttons. */
  kept: KeptAnswers;
  post: Post;
  /** What "/plan forget-me" does; the words for it are the service message `forgotten`. */
  forgetPerson: ForgetPerson;
  /** Says what went wrong and what to do. */
  tell: Tell;
  /** Forgets a workspace that took planbot out; absent where the token is a setting. */
  removeWorkspace: Workspaces['remove'];
  /** Claims, and what is kept; records that name their person go with "forget me". */
  state: State;
  log: Logger;
}
