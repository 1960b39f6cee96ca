import type { Answer, Language } from '../../records.js';
import { chartSeries } from '../figures/chart-series.js';
import type { Figure } from '../figures/figure.js';
import { buildAnswerButtons } from './answer-buttons.js';
import { buildBody } from './body.js';
import { buildConflicts } from './conflicts.js';
import { buildFigureChart } from './figure-chart.js';
import { buildFigureTable } from './figure-table.js';
import type { Message, Part } from './message.js';
import { buildNote } from './note.js';
import { paginate } from './paginate.js';
import { buildSources } from './sources.js';
import { buildSuggestions } from './suggestions.js';
import { textsFor } from './texts.js';
import { buildWorking } from './working.js';

/** What a message shows of an answer beside the answer itself. */
export interface AnswerSurroundings {
  /** The id under which the answer is kept; without one there are no buttons. */
  id?: string | undefined;
  /** What was asked, so that a choice between plans can ask it of one. */
  question?: string;
  /** What the asker reads Slack in; buttons are in it. The answer's language where it is not known. */
  locale?: Language;
  figures?: readonly Figure[];
  /** True where only the asker sees it; a button shares it. */
  isPrivate?: boolean;
  /** Stands above the answer: who asked what, in Slack's markup. */
  heading?: string | undefined;
  /** Stands beneath the answer, such as what was not read, in Slack's markup. */
  remarks?: readonly string[];
}

/** Shows an answer: what it says, its figures and how they were worked out, where that stands, what to ask next. */
export function buildAnswer(answer: Answer, surroundings: AnswerSurroundings = {}): Message[] {
  const { language } = answer;
  const {
    id,
    locale = language,
    figures = [],
    isPrivate = false,
    heading,
    remarks = [],
    question,
  } = surroundings;
  const said = answer.text.trim() === '' ? textsFor(language).nothingSaid : answer.text;
  const chart = chartSeries(figures, {
    isCalculated: answer.calculations.length > 0,
    worked: { mark: textsFor(language).chart.worked, points: workedPoints(answer) },
  });
  const parts: Part[] = [
    ...(heading === undefined ? [] : [buildNote(heading)]),
    ...buildBody(said),
    ...buildConflicts(answer),
    ...buildFigureTable(figures, language),
    ...buildFigureChart(chart, language),
    ...buildWorking(answer),
    ...buildSources(answer.citations, { language, locale, ...(id === undefined ? {} : { answer: id }) }),
    ...remarks.map(buildNote),
    ...buildSuggestions(answer, { pressable: id !== undefined, asked: question }),
    ...(id === undefined
      ? []
      : buildAnswerButtons({ answer: id, locale, hasFigures: figures.length > 0, isPrivate })),
  ];
  return paginate(parts);
}

/** What calculations gave for a year: it belongs on the path that the chart shows. */
function workedPoints({ calculations }: Answer): { year: number; value: number; unit: string }[] {
  return calculations.flatMap(({ result: { year, value, unit } }) =>
    year === undefined ? [] : [{ year, value, unit }],
  );
}
