import type { App } from '@slack/bolt';
import { listenToAskAgain } from './actions/ask-again.js';
import { listenToSuggestions } from './actions/ask-next.js';
import { listenToFeedback } from './actions/feedback.js';
import { listenToFigureFiles } from './actions/figures-file.js';
import { listenToHomeQuestions } from './actions/home-question.js';
import { listenToSources } from './actions/open-source.js';
import { listenToSharing } from './actions/share-answer.js';
import { listenToPlanCommand } from './commands/plan.js';
import { listenToMentions } from './events/app-mention.js';
import { listenToChanges } from './events/changed-question.js';
import { listenToDirectMessages } from './events/direct-message.js';
import { listenToHome } from './events/home.js';
import { listenToRemoval } from './events/removal.js';
import { listenToStops } from './events/stop-button.js';
import { listenToFollowUps } from './events/thread-follow-up.js';
import { listenToMessageShortcuts } from './shortcuts/message-shortcuts.js';
import { listenToTargetForm } from './shortcuts/target-form.js';
import type { Surroundings } from './surroundings.js';
import { listenToFeedbackForms } from './views/feedback-form.js';

/** Registers every listener; a new one is a file of its own and a line here. */
export function registerListeners(app: App, surroundings: Surroundings): void {
  const { reply } = surroundings;
  listenToMentions(app, reply);
  listenToDirectMessages(app, reply);
  listenToRemoval(app, surroundings);
  listenToFollowUps(app, surroundings);
  listenToChanges(app, surroundings);
  listenToAskAgain(app, surroundings);
  listenToStops(app, surroundings);
  listenToHome(app, surroundings);
  listenToHomeQuestions(app, surroundings);
  listenToTargetForm(app, surroundings);
  listenToPlanCommand(app, surroundings);
  listenToSources(app, surroundings);
  listenToSuggestions(app, surroundings);
  listenToSharing(app, surroundings);
  listenToFigureFiles(app, surroundings);
  listenToFeedback(app, surroundings);
  listenToFeedbackForms(app, surroundings);
  listenToMessageShortcuts(app, surroundings);
}
