import type { App } from '@slack/bolt';
import { listenToSuggestions } from './actions/ask-next.js';
import { listenToFeedback } from './actions/feedback.js';
import { listenToFigureFiles } from './actions/figures-file.js';
import { listenToSources } from './actions/open-source.js';
import { listenToSharing } from './actions/share-answer.js';
import { listenToMentions } from './app-mention.js';
import { listenToAskAgain } from './ask-again.js';
import { listenToChanges } from './changed-question.js';
import { listenToPlanCommand } from './commands/plan.js';
import { listenToDirectMessages } from './direct-message.js';
import { listenToHome } from './home.js';
import { listenToHomeQuestions } from './home-question.js';
import { listenToMessageShortcuts } from './message-shortcuts.js';
import { listenToRemoval } from './removal.js';
import { listenToStops } from './stop-button.js';
import type { Surroundings } from './surroundings.js';
import { listenToTargetForm } from './target-form.js';
import { listenToFollowUps } from './thread-follow-up.js';
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
